// Sort into columns: each piece has a button for each column, and moves there.

function sortPiece([key, label], bins, put) {
  const buttons = bins.map(([bin, name]) => {
    const press = button(name, `${name}: ${label}`, () => put(key, bin, press));
    press.dataset.bin = bin;
    return press;
  });
  const ways = make("div", { class: "ways" }, ...buttons);
  return make("li", {}, make("span", { class: "what" }, label), ways);
}

function sortColumn(title, kind) {
  const count = make("span", { class: "count" });
  const list = make("ul", { role: "list", "aria-label": title });
  const head = make("p", { class: "head" }, make("strong", {}, title), " ", count);
  return { list, count, node: make("div", { class: kind }, head, list) };
}

function sorter(model, change, say) {
  const [options, bins] = [model.get("options"), model.get("bins")];
  const held = { ...model.get("answer") };
  const left = sortColumn("Still to be sorted", "left");
  const columns = new Map(bins.map(([bin, name]) => [bin, sortColumn(name, "bin")]));
  const pieces = new Map(options.map((option) => [
    option[0], sortPiece(option, bins, (...put) => putInto(...put)),
  ]));
  const show = () => {
    for (const [key, piece] of pieces) {
      const place = columns.get(held[key]) ?? left;
      if (piece.parentNode !== place.list) place.list.append(piece);
      for (const it of piece.querySelectorAll("button")) {
        it.setAttribute("aria-pressed", String(it.dataset.bin === held[key]));
      }
    }
    for (const { list, count } of [left, ...columns.values()]) {
      count.textContent = `(${list.childElementCount})`;
    }
    left.node.hidden = !left.list.childElementCount;
  };
  const putInto = (key, bin, focus) => {
    held[key] = bin;
    show();
    focus.focus();
    const n = left.list.childElementCount;
    say(`${focus.getAttribute("aria-label")}. ${n} still to be sorted.`);
    change({ ...held });
  };
  show();
  const grid = make("div", { class: "columns" });
  grid.append(...[...columns.values()].map(({ node }) => node));
  return make("div", { class: "sort" }, left.node, grid);
}
