// A field for a text that the acts shown are to mention.

const PAUSE_MS = 250;
const WHERE = "In summaries, names and places; a name in other spellings and alphabets too.";

function buildField(model) {
  const field = make("input", { type: "search", autocomplete: "off", spellcheck: "false" });
  let timer = 0;
  const tell = () => {
    clearTimeout(timer);
    if (model.get("text") === field.value) return;
    model.set("text", field.value);
    model.save_changes();
  };
  const clear = () => {
    field.value = "";
    tell();
    field.focus();
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(tell, PAUSE_MS);
  });
  field.addEventListener("change", tell);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !field.value) return;
    event.preventDefault();
    event.stopPropagation();
    clear();
  });
  return { field, clear, stop: () => clearTimeout(timer) };
}

function render({ model, el }) {
  const { field, clear, stop } = buildField(model);
  const id = `sought-${Math.random().toString(36).slice(2)}`;
  field.id = id;
  field.setAttribute("aria-describedby", `${id}-where`);
  const wipe = button("Clear", "Clear the text", clear);
  const where = make("p", { id: `${id}-where` }, WHERE);
  const row = make("div", { class: "tools" }, field, wipe);
  const label = make("label", { for: id }, "Text");
  el.append(make("div", { class: "demarche-facet sought" }, label, row, where));
  const show = () => {
    const text = model.get("text");
    if (field.value !== text) field.value = text;
    wipe.disabled = !text;
  };
  const stops = [keepKeys(el), stop, follow(model, ["text"], show)];
  return () => stops.forEach((end) => end());
}

export default { render };
