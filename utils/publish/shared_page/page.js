// The shared page: one state (a selection and an act), which the filters write, the
// views read, and the address remembers.

const NO_ACT = -1;
const wide = matchMedia("(min-width: 860px)");
const count = new Intl.NumberFormat("en");
const place = (id) => document.getElementById(id);

function actsInWords(n) {
  return `${count.format(n)} ${n === 1 ? "act" : "acts"}`;
}

function columnsOf(stock) {
  const coded = (name) => (act) => demarche.value(stock, name, act);
  const rank = (name) => (act) => stock.acts[name].codes[act];
  const column = (name, title, said, key) => ({ name, title, said, key });
  const { date, earliest, summary } = stock.acts;
  const type = (act) => demarche.label(coded("type")(act));
  return [
    column("date", "Date", (act) => date[act].replace("..", ".. ").replace("/", "/ "), (act) => earliest[act]),
    column("direction", "Direction", (act) => demarche.arrow(coded("direction")(act)), coded("direction")),
    column("type", "Type", type, type),
    { ...column("summary", "What is recorded", (act) => summary[act], (act) => summary[act]), opens: true },
    column("certainty", "Certainty", (act) => demarche.label(coded("certainty")(act)), rank("certainty")),
  ];
}

// The columns of the file of acts, by the names they have in the tables of the case.
function fileColumns(stock, data) {
  const plain = (name) => [name, (act) => stock.acts[name][act]];
  const coded = (name) => [name, (act) => demarche.value(stock, name, act)];
  const urls = data.sources.map((source) => source.url);
  const backed = new Map();
  for (const [act, source, supports] of data.evidence) {
    if (supports !== "contradicts") backed.set(act, [...(backed.get(act) ?? []), urls[source]]);
  }
  return [
    ...[plain("action_id"), plain("date"), coded("direction"), coded("actor_name")],
    ...[coded("target_name"), coded("type"), coded("form"), coded("tone"), plain("cameo")],
    ...[coded("certainty"), plain("weight"), plain("summary"), coded("place")],
    ...[plain("in_response_to"), plain("n_sources")],
    ["sources", (act) => (backed.get(act) ?? []).filter(Boolean).join(" ")],
  ];
}

// What a heading of the table says of it, as the explorer does.
function captionOf(n) {
  if (!n) return "No act is shown";
  return `The ${n > 1 ? actsInWords(n) : "act"} shown; choose one to read its sources`;
}

// Filters that came with the address or from Python, and have no boxes here.
const UNBOXED = {
  targets: "Target",
  forms: "Form",
  tones: "Tone",
  sides: "Side of source",
  only_sides: "Side of source, no other",
  text: "Text",
};

function moreFilters(change) {
  const box = make("div", { class: "more tools" });
  const show = (selection) => {
    const used = Object.keys(UNBOXED).filter((name) => selection[name]?.length);
    const drops = used.map((name) =>
      button(`Drop the filter on ${UNBOXED[name]}`, "", () => change({ [name]: name === "text" ? "" : [] })),
    );
    box.replaceChildren(...drops);
  };
  return { box, show };
}

function facetOf(facet, change) {
  const values = new Set(facet.options.map((option) => option.value));
  const wish = () => {
    const chosen = model.get("chosen");
    change({ [facet.field]: chosen?.length === 0 ? ["nothing"] : (chosen ?? []) });
  };
  const { title, options } = facet;
  const model = traits({ title, options, counts: {}, chosen: null }, { changed: wish });
  const box = make("div", {});
  facetPicker.render({ model, el: box });
  const show = (shown) => {
    const ticked = shown.selection[facet.field] ?? [];
    const known = ticked.filter((value) => values.has(value));
    model.set("counts", shown.counts[facet.field]);
    model.set("chosen", ticked.length ? known : null);
  };
  return { box, show };
}

function filters(data, stock, { change, reset }) {
  const { dense_period, landmarks } = data.about;
  const dates = datesPicker({ surveyed: dense_period, landmarks, choose: change });
  const [direction, ...others] = data.facets.map((facet) => facetOf(facet, change));
  const again = button("Reset every filter", "", reset);
  again.className = "reset";
  const more = moreFilters(change);
  const parts = [again, more.box, direction.box, dates.box, ...others.map((facet) => facet.box)];
  const details = make("details", {}, make("summary", {}, "Filters"), ...parts);
  const fit = () => (details.open = wide.matches);
  wide.addEventListener("change", fit);
  fit();
  return {
    details,
    show(shown) {
      for (const facet of [direction, ...others]) facet.show(shown);
      dates.show({ since: "", until: "", dates: "possibly", ...shown.selection });
      more.show(shown.selection);
    },
  };
}

// A link and a line of code; where nothing may be copied, a field to copy from.
function copying(link, code) {
  const news = make("span", { role: "status" });
  const field = make("input", { class: "copy", readonly: "", "aria-label": "To copy from" });
  field.hidden = true;
  const copy = (what, text) => async () => {
    const done = await copied(text());
    field.hidden = done;
    field.value = text();
    if (!done) field.select();
    news.textContent = done ? what : "Copy this text yourself:";
  };
  const local = location.protocol === "file:" ? " Send the file of this page along with it." : "";
  return make(
    "div",
    { class: "tools take" },
    button("Copy link", "Copy link to this view", copy(`Link copied.${local}`, link)),
    button("Copy as code", "Copy this selection as code", copy("Code for a notebook copied.", code)),
    news,
    field,
  );
}

function saving(name, columns, order) {
  const news = make("span", { role: "status" });
  const save = (suffix, defuse) => () => {
    const text = csvOf(columns, order(), { defuse });
    download(`${name}${suffix}.csv`, defuse ? `\ufeff${text}` : text);
    news.textContent = `${actsInWords(order().length)} saved.`;
  };
  const exact = button("Save as CSV", "Save these acts as CSV", save("", false));
  const sheet = "Save for a spreadsheet";
  const defused = button(sheet, "Save these acts for a spreadsheet", save("-for-spreadsheets", true));
  return make("div", { class: "tools take" }, exact, defused, news);
}

function start() {
  const data = JSON.parse(place("page-data").textContent);
  const stock = demarche.makeStock(data);
  const opening = { query: data.opening, act: "" };
  const state = { selection: {}, act: NO_ACT, shown: null };
  const line = traits({ text: "", detail: "", hint: "", hint_action: "" }, { sent: help });
  const panel = filters(data, stock, { change, reset });
  const views = chartViews(stock, state, choose);
  const table = actsTable({ columns: columnsOf(stock), caption: captionOf, choose, arranged });
  const card = chosenAct(stock, data, { walk, close });
  const notice = place("notice");
  const news = place("news");
  let address = location.hash.slice(1);

  function change(fields) {
    go({ ...state.selection, ...fields }, state.act);
  }

  function reset() {
    go(demarche.fromQuery(data.opening), state.act);
  }

  function help() {
    change(state.shown.hint.drop);
  }

  function choose(act) {
    go(state.selection, act);
    news.textContent = `Chosen: ${stock.acts.summary[act]}`;
  }

  function arranged() {
    card.show(state.act, table.order());
  }

  function close() {
    const act = state.act;
    go(state.selection, NO_ACT);
    if (document.activeElement === document.body) table.focus(act);
  }

  function walk({ do: wish, id }) {
    const order = table.order();
    const here = order.indexOf(state.act);
    const step = wish === "next" ? 1 : -1;
    if (wish === "choose") go(state.selection, stock.rowOf[id]);
    else if (order.length) go(state.selection, order.at((here < 0 ? 0 : here + step) % order.length));
  }

  // Refuses, before anything has changed, a selection that can mean nothing.
  function go(selection, act) {
    const shown = selection === state.selection ? state.shown : demarche.show(stock, selection);
    notice.hidden = true;
    settle(selection, act, shown);
    remember();
  }

  function settle(selection, act, shown) {
    const turned = state.shown !== shown;
    const moved = state.act !== act;
    Object.assign(state, { selection, act, shown });
    if (turned) refresh();
    else if (moved) views.point();
    table.point(act);
    card.show(act, table.order());
  }

  function refresh() {
    const { shown } = state;
    line.set("text", `${count.format(shown.n)} of ${actsInWords(data.n_acts)}`);
    line.set("detail", shown.sentence);
    line.set("hint", shown.hint.sentence);
    line.set("hint_action", shown.hint.action);
    panel.show(shown);
    table.show(shown.rows);
    views.redraw();
  }

  function written() {
    const act = state.act < 0 ? "" : stock.acts.action_id[state.act];
    return addressOf(demarche.toQuery(state.selection), act);
  }

  function remember() {
    const next = written();
    if (next === address) return;
    location.hash = next;
    address = location.hash.slice(1);
  }

  function read(text) {
    const wanted = readAddress(text);
    const selection = demarche.fromQuery(wanted.query ?? opening.query);
    const known = Object.hasOwn(stock.rowOf, wanted.act);
    const act = known ? stock.rowOf[wanted.act] : NO_ACT;
    if (wanted.act && !known) throw new Error(`There is no act ${wanted.act} here.`);
    return [selection, act, demarche.show(stock, selection)];
  }

  // A wrong address gives a sentence and what the page opens on.
  function visit(text) {
    address = text;
    notice.hidden = true;
    try {
      settle(...read(text));
    } catch (error) {
      notice.textContent = `The address of this page says something after # that cannot be shown. ${error.message} You see what the page opens on.`;
      notice.hidden = false;
      settle(...read(""));
    }
  }

  addEventListener("hashchange", () => {
    const text = location.hash.slice(1);
    if (text !== address && !place(text)) visit(text);
  });

  statusLine.render({ model: line, el: place("status") });
  place("filters").append(panel.details);
  const link = () => `${location.href.split("#")[0]}#${written()}`;
  place("take").append(copying(link, () => toCode(state.selection)));
  place("charts").append(views.column);
  place("acts").append(saving(data.name, fileColumns(stock, data), table.order), ...table.nodes);
  place("card").append(...card.nodes);
  const skip = document.querySelector(".skip");
  skip?.addEventListener("click", (event) => {
    event.preventDefault();
    place("acts").focus();
  });
  followTheme();
  visit(address);
  addEventListener("DOMContentLoaded", views.begin);
}

// The widgets know a notebook's theme by this attribute.
function followTheme() {
  const show = () => (document.body.dataset.jpThemeLight = String(!dark.matches));
  dark.addEventListener("change", show);
  show();
}
