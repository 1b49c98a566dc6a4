// The acts that are shown: a plain table, in any order, by pages of 25 or whole.

const PAGE = 25;

function headOf(columns, sortBy) {
  const cells = columns.map((column) => {
    const press = button(column.title, "", () => sortBy(column));
    press.append(make("span", { class: "arrow", "aria-hidden": "true" }));
    column.head = make("th", { scope: "col", role: "columnheader" }, press);
    return column.head;
  });
  return make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...cells));
}

function cellOf(column, act, open) {
  const words = make("bdi", {}, column.said(act));
  const cell = make("td", { role: "cell", class: column.name });
  cell.append(column.opens ? open(words) : words);
  return cell;
}

function pagerOf(turn) {
  const steps = [
    ["First", () => 0],
    ["Previous", (at) => at - 1],
    ["Next", (at) => at + 1],
    ["Last", () => Infinity],
  ];
  const buttons = steps.map(([words, to]) => button(words, `${words} page`, () => turn(to)));
  const place = make("span", { class: "place", role: "status" });
  const all = button("Show all", "", () => turn("all"));
  const bar = make("nav", { class: "pager", "aria-label": "Pages of the table" });
  bar.append(...buttons.slice(0, 2), place, ...buttons.slice(2), all);
  return { bar, buttons, place, all };
}

// `columns` have name, title, said(act), key(act) to sort by, and one `opens` its act.
// `arranged` is called when the reader has changed the order.
function actsTable({ columns, caption, choose, arranged }) {
  const state = { acts: [], order: [], sorted: null, down: false, at: 0, whole: false, chosen: -1 };
  const title = make("caption", {});
  const body = make("tbody", { role: "rowgroup" });
  const head = headOf(columns, (column) => {
    state.down = state.sorted === column && !state.down;
    state.sorted = column;
    state.at = 0;
    arrange();
    arranged();
  });
  const table = make("table", { class: "acts", role: "table" }, title, head, body);
  const pager = pagerOf((to) => {
    if (to === "all") state.whole = !state.whole;
    else state.at = to(state.at);
    write();
  });
  body.addEventListener("click", ({ target }) => {
    const row = target.closest("tr");
    if (row && !String(getSelection())) choose(Number(row.dataset.act));
  });
  body.addEventListener("keydown", (event) => walkRows(body, event));

  function arrange() {
    const { sorted, acts, down } = state;
    state.order = sorted ? sortedBy(acts, sorted.key, down) : acts;
    for (const column of columns) {
      const way = column === sorted ? (down ? "descending" : "ascending") : "none";
      column.head.setAttribute("aria-sort", way);
    }
    write();
  }

  function rowOf(act) {
    const open = (words) => make("button", { type: "button", class: "open" }, words);
    const cells = columns.map((column) => cellOf(column, act, open));
    const row = make("tr", { role: "row", "data-act": act }, ...cells);
    return row;
  }

  function mark() {
    for (const row of body.children) {
      const here = Number(row.dataset.act) === state.chosen;
      if (here) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    }
  }

  function write() {
    const { order, whole } = state;
    const size = whole ? Math.max(order.length, 1) : PAGE;
    const last = Math.max(0, Math.ceil(order.length / size) - 1);
    state.at = Math.min(Math.max(state.at, 0), last);
    const first = state.at * size;
    const rows = order.slice(first, first + size);
    title.textContent = caption(order.length);
    body.replaceChildren(...rows.map(rowOf));
    showPager(pager, { first, n: rows.length, total: order.length, whole, at: state.at, last });
    mark();
  }

  return {
    nodes: [table, pager.bar],
    order: () => state.order,
    show(acts) {
      state.acts = acts;
      state.at = 0;
      arrange();
    },
    // Turn to the page of an act and mark its row, or none. Rows that are there
    // already stay, and with them the focus.
    point(act) {
      state.chosen = act;
      const at = Math.floor(state.order.indexOf(act) / PAGE);
      if (at < 0 || at === state.at || state.whole) return mark();
      state.at = at;
      write();
    },
    focus: (act) => body.querySelector(`tr[data-act="${act}"] .open`)?.focus(),
  };
}

// Equal keys keep the order of time, whichever way the others go.
function sortedBy(acts, key, down) {
  const keys = new Map(acts.map((act) => [act, key(act)]));
  const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  return [...acts].sort((a, b) => compare(keys.get(a), keys.get(b)) * (down ? -1 : 1));
}

function showPager(pager, { first, n, total, whole, at, last }) {
  pager.place.textContent = n ? `Rows ${first + 1} to ${first + n} of ${total}` : "No row";
  const ends = [at <= 0, at <= 0, at >= last, at >= last];
  pager.buttons.forEach((press, i) => {
    press.setAttribute("aria-disabled", String(ends[i]));
    press.hidden = whole;
  });
  pager.all.textContent = whole ? `Show ${PAGE} a page` : "Show all";
  pager.bar.hidden = total <= PAGE;
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
