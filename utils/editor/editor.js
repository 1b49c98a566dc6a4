// The whole editor: buttons, news, faults, the list of acts, and the form.

function makeNews() {
  const news = make("p", { class: "news", role: "status" });
  const alarm = make("p", { class: "alarm", role: "alert" });
  const say = (words, urgent) => {
    news.textContent = alarm.textContent = "";
    requestAnimationFrame(() => ((urgent ? alarm : news).textContent = words));
  };
  return { say, nodes: [news, alarm] };
}

// The faults, or the warnings of the last check; each leads to its field.
function makeFaults(wish, of, title) {
  const name = make("summary", {});
  const list = make("ul", {});
  const node = make("details", { class: of }, name, list);
  const item = ({ words, leads }, number) => {
    const text = leads ? button(words, "", () => wish("follow", { of, number })) : make("span", {}, words);
    return make("li", {}, text);
  };
  const update = (faults, n) => {
    node.hidden = !n;
    name.textContent = title(n);
    list.replaceChildren(...faults.map(item));
    if (n > faults.length) list.append(make("li", {}, `and ${n - faults.length} more`));
  };
  return { node, update };
}

function makeTools(wish) {
  const undo = button("Undo", "", () => wish("undo"));
  const redo = button("Redo", "", () => wish("redo"));
  const save = button("Save", "Save the files", () => wish("save"));
  const bar = make("div", { class: "tools", role: "group", "aria-label": "The case" });
  bar.append(save, button("New act", "", () => wish("new")), undo, redo);
  bar.append(button("Check", "Check the whole folder anew", () => wish("check")));
  bar.append(button("Load anew", "Load the files anew, keeping the edits", () => wish("renew")));
  save.className = "main";
  const update = ({ can_undo, can_redo, n_unsaved }) => {
    undo.setAttribute("aria-disabled", String(!can_undo));
    redo.setAttribute("aria-disabled", String(!can_redo));
    save.setAttribute("aria-disabled", String(!n_unsaved));
  };
  return { bar, update };
}

// The keys that take back a change are the notebook's own outside of text fields.
function hearKeys(root, wish) {
  const hear = (event) => {
    const { key, code, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    if (!root.contains(target) || ctrlKey === metaKey || altKey) return;
    const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace("Key", "").toLowerCase();
    if (letter !== "z" && letter !== "y") return;
    event.stopImmediatePropagation();
    if (target.matches("input, textarea")) return;
    event.preventDefault();
    wish(letter === "y" || shiftKey ? "redo" : "undo");
  };
  window.addEventListener("keydown", hear, true);
  return () => window.removeEventListener("keydown", hear, true);
}

// Answers to what a date means come by themselves, each for the text it was asked of.
function makeSaying(model) {
  const asked = new Map();
  const hear = (answer) => asked.get(answer.text)?.(answer);
  model.on("msg:custom", hear);
  const say = (text, told) => {
    asked.clear();
    asked.set(text, told);
    model.send({ do: "say", text });
  };
  return { say, stop: () => model.off("msg:custom", hear) };
}

function makeContext(model, wish, say) {
  return {
    wish,
    say,
    choices: (name) => model.get("choices")[name] ?? [],
    actChoices: () =>
      model
        .get("acts")
        .filter(([number]) => number !== model.get("form").number)
        .map(([, id, date, , summary]) => [id, `${date} ${id}`, summary]),
    set: ({ table, number }, column, value) => wish("set", { table, number, column, value }),
    open: (table, key) => wish("open", { table, key }),
  };
}

function focusOn(root, [table, number, column]) {
  const field = root.querySelector(`[data-field="${table} ${number} ${column}"]`);
  (field ?? root.querySelector(".form h4"))?.focus();
  field?.scrollIntoView({ block: "nearest" });
}

const counted = (n, what) => `${n} ${what}${n === 1 ? "" : "s"}`;

function inWords({ folder, n_unsaved, n_faults }) {
  const rows = n_unsaved ? counted(n_unsaved, "unsaved row") : "all saved";
  return `${folder}: ${rows}, ${n_faults ? counted(n_faults, "fault") : "no fault"}`;
}

function render({ model, el }) {
  const wish = (what, more = {}) => model.send({ do: what, ...more });
  const saying = makeSaying(model);
  const context = makeContext(model, wish, saying.say);
  const [news, tools] = [makeNews(), makeTools(wish)];
  const faults = makeFaults(wish, "faults", (n) => `${counted(n, "fault")} to be mended before saving`);
  const warnings = makeFaults(wish, "warnings", (n) => `${counted(n, "warning")} at the last check`);
  const acts = makeActsList((number) => wish("choose", { number }));
  const [form, beside] = [makeActForm(context), makeBeside(context)];
  const line = make("p", { class: "standing" });
  const root = make("div", { class: "demarche-editor" });
  const right = make("div", { class: "right" }, form.node, beside.node);
  root.append(line, tools.bar, ...news.nodes, faults.node, warnings.node);
  root.append(make("div", { class: "halves" }, acts.node, right));
  el.append(root);
  let heard = model.get("answer").n ?? 0;
  const showForms = (forced) => {
    form.update(model.get("form"), forced);
    beside.update(model.get("beside"), forced);
    acts.mark(model.get("form").number);
  };
  const hear = () => {
    const { n, words, urgent, focus } = model.get("answer");
    if (!n || n === heard) return;
    heard = n;
    const lost = document.activeElement === document.body;
    // A refusal takes what was typed back to what holds.
    showForms(urgent);
    news.say(words, urgent);
    if (focus.length) focusOn(root, focus);
    else if (lost && !root.contains(document.activeElement)) root.querySelector(".form h4")?.focus();
  };
  const stops = [
    keepKeys(el),
    hearKeys(root, wish),
    saying.stop,
    acts.stop,
    follow(model, ["acts"], () => acts.update(model.get("acts"))),
    follow(model, ["form", "beside", "choices"], () => showForms(false)),
    follow(model, ["faults", "warnings", "standing"], () => {
      line.textContent = inWords(model.get("standing"));
      tools.update(model.get("standing"));
      faults.update(model.get("faults"), model.get("standing").n_faults);
      warnings.update(model.get("warnings"), model.get("standing").n_warnings);
    }),
    follow(model, ["answer"], hear),
  ];
  return () => stops.forEach((stop) => stop());
}

export default { render };
