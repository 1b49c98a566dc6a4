// A plain table of acts: in any order, by pages of 25 or whole, walked with keys.

const PAGE = 25;
const compared = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

// Equal keys keep the order of time, whichever way the others go.
function sortedBy(acts, key, down) {
  const keys = new Map(acts.map((act) => [act, key(act)]));
  return [...acts].sort((a, b) => compared(keys.get(a), keys.get(b)) * (down ? -1 : 1));
}

// `columns` have name, title, said(act), key(act) to sort by, and one `opens` its act.
// `choose` is given the act of a row, `arranged` is told of a new order.
function actsTable({ columns, caption, choose, arranged }) {
  const view = { columns, caption, acts: [], order: [], at: 0, whole: false, chosen: NO_ACT };
  const sort = (column) => {
    sortBy(view, column);
    arranged();
  };
  view.title = make("caption", {});
  view.body = make("tbody", { role: "rowgroup" });
  view.table = make("table", { class: "acts", role: "table" }, view.title);
  view.table.append(headOf(columns, sort), view.body);
  view.pager = pagerOf((to) => turn(view, to));
  view.body.addEventListener("keydown", (event) => walkRows(view.body, event));
  view.body.addEventListener("click", ({ target }) => {
    const row = target.closest("tr");
    if (row && !String(getSelection())) choose(Number(row.dataset.act));
  });
  return {
    nodes: [view.table, view.pager.bar],
    order: () => view.order,
    show: (acts) => arrange(Object.assign(view, { acts, at: 0 })),
    point: (act) => point(view, act),
    focus: (act) => view.body.querySelector(`tr[data-act="${act}"] .open`)?.focus(),
  };
}

function headOf(columns, sort) {
  const cells = columns.map((column) => {
    const press = button(column.title, "", () => sort(column));
    press.append(make("span", { class: "arrow", "aria-hidden": "true" }));
    column.head = make("th", { scope: "col", role: "columnheader" }, press);
    return column.head;
  });
  return make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...cells));
}

function sortBy(view, column) {
  view.down = view.sorted === column && !view.down;
  view.sorted = column;
  arrange(Object.assign(view, { at: 0 }));
}

function arrange(view) {
  const { sorted, acts, down, columns } = view;
  view.order = sorted ? sortedBy(acts, sorted.key, down) : acts;
  for (const column of columns) {
    const way = down ? "descending" : "ascending";
    column.head.setAttribute("aria-sort", column === sorted ? way : "none");
  }
  write(view);
}

function rowOf(columns, act) {
  const cells = columns.map(({ name, said, opens }) => {
    const words = make("bdi", {}, said(act));
    const shown = opens ? make("button", { type: "button", class: "open" }, words) : words;
    return make("td", { role: "cell", class: name }, shown);
  });
  return make("tr", { role: "row", "data-act": act }, ...cells);
}

function write(view) {
  const { order, whole, columns } = view;
  const size = whole ? Math.max(order.length, 1) : PAGE;
  const last = Math.max(0, Math.ceil(order.length / size) - 1);
  view.at = Math.min(Math.max(view.at, 0), last);
  const first = view.at * size;
  const rows = order.slice(first, first + size);
  view.title.textContent = view.caption(order.length);
  view.body.replaceChildren(...rows.map((act) => rowOf(columns, act)));
  showPager(view, { first, n: rows.length, last });
  mark(view);
}

function mark({ body, chosen }) {
  for (const row of body.children) {
    if (Number(row.dataset.act) === chosen) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
}

// Turn to the page of an act and mark its row, or none. Rows that are there already
// stay, and with them the focus.
function point(view, act) {
  view.chosen = act;
  const at = Math.floor(view.order.indexOf(act) / PAGE);
  if (at < 0 || at === view.at || view.whole) mark(view);
  else write(Object.assign(view, { at }));
}

function turn(view, to) {
  if (to === "all") view.whole = !view.whole;
  else view.at = to(view.at);
  write(view);
  view.table.scrollIntoView({ block: "nearest" });
}

function pagerOf(turnTo) {
  const steps = [
    ["First", () => 0],
    ["Previous", (at) => at - 1],
    ["Next", (at) => at + 1],
    ["Last", () => Infinity],
  ];
  const buttons = steps.map(([words, to]) => button(words, `${words} page`, () => turnTo(to)));
  const place = make("span", { class: "place", role: "status" });
  const all = button("Show all", "", () => turnTo("all"));
  const bar = make("nav", { class: "pager", "aria-label": "Pages of the table" });
  bar.append(...buttons.slice(0, 2), place, ...buttons.slice(2), all);
  return { bar, buttons, place, all };
}

function showPager({ pager, order, whole, at }, { first, n, last }) {
  pager.place.textContent = n ? `Rows ${first + 1} to ${first + n} of ${order.length}` : "No row";
  const ends = [at <= 0, at <= 0, at >= last, at >= last];
  pager.buttons.forEach((press, i) => {
    press.setAttribute("aria-disabled", String(ends[i]));
    press.hidden = whole;
  });
  pager.all.textContent = whole ? `Show ${PAGE} a page` : "Show all";
  pager.bar.hidden = order.length <= PAGE;
}

// Up and down go from row to row.
function walkRows(body, event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const buttons = [...body.querySelectorAll("button")];
  const at = buttons.indexOf(event.target);
  if (!step || at < 0) return;
  event.preventDefault();
  buttons[at + step]?.focus();
}
