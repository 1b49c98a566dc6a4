// What every widget of ours builds its elements with.
// What the data say reaches the page as text and attributes, never as markup.

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function button(text, name, press) {
  const node = make("button", { type: "button" }, text);
  if (name) node.setAttribute("aria-label", name);
  node.addEventListener("click", press);
  return node;
}

// A notebook in command mode obeys single keys wherever the focus is: "x" on a
// checkbox would cut the cell. It lets be what wears this attribute, so we put it
// on whatever has the focus in our output, but for keys pressed with a modifier.
function keepKeys(el) {
  const guard = ({ target, ctrlKey, metaKey, altKey }) => {
    const output = el.closest(".jp-OutputArea-output") ?? el;
    if (!output.contains(target)) return;
    const plain = !(ctrlKey || metaKey || altKey);
    target.toggleAttribute("data-lm-suppress-shortcuts", plain);
  };
  window.addEventListener("keydown", guard, true);
  return () => window.removeEventListener("keydown", guard, true);
}

// Follow traits for as long as the widget is on the page, and show them at once.
function follow(model, traits, show) {
  const events = traits.map((trait) => `change:${trait}`).join(" ");
  model.on(events, show);
  show();
  return () => model.off(events, show);
}
