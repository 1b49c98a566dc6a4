// How many acts are shown, said once when quick changes have come to rest.

const REST = 150;

// Writing the same words again could make a screen reader say them again.
function write(node, words) {
  if (node.textContent !== words) node.textContent = words;
}

function buildHint(model) {
  const words = make("span", {});
  const drop = button("", "", () => model.send({ do: "hint" }));
  return { words, drop, line: make("p", { class: "hint" }, words, " ", drop) };
}

// A button that vanishes under the keyboard hands the focus to the line itself.
function showHint(model, hint, count) {
  const action = model.get("hint_action");
  if (!action && hint.drop === document.activeElement) count.focus();
  write(hint.words, model.get("hint"));
  write(hint.drop, action);
  hint.drop.hidden = !action;
  hint.line.hidden = !action && !model.get("hint");
}

function render({ model, el }) {
  const count = make("p", { class: "count", tabindex: "-1" });
  const hint = buildHint(model);
  const news = make("div", { role: "status", "aria-live": "polite" }, count, hint.line);
  const detail = make("p", { class: "detail" });
  const line = make("div", { class: "demarche-status" }, news, detail);
  const show = () => {
    write(count, model.get("text"));
    write(detail, model.get("detail"));
    detail.title = model.get("detail");
    detail.hidden = !model.get("detail");
    showHint(model, hint, count);
  };
  let timer = 0;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(show, REST);
  };
  show();
  el.append(line);
  const unfollow = follow(model, ["text", "detail", "hint", "hint_action"], later);
  const stops = [keepKeys(el), unfollow, () => clearTimeout(timer)];
  return () => stops.forEach((stop) => stop());
}

export default { render };
