// A field that is searched for one of many values, with the definition of each.

const MOST_SHOWN = 60;
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
let numbered = 0;

// Options whose value or label has every word stand before those whose definition has.
function matching(options, sought) {
  const words = folded(sought).split(/\s+/).filter(Boolean);
  if (!words.length) return options;
  const within = (text) => words.every((word) => text.includes(word));
  const near = options.filter(([value, label]) => within(folded(`${value} ${label}`)));
  const far = options.filter((it) => !near.includes(it) && within(folded(it.join(" "))));
  return [...near, ...far];
}

function placeBelow(layer, input) {
  const box = input.getBoundingClientRect();
  layer.style.width = `${Math.min(Math.max(box.width, 320), window.innerWidth - 16)}px`;
  const { width, height } = layer.getBoundingClientRect();
  const below = box.bottom + height <= window.innerHeight || box.top < height;
  layer.style.top = `${Math.max(0, below ? box.bottom : box.top - height)}px`;
  layer.style.left = `${Math.max(8, Math.min(box.left, window.innerWidth - width - 8))}px`;
}

function optionNode([value, label], id, chosen) {
  const node = make("li", { role: "option", id, "aria-selected": String(chosen) });
  node.append(make("bdi", {}, label));
  if (value !== label) node.append(make("span", { class: "code" }, value));
  return node;
}

// The list in the layer above the page; `take` is told the value that was chosen.
function makeLayer(input, options, take) {
  const id = `picker-${(numbered += 1)}`;
  const list = make("ul", { role: "listbox", id, "aria-label": "Values" });
  const meaning = make("p", { class: "meaning", id: `${id}-meaning`, "aria-live": "polite" });
  const layer = make("div", { class: "layer", popover: "manual", hidden: "" }, list, meaning);
  const state = { shown: [], active: -1, open: false };
  const follow = () => placeBelow(layer, input);

  function activate(n, quiet = false) {
    list.children[state.active]?.classList.remove("active");
    state.active = Math.max(-1, Math.min(n, state.shown.length - 1));
    const node = list.children[state.active];
    node?.classList.add("active");
    if (!quiet) node?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", node?.id ?? "");
    meaning.textContent = state.shown[state.active]?.[2] ?? "";
  }
  function fill(sought, value) {
    const found = matching(options(), sought);
    state.shown = found.slice(0, MOST_SHOWN);
    list.replaceChildren(
      ...state.shown.map((it, n) => optionNode(it, `${id}-${n}`, it[0] === value)),
    );
    const more = found.length - state.shown.length;
    const rest = more ? `${more} more; type to narrow the list` : "Nothing is found";
    if (more || !found.length) list.append(make("li", { role: "presentation" }, rest));
    activate(state.shown.findIndex((it) => it[0] === value));
  }
  function open(sought, value) {
    if (!state.open) {
      layer.hidden = false;
      layer.showPopover?.();
      document.addEventListener("scroll", follow, true);
    }
    state.open = true;
    input.setAttribute("aria-expanded", "true");
    fill(sought, value);
    follow();
  }
  function close() {
    if (!state.open) return;
    state.open = false;
    layer.hidePopover?.();
    layer.hidden = true;
    document.removeEventListener("scroll", follow, true);
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-activedescendant", "");
  }
  const numberOf = ({ target }) => [...list.children].indexOf(target.closest("li"));
  layer.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("mousemove", (event) => {
    const n = numberOf(event);
    if (n !== state.active && n < state.shown.length) activate(n, true);
  });
  list.addEventListener("click", (event) => {
    const chosen = state.shown[numberOf(event)];
    if (chosen) take(chosen[0]);
  });
  input.setAttribute("aria-controls", id);
  return { layer, state, activate, open, close };
}

const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

// `options` gives triples of value, label and definition; `take` hears what is chosen.
function makePicker({ options, take, placeholder = "" }) {
  const attributes = { role: "combobox", type: "text", autocomplete: "off", placeholder };
  Object.assign(attributes, { spellcheck: "false", "aria-expanded": "false" });
  const input = make("input", { ...attributes, "aria-autocomplete": "list" });
  let value = "";
  const labelOf = () => options().find((it) => it[0] === value)?.[1] ?? value;
  const rest = () => (input.value = labelOf());
  const choose = (chosen) => {
    value = chosen;
    layer.close();
    rest();
    take(chosen);
  };
  const layer = makeLayer(input, options, choose);

  function press(event) {
    const { key } = event;
    if (key === "Escape" && layer.state.open) rest(), layer.close();
    else if (key === "Enter" && layer.state.open && layer.state.active >= 0)
      choose(layer.state.shown[layer.state.active][0]);
    else if (key in STEPS) {
      if (layer.state.open) layer.activate(Math.max(0, layer.state.active + STEPS[key]));
      else layer.open("", value);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
  input.addEventListener("keydown", press);
  input.addEventListener("input", () => {
    layer.open(input.value, value);
    layer.activate(input.value && layer.state.shown.length ? 0 : -1);
  });
  input.addEventListener("click", () => layer.state.open || layer.open("", value));
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", () => {
    layer.close();
    if (!input.value && value) choose("");
    else rest();
  });
  const update = (now) => {
    value = now;
    if (!layer.state.open) rest();
  };
  const meaning = () => options().find((it) => it[0] === value)?.[2] ?? "";
  return { input, nodes: [input, layer.layer], update, meaning };
}
