// The acts as a list of which only the rows in sight are on the page.

const ROW_PX = 52;
const MARKS = [
  ["f", "fault", "✕ fault"],
  ["w", "warning", "! warning"],
  ["n", "new", "+ new"],
  ["c", "changed", "● changed"],
];
const SHOWS = [
  ["", "All acts"],
  ["f", "With a fault"],
  ["w", "With a warning"],
  ["nc", "Changed or new"],
];

function actNode([number, id, date, who, summary, marks], chosen, place) {
  const head = make("span", { class: "head" }, make("b", {}, date || "no date"), make("span", {}, who));
  const signs = MARKS.filter(([sign]) => marks.includes(sign));
  head.append(...signs.map(([, name, text]) => make("span", { class: `mark ${name}` }, text)));
  const node = make("div", { role: "option", id: `act-${place.list}-${number}`, class: "act" });
  node.setAttribute("aria-selected", String(number === chosen));
  node.setAttribute("aria-posinset", String(place.n + 1));
  node.setAttribute("aria-setsize", String(place.total));
  node.style.top = `${place.n * ROW_PX}px`;
  node.title = id;
  node.append(head, make("span", { class: "summary", dir: "auto" }, summary || id));
  return node;
}

function makeFilter(list, change) {
  const search = make("input", { type: "search", id: `${list}-search`, autocomplete: "off" });
  const show = make("select", { "aria-label": "Which acts" });
  show.append(...SHOWS.map(([value, text]) => make("option", { value }, text)));
  search.addEventListener("input", change);
  show.addEventListener("change", change);
  const label = make("label", { for: search.id }, "Search the acts");
  const holds = (act) => {
    const words = folded(search.value).split(/\s+/).filter(Boolean);
    const kind = !show.value || [...show.value].some((sign) => act[5].includes(sign));
    if (!kind || !words.length) return kind;
    act.text ??= folded(act.slice(1, 5).join(" "));
    return words.every((word) => act.text.includes(word));
  };
  return { nodes: [label, make("div", { class: "tools" }, search, show)], holds };
}

function makeActsList(choose) {
  const list = `acts-${(numbered += 1)}`;
  const rows = make("div", { class: "rows" });
  const box = make("div", { class: "acts", role: "listbox", tabindex: "0" });
  box.setAttribute("aria-label", "Acts: arrow keys move, Enter opens");
  box.append(rows);
  const count = make("p", { class: "count", role: "status" });
  let [acts, found, chosen, active] = [[], [], 0, 0];

  function draw() {
    const first = Math.max(0, Math.floor(box.scrollTop / ROW_PX) - 4);
    const last = first + Math.ceil(box.clientHeight / ROW_PX) + 8;
    const total = found.length;
    const inSight = [...found.entries()].slice(first, last);
    if (active < total && !(active >= first && active < last)) inSight.push([active, found[active]]);
    rows.style.height = `${total * ROW_PX}px`;
    rows.replaceChildren(...inSight.map(([n, act]) => actNode(act, chosen, { list, n, total })));
    const here = found[active] && `act-${list}-${found[active][0]}`;
    rows.querySelectorAll(".act").forEach((it) => it.classList.toggle("active", it.id === here));
    box.setAttribute("aria-activedescendant", here ?? "");
  }
  function bring(n) {
    active = Math.max(0, Math.min(n, found.length - 1));
    const top = active * ROW_PX;
    if (top < box.scrollTop) box.scrollTop = top;
    const below = top + ROW_PX - box.clientHeight;
    if (below > box.scrollTop) box.scrollTop = below;
    draw();
  }
  function filter() {
    found = acts.filter(filters.holds);
    const all = acts.length === found.length;
    count.textContent = all ? `${acts.length} acts` : `${found.length} of ${acts.length} acts`;
    bring(Math.max(0, found.findIndex(([number]) => number === chosen)));
  }
  const filters = makeFilter(list, filter);
  box.addEventListener("scroll", draw);
  box.addEventListener("click", ({ target }) => {
    const node = target.closest(".act");
    if (node) choose(Number(node.id.split("-").at(-1)));
  });
  box.addEventListener("keydown", (event) => {
    const ends = { Home: 0, End: found.length - 1 };
    const next = ends[event.key] ?? active + (STEPS[event.key] ?? NaN);
    if (!Number.isNaN(next)) bring(next);
    else if (event.key === "Enter" || event.key === " ") found[active] && choose(found[active][0]);
    else return;
    event.preventDefault();
  });
  const size = new ResizeObserver(draw);
  size.observe(box);
  const node = make("section", { class: "list", "aria-label": "The acts" }, ...filters.nodes, count, box);
  const update = (now) => {
    acts = now;
    filter();
  };
  const mark = (number) => {
    if (number === chosen) return;
    chosen = number;
    const n = found.findIndex((act) => act[0] === number);
    n < 0 ? draw() : bring(n);
  };
  return { node, update, mark, stop: () => size.disconnect() };
}
