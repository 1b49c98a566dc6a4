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

function buildSearch(title, tree, act) {
  const field = make("input", { type: "search", autocomplete: "off" });
  const hidden = make("span", { class: "spoken" }, ` in ${title}`);
  const result = make("span", { role: "status" });
  const matches = () => [...tree.values()].filter((branch) => branch.matches);
  const only = button("Only these", `Only these of ${title}`, () =>
    act.only(matches().flatMap((branch) => branch.leaves)),
  );
  field.addEventListener("input", () => {
    search(tree, fold(field.value.trim()));
    const n = matches().length;
    result.textContent = field.value ? `${n} of ${tree.size} found` : "";
    only.hidden = !field.value || !n;
    rootsOf(tree)[0].item.parentElement.scrollTop = 0;
  });
  only.hidden = true;
  const label = make("label", {}, make("span", {}, "Search", hidden), field);
  return make("div", { class: "search" }, label, result, only);
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
  const choose = (ticks) => {
    model.set("chosen", smallestSet(tree, ticks));
    model.save_changes();
  };
  const only = (leaves) => choose(new Set(leaves));
  const tick = ({ leaves, box }) => {
    const ticks = ticksOf(tree, model.get("chosen"));
    for (const leaf of leaves) box.checked ? ticks.add(leaf) : ticks.delete(leaf);
    choose(ticks);
  };
  return { only, tick };
}

function buildTools(title, tree, act, summary) {
  const all = button("All", `All of ${title}`, () => act.only(leavesOf(tree)));
  const none = button("None", `None of ${title}`, () => act.only([]));
  return make("div", { class: "tools" }, all, none, summary);
}

function render({ model, el }) {
  const tree = plant(model.get("options"));
  const branches = [...tree.values()];
  const title = model.get("title");
  const act = actions(model, tree);
  const shelf = definitionShelf();
  const summary = make("span", { class: "summary" });
  const kind = branches.some((branch) => branch.parent) ? "grouped" : "flat";
  const facet = make("fieldset", { class: `demarche-facet ${kind}` });
  facet.append(make("legend", {}, title));
  facet.append(buildTools(title, tree, act, summary));
  if (tree.size > LONG) facet.append(buildSearch(title, tree, act));
  facet.append(buildList(tree, act, shelf));
  el.append(facet);
  const stops = [
    keepKeys(el),
    shelf.close,
    follow(model, ["chosen"], () => {
      const ticks = ticksOf(tree, model.get("chosen"));
      summary.textContent = inWords(ticks, leavesOf(tree));
      for (const branch of branches) showTick(branch, ticks);
    }),
    follow(model, ["counts"], () => {
      const counts = model.get("counts");
      const most = Math.max(0, ...branches.map((branch) => countOf(branch, counts)));
      for (const branch of branches) showCount(branch, counts, most);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

export default { render };
