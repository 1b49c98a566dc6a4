// A bar of buttons: take a change back, keep what is asked, and open it again.

const LARGEST_BYTES = 1_000_000;
const MOVES = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

// One stop for the keyboard, since six more would stand before every facet.
function makeToolbar(buttons) {
  const bar = make("div", { class: "tools", role: "toolbar", "aria-label": "What is asked" });
  bar.append(...buttons);
  const stopAt = (chosen) => buttons.forEach((it) => (it.tabIndex = it === chosen ? 0 : -1));
  stopAt(buttons[0]);
  bar.addEventListener("focusin", ({ target }) => stopAt(target));
  bar.addEventListener("keydown", (event) => {
    const ends = { Home: 0, End: buttons.length - 1 };
    const here = buttons.indexOf(document.activeElement);
    const next = ends[event.key] ?? here + (MOVES[event.key] ?? NaN);
    if (Number.isNaN(next)) return;
    event.preventDefault();
    buttons.at(next % buttons.length).focus();
  });
  return bar;
}

// News are said politely, a refusal at once; the same words are said again too.
// What was said of one change does not stay beside the next: Python takes away what
// it said, and `pass` what was said here.
function makeNews() {
  const news = make("p", { class: "news", role: "status" });
  const alarm = make("p", { class: "alarm", role: "alert" });
  let own = false;
  const write = (words, urgent) => {
    news.textContent = alarm.textContent = "";
    requestAnimationFrame(() => ((urgent ? alarm : news).textContent = words));
  };
  const say = (words, urgent = false, ours = true) => {
    own = ours;
    write(words, urgent);
  };
  const pass = () => own && say("");
  return { say, pass, nodes: [news, alarm] };
}

function makeCode(model) {
  const label = { readonly: "", rows: "12", spellcheck: "false", "aria-label": "The code" };
  const text = make("textarea", label);
  const folded = make("details", {}, make("summary", {}, "The code"), text);
  const show = () => (text.value = model.get("code"));
  return { folded, text, stop: follow(model, ["code"], show) };
}

// Where a page has no right to the clipboard, an older way may still be open.
async function copied(code) {
  try {
    await navigator.clipboard.writeText(code.text.value);
    return true;
  } catch {
    code.folded.open = true;
    const before = document.activeElement;
    code.text.select();
    const done = document.execCommand("copy");
    if (done) before?.focus();
    return done;
  }
}

async function copy(code, say) {
  if (await copied(code)) say("The code is copied: paste it into a cell.");
  else say("The browser did not let us copy. The code is marked below: copy it there.", true);
}

function saveFile(model, say) {
  const file = new Blob([model.get("file")], { type: "application/json" });
  const link = make("a", { href: URL.createObjectURL(file), download: model.get("file_name") });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  say(`${model.get("file_name")} is saved where this browser keeps downloads.`);
}

async function openFile(model, input, say) {
  const [file] = input.files;
  if (!file) return;
  input.value = "";
  if (file.size > LARGEST_BYTES) {
    say(`${file.name} is larger than a saved inquiry (1,000,000 bytes). Nothing is changed.`, true);
    return;
  }
  try {
    model.send({ do: "open", name: file.name, text: await file.text() });
  } catch {
    say(`${file.name} cannot be read. Nothing is changed.`, true);
  }
}

function isText(node) {
  const marks = "[type=checkbox], [type=radio], [type=button], [type=range], [type=file]";
  return node.matches("textarea, input, [contenteditable]") && !node.matches(marks);
}

// The letter on the key, or where a keyboard writes others, its place.
function stepOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }) {
  if (ctrlKey === metaKey || altKey) return "";
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace("Key", "").toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && ctrlKey && !shiftKey ? "redo" : "";
}

// Heard before the notebook, which would take back a change of a cell, even from
// within a text field; there the keys are the browser's.
function hearKeys(el, ask) {
  const isOurs = ({ target }) => (el.closest(".demarche-desk") ?? el).contains(target);
  const hear = (event) => {
    const step = stepOf(event);
    if (!step || !isOurs(event)) return;
    event.stopImmediatePropagation();
    if (isText(event.target)) return;
    event.preventDefault();
    ask(step);
  };
  const letBe = (event) => {
    if (/^history/.test(event.inputType) && isOurs(event)) event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", hear, true);
  window.addEventListener("beforeinput", letBe, true);
  return () => {
    window.removeEventListener("keydown", hear, true);
    window.removeEventListener("beforeinput", letBe, true);
  };
}

// The ends keep their focus: a button that is truly disabled would lose it.
function showSteps(model, undo, redo) {
  undo.setAttribute("aria-disabled", String(!model.get("can_undo")));
  redo.setAttribute("aria-disabled", String(!model.get("can_redo")));
}

function hearAnswers(model, { say, pass }) {
  let heard = model.get("answer").n ?? 0;
  const hear = () => {
    const { n, words, urgent } = model.get("answer");
    if (n === heard) return;
    heard = n;
    say(words, urgent, false);
  };
  model.on("change:answer", hear);
  model.on("change:file", pass);
  return () => {
    model.off("change:answer", hear);
    model.off("change:file", pass);
  };
}

function makeButtons(model, code, say, input) {
  const ask = (step) => model.send({ do: step });
  const undo = button("Undo", "", () => ask("undo"));
  const redo = button("Redo", "", () => ask("redo"));
  undo.setAttribute("aria-keyshortcuts", "Control+Z Meta+Z");
  redo.setAttribute("aria-keyshortcuts", "Control+Shift+Z Meta+Shift+Z");
  return [
    undo,
    redo,
    button("Reset", "Reset every filter", () => ask("reset")),
    button("Copy as code", "", () => copy(code, say)),
    button("Save", "Save what is asked as a file", () => saveFile(model, say)),
    button("Open", "Open a saved file", () => input.click()),
  ];
}

// The facets below are some ninety stops for the keyboard: a way past them.
function makeWayPast(el) {
  const past = button("Go to the views", "", () =>
    el.closest(".demarche-desk")?.querySelector('[role="tab"][tabindex="0"]')?.focus(),
  );
  past.className = "past";
  return past;
}

function render({ model, el }) {
  const input = make("input", { type: "file", accept: ".json,application/json", hidden: "" });
  const news = makeNews();
  const code = makeCode(model);
  const buttons = makeButtons(model, code, news.say, input);
  input.addEventListener("change", () => openFile(model, input, news.say));
  const bar = make("div", { class: "demarche-bar" }, makeToolbar(buttons), input);
  bar.append(...news.nodes, code.folded, makeWayPast(el));
  el.append(bar);
  const stops = [
    keepKeys(el),
    hearKeys(el, (step) => model.send({ do: step })),
    hearAnswers(model, news),
    follow(model, ["can_undo", "can_redo"], () => showSteps(model, ...buttons)),
    code.stop,
  ];
  return () => stops.forEach((stop) => stop());
}

export default { render };
