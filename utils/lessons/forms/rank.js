// Put in order, by buttons or arrow keys; the focus stays with what is moved.

function rankRow(label, move) {
  const place = make("span", { class: "place", "aria-hidden": "true" });
  const up = button("▲", `Move up: ${label}`, () => move(-1, up));
  const down = button("▼", `Move down: ${label}`, () => move(1, down));
  const row = make("li", {}, place, up, down, make("span", { class: "what" }, label));
  row.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(step, document.activeElement);
  });
  return row;
}

// A button that is truly disabled would lose the focus.
function showPlace(row, n, last) {
  row.querySelector(".place").textContent = n + 1;
  const [up, down] = row.querySelectorAll("button");
  up.setAttribute("aria-disabled", String(n === 0));
  down.setAttribute("aria-disabled", String(n === last));
}

function ranker(model, change, say) {
  const labels = new Map(model.get("options"));
  let order = model.get("answer") ?? [...labels.keys()];
  const list = make("ol", { role: "list", class: "rank" });
  const rows = new Map([...labels].map(([key, label]) => [
    key, rankRow(label, (step, focus) => move(key, step, focus)),
  ]));
  const show = () => {
    list.replaceChildren(...order.map((key) => rows.get(key)));
    order.forEach((key, n) => showPlace(rows.get(key), n, order.length - 1));
  };
  const move = (key, step, focus) => {
    const from = order.indexOf(key);
    const to = from + step;
    if (to < 0 || to >= order.length) {
      say(`${labels.get(key)} is already ${step < 0 ? "first" : "last"}.`);
      return;
    }
    order = order.with(from, order[to]).with(to, key);
    show();
    focus?.focus();
    say(`${labels.get(key)}: now ${to + 1} of ${order.length}.`);
    change(order);
  };
  show();
  const [first, last] = model.get("ends");
  const top = make("p", { class: "end" }, first === "first" ? "" : `Top: ${first}`);
  const end = make("p", { class: "end" }, last === "last" ? "" : `Bottom: ${last}`);
  return make("div", {}, top, list, end);
}
