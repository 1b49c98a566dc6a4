// The shared page: the state, what changes it and what shows it.

const place = (id) => document.getElementById(id);

function statusOf(stock, state) {
  const drop = () => state.change(state.shown.hint.drop);
  const line = traits({ text: "", detail: "", hint: "", hint_action: "" }, { sent: drop });
  state.follow(({ shown, fault }) => {
    line.set("text", `${count.format(shown.n)} of ${actsInWords(stock.n_acts)}`);
    line.set("detail", shown.sentence);
    line.set("hint", shown.hint.sentence);
    line.set("hint_action", shown.hint.action);
    place("notice").hidden = !fault;
    place("notice").textContent = fault && `${ASTRAY} ${fault} You see what the page opens on.`;
  });
  statusLine.render({ model: line, el: place("status") });
}

const ASTRAY = "What stands after # in the address of this page cannot be shown.";

function tableAndCard(stock, state) {
  const card = chosenAct(stock, {
    walk: (wish) => state.choose(actAfter(stock, state.act, table.order(), wish)),
    close: () => closed(state, table),
  });
  const table = actsTable({
    columns: columnsOf(stock),
    caption: captionOf,
    choose: (act) => chosen(stock, state, act),
    arranged: () => card.show(state.act, table.order()),
  });
  state.follow(({ act, shown }, turned) => {
    if (turned) table.show(shown.rows);
    table.point(act);
    card.show(act, table.order());
  });
  return { table, card };
}

// Who chooses with the eyes elsewhere hears what was chosen.
function chosen(stock, state, act) {
  state.choose(act);
  place("news").textContent = `Chosen: ${stock.acts.summary[act]}`;
}

// Whoever opened the sheet from a row goes on there.
function closed(state, table) {
  const { act } = state;
  state.choose(NO_ACT);
  if (document.activeElement === document.body) table.focus(act);
}

function actAfter(stock, act, order, { do: wish, id }) {
  if (wish === "choose") return stock.rowOf[id];
  const here = order.indexOf(act);
  const step = wish === "next" ? 1 : -1;
  return order.at((here < 0 ? 0 : here + step) % order.length) ?? act;
}

// The widgets know a notebook's theme by this attribute.
function followTheme() {
  const show = () => (document.body.dataset.jpThemeLight = String(!dark.matches));
  dark.addEventListener("change", show);
  show();
}

// A link within the page would replace what the address remembers.
function keepAddress(link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    place(link.hash.slice(1)).focus();
  });
}

function start() {
  const stock = demarche.makeStock(JSON.parse(place("page-data").textContent));
  const state = pageState(stock, stock.opening);
  const views = chartViews(stock, state, (act) => chosen(stock, state, act));
  const link = () => `${location.href.split("#")[0]}#${state.written()}`;
  statusOf(stock, state);
  place("filters").append(filtersOf(stock, state));
  place("take").append(copying(link, () => toCode(state.selection)));
  const { table, card } = tableAndCard(stock, state);
  place("charts").append(views.column);
  place("acts").append(saving(stock.name, fileColumns(stock), table.order), ...table.nodes);
  place("card").append(...card.nodes);
  followTheme();
  place("waiting").remove();
  document.querySelectorAll(".skip").forEach(keepAddress);
  addEventListener("hashchange", () => {
    const text = location.hash.slice(1);
    if (text !== state.address && !place(text)) state.visit(text);
  });
  state.visit(location.hash.slice(1));
  addEventListener("DOMContentLoaded", views.begin);
}
