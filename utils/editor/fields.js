// One column of a row as a field, with what is wrong beside it.

const SAY_AFTER = 200;

function commitOnChange(input, send) {
  input.addEventListener("change", () => send(input.value));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && input.tagName === "INPUT") send(input.value);
  });
}

// What was typed and not sent yet is never written over by an answer.
function textBody(spec, send) {
  const long = spec.kind === "long";
  const input = long ? make("textarea", { rows: "3" }) : make("input", { type: "text" });
  input.autocomplete = "off";
  commitOnChange(input, send);
  let told = "";
  const update = ({ value }, forced) => {
    const typing = document.activeElement === input && input.value !== told;
    if (forced || !typing) input.value = value;
    told = value;
  };
  return { input, nodes: [input], update, words: () => "" };
}

// What a date means is said while it is typed, and again by the row once it is sent.
function dateBody(spec, send, context) {
  const body = textBody(spec, send);
  const { update } = body;
  let timer = 0;
  let words = "";
  const hear = (answer) => answer.text === body.input.value && body.tell(answer);
  body.input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => context.say(body.input.value, hear), SAY_AFTER);
  });
  body.update = (now, forced) => {
    update(now, forced);
    words = now.words ?? "";
  };
  body.words = () => words;
  return body;
}

function codeBody(spec, send) {
  const body = textBody(spec, send);
  const take = button("", "", () => send(take.value));
  const { update } = body;
  body.update = (now, forced) => {
    update(now, forced);
    take.value = now.offer;
    take.hidden = !now.offer;
    take.textContent = `Use ${now.offer}, the form's usual code`;
  };
  body.nodes.push(take);
  return body;
}

function choiceBody(spec, send, context) {
  const options = () => context.choices(spec.choices);
  const picker = makePicker({ options, take: send, placeholder: "Type to search" });
  const name = `Open the ${spec.label.toLowerCase()}`;
  const open = button("Open", name, () => context.open(spec.opens, open.value));
  const line = make("div", { class: "line" }, ...picker.nodes);
  if (spec.opens) line.append(open);
  const update = ({ value }) => {
    picker.update(value);
    open.value = value;
    open.hidden = !options().some((it) => it[0] === value);
  };
  return { input: picker.input, nodes: [line], update, words: picker.meaning };
}

// Several ids of acts: each can be taken out, and one more can be sought and added.
function actsBody(spec, send, context) {
  let ids = [];
  const list = make("ul", { class: "named" });
  const options = () => context.actChoices().filter(([id]) => !ids.includes(id));
  const take = (id) => {
    if (id) send([...ids, id].join(";"));
    picker.update("");
  };
  const picker = makePicker({ options, take, placeholder: "Search an act to add" });
  const item = (id) => {
    const less = button("Take out", `Take out ${id}`, () => {
      picker.input.focus();
      send(ids.filter((it) => it !== id).join(";"));
    });
    const about = context.actChoices().find((it) => it[0] === id)?.[2] ?? "";
    return make("li", {}, make("b", {}, id), make("span", { dir: "auto" }, about), less);
  };
  const update = ({ value }) => {
    ids = value.split(";").filter((it, n, all) => it || all.length > 1);
    list.replaceChildren(...ids.map(item));
    list.hidden = !ids.length;
  };
  return { input: picker.input, nodes: [list, ...picker.nodes], update, words: () => "" };
}

const WIDE = new Set(["long", "acts"]);
const BODIES = { date: dateBody, code: codeBody, choice: choiceBody, acts: actsBody };

function makeField(spec, row, context) {
  const id = `field-${(numbered += 1)}`;
  const send = (value) => {
    if (value !== spec.value) context.set(row, spec.column, value);
  };
  const body = (BODIES[spec.kind] ?? textBody)(spec, send, context);
  const words = make("p", { class: "words", id: `${id}-words`, "aria-live": "polite" });
  const faults = make("p", { class: "wrong", id: `${id}-faults`, "aria-live": "polite" });
  const hint = make("span", { class: "hint", id: `${id}-hint` }, spec.hint);
  const label = make("label", { for: id }, spec.label);
  body.input.id = id;
  body.input.dataset.field = `${row.table} ${row.number} ${spec.column}`;
  body.input.setAttribute("aria-describedby", `${id}-hint ${id}-words ${id}-faults`);
  const tell = (text, wrong) => {
    words.textContent = text;
    words.classList.toggle("wrong", wrong);
  };
  body.tell = (answer) => tell(answer.words, answer.wrong);
  const node = make("div", { class: `field ${WIDE.has(spec.kind) ? "wide" : ""}` });
  node.append(make("div", { class: "name" }, label, hint), ...body.nodes, words, faults);
  const update = (now, forced = false) => {
    spec = now;
    body.update(now, forced);
    tell(body.words(), false);
    faults.textContent = now.faults.join(" ");
    body.input.setAttribute("aria-invalid", String(now.faults.length > 0));
  };
  update(spec);
  return { node, update };
}
