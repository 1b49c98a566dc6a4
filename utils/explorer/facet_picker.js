// One facet: native checkboxes with live counts, in groups that fold.

const LONG = 12;
const figures = new Intl.NumberFormat("en");

function addDefinition(branch, shelf) {
  if (!branch.definition) return;
  const id = `definition-${Math.random().toString(36).slice(2)}`;
  const attributes = { id, role: "tooltip", popover: "manual", dir: "auto" };
  const definition = make("span", attributes, branch.definition);
  definition.className = "definition";
  branch.box.setAttribute("aria-describedby", id);
  branch.row.append(definition);
  shelf.attend(branch.row, definition);
}

function setOpen(branch, open) {
  branch.list.hidden = !open;
  branch.folder.setAttribute("aria-expanded", String(open));
}

function addGroup(branch, open) {
  branch.list = make("ul", { role: "list" }, ...branch.children.map((c) => c.item));
  const flip = () => setOpen(branch, branch.list.hidden);
  branch.folder = button("", `Within ${branch.label}`, flip);
  branch.folder.className = "folder";
  branch.row.prepend(branch.folder);
  branch.item.append(branch.list);
  setOpen(branch, open);
}

function buildRow(branch, act) {
  branch.box = make("input", { type: "checkbox" });
  branch.box.addEventListener("change", () => act.tick(branch));
  branch.count = make("span", { class: "count", "aria-hidden": "true" });
  const text = make("span", {}, make("bdi", {}, branch.label));
  const only = button("Only", `Only ${branch.label}`, () => act.only(branch.leaves));
  only.className = "only";
  const label = make("label", {}, branch.box, text);
  branch.row = make("div", { class: "row" }, label, only, branch.count);
  branch.item = make("li", {}, branch.row);
}

function buildList(tree, act, shelf) {
  for (const branch of [...tree.values()].reverse()) {
    buildRow(branch, act);
    if (branch.children.length) addGroup(branch, tree.size <= LONG);
    addDefinition(branch, shelf);
  }
  const list = make("ul", { role: "list" }, ...rootsOf(tree).map((root) => root.item));
  list.addEventListener("keydown", (event) => walk(list, event));
  return list;
}

// Up and down go from box to box, past the buttons between them.
function walk(list, event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const boxes = [...list.querySelectorAll("input")].filter((box) => box.offsetParent);
  const next = boxes[boxes.indexOf(event.target) + step];
  if (!step || event.target.type !== "checkbox") return;
  event.preventDefault();
  next?.focus();
}

// What is sought is a trait, so that whoever resets the explorer can clear it.
function buildSearch(model, tree, act) {
  const title = model.get("title");
  const field = make("input", { type: "search", autocomplete: "off" });
  const hidden = make("span", { class: "spoken" }, ` in ${title}`);
  const result = make("span", { role: "status" });
  const matches = () => [...tree.values()].filter((branch) => branch.matches);
  const only = button("Only these", `Only these of ${title}`, () =>
    act.only(matches().flatMap((branch) => branch.leaves)),
  );
  field.addEventListener("input", () => act.tell("sought", field.value));
  const show = () => {
    const sought = model.get("sought");
    if (field.value !== sought) field.value = sought;
    search(tree, fold(sought.trim()));
    const n = matches().length;
    result.textContent = sought ? `${n} of ${tree.size} found` : "";
    only.hidden = !sought || !n;
    rootsOf(tree)[0].item.parentElement.scrollTop = 0;
  };
  const label = make("label", {}, make("span", {}, "Search", hidden), field);
  return { box: make("div", { class: "search" }, label, result, only), show };
}

function search(tree, query) {
  for (const root of rootsOf(tree)) seek(root, query);
  for (const branch of tree.values()) {
    branch.item.hidden = !branch.found;
    if (branch.list) setOpen(branch, query !== "" && branch.opens);
  }
}

function showCount(branch, counts, most) {
  const n = countOf(branch, counts);
  branch.count.textContent = figures.format(n);
  const spoken = `${branch.label}, ${figures.format(n)} ${n === 1 ? "act" : "acts"}`;
  branch.box.setAttribute("aria-label", spoken);
  branch.row.classList.toggle("zero", n === 0);
  branch.row.style.setProperty("--part", most ? n / most : 0);
}

function showTick(branch, ticks) {
  branch.box.checked = whole(branch, ticks);
  branch.box.indeterminate = !branch.box.checked && partly(branch, ticks);
}

function inWords(ticks, leaves) {
  if (ticks.size === 0) return "None ticked: no act is shown";
  return ticks.size === leaves.length ? `All ${leaves.length}` : `${ticks.size} of ${leaves.length}`;
}

function actions(model, tree) {
  const tell = (trait, value) => {
    model.set(trait, value);
    model.save_changes();
  };
  const choose = (ticks) => tell("chosen", smallestSet(tree, ticks));
  const only = (leaves) => choose(new Set(leaves));
  const tick = ({ leaves, box }) => {
    const ticks = ticksOf(tree, model.get("chosen"));
    for (const leaf of leaves) box.checked ? ticks.add(leaf) : ticks.delete(leaf);
    choose(ticks);
  };
  return { only, tick, tell };
}

function buildTools(title, tree, act) {
  const all = button("All", `All of ${title}`, () => act.only(leavesOf(tree)));
  const none = button("None", `None of ${title}`, () => act.only([]));
  const summary = make("span", { class: "summary" });
  return make("div", { class: "tools" }, all, none, summary);
}

// A folded facet says in its legend how much of it is ticked.
function buildLegend(model, act, body) {
  const summary = make("span", { class: "summary" });
  const fold = button("", "", () => act.tell("unfolded", !model.get("unfolded")));
  fold.className = "fold";
  fold.append(make("span", {}, model.get("title")), summary);
  const show = () => {
    const open = model.get("unfolded");
    fold.setAttribute("aria-expanded", String(open));
    summary.hidden = open;
    body.hidden = !open;
  };
  return { legend: make("legend", {}, fold), show };
}

function showTicks(tree, chosen, facet) {
  const ticks = ticksOf(tree, chosen);
  const words = inWords(ticks, leavesOf(tree));
  for (const summary of facet.querySelectorAll(".summary")) summary.textContent = words;
  facet.classList.toggle("restricts", chosen !== null);
  for (const branch of tree.values()) showTick(branch, ticks);
}

function showCounts(tree, counts) {
  const branches = [...tree.values()];
  const most = Math.max(0, ...branches.map((branch) => countOf(branch, counts)));
  for (const branch of branches) showCount(branch, counts, most);
}

function build(model, tree, shelf) {
  const title = model.get("title");
  const act = actions(model, tree);
  const body = make("div", { class: "body" }, buildTools(title, tree, act));
  const { legend, show: showFold } = buildLegend(model, act, body);
  const grouped = [...tree.values()].some((branch) => branch.parent);
  const kind = `demarche-facet ${grouped ? "grouped" : "flat"}`;
  const facet = make("fieldset", { class: kind, "aria-label": title }, legend, body);
  const sought = tree.size > LONG ? buildSearch(model, tree, act) : null;
  if (sought) body.append(sought.box);
  body.append(buildList(tree, act, shelf));
  return { facet, showFold, showSought: sought?.show ?? (() => {}) };
}

function render({ model, el }) {
  const tree = plant(model.get("options"));
  const shelf = definitionShelf();
  const { facet, showFold, showSought } = build(model, tree, shelf);
  el.append(facet);
  const stops = [
    keepKeys(el),
    shelf.close,
    follow(model, ["unfolded"], showFold),
    follow(model, ["sought"], showSought),
    follow(model, ["chosen"], () => showTicks(tree, model.get("chosen"), facet)),
    follow(model, ["counts"], () => showCounts(tree, model.get("counts"))),
  ];
  return () => stops.forEach((stop) => stop());
}

export default { render };
