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

// A notebook in command mode obeys single keys: "x" on a focused checkbox would
// cut the cell, and an arrow key would walk away from it.
function keepKeys(node) {
  node.setAttribute("data-lm-suppress-shortcuts", "true");
}

// Follow traits for as long as the widget is on the page, and show them at once.
function follow(model, traits, show) {
  const events = traits.map((trait) => `change:${trait}`).join(" ");
  model.on(events, show);
  show();
  return () => model.off(events, show);
}
