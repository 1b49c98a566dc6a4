// The card of the chosen act: beside the charts where there is room and on paper,
// else in a sheet above the page.

const roomy = matchMedia("(min-width: 1240px), print");
const FACTS = [
  ["Actor", "actor_name"],
  ["Target", "target_name"],
  ["Type", "type"],
  ["Form", "form"],
  ["Tone", "tone"],
  ["Certainty", "certainty"],
  ["CAMEO code", "cameo"],
  ["Place", "place"],
];

function wordOf(stock, column, act) {
  const coded = stock.acts[column];
  return Array.isArray(coded) ? coded[act] : demarche.value(stock, column, act);
}

// Forms and sides stand in quotes in a sentence; on the card they do not.
function factsOf(stock, act) {
  const { labels, about } = stock;
  const said = FACTS.map(([title, column]) => {
    const code = wordOf(stock, column, act);
    const named = column.endsWith("_name") ? code : (labels[code] ?? code);
    return [title, String(named).replace(/^"+|"+$/g, "")];
  });
  const weight = stock.acts.weight[act];
  const weighed = weight === null ? "no weight" : String(Number(weight.toPrecision(6)));
  return [
    ["Date", stock.acts.date_in_words[act]],
    ...said.filter(([, words]) => words),
    ["Weight", `${weighed} (${about.scale})`],
    ["Id", stock.acts.action_id[act]],
  ];
}

// Find once which sources speak of each act, and which acts answer it.
function linksOf({ acts, rowOf, evidence, sources }) {
  const links = acts.action_id.map(() => ({ sources: [], triggers: [], replies: [] }));
  for (const [act, source, supports, locator, note] of evidence) {
    links[act].sources.push({ ...sources[source], supports, locator, note });
  }
  acts.in_response_to.forEach((ids, act) => {
    const known = new Set(ids.split(";").filter((name) => Object.hasOwn(rowOf, name)));
    links[act].triggers = [...known].map((id) => rowOf[id]).sort((a, b) => a - b);
    for (const trigger of links[act].triggers) links[trigger].replies.push(act);
  });
  return links;
}

function cardOf(stock, links, act) {
  const { acts } = stock;
  const named = (kind) => (row) => {
    const label = `${acts.date[row]}: ${acts.summary[row]}`;
    return { id: acts.action_id[row], label, kind };
  };
  const { sources, triggers, replies } = links[act];
  return {
    title: acts.summary[act],
    rows: factsOf(stock, act),
    sources,
    related: [...triggers.map(named("answers")), ...replies.map(named("answered by"))],
  };
}

// `walk` is given the messages of the card, `close` is called when the sheet is shut.
function chosenAct(stock, { walk, close }) {
  const links = linksOf(stock);
  const model = traits({ act: {}, position: 0, total: 0, unit: "act" }, { sent: walk });
  const box = make("section", { class: "chosen", "aria-labelledby": "chosen-act" });
  box.append(make("h3", { id: "chosen-act" }, "The chosen act"));
  actCard.render({ model, el: box });
  const home = homeOf(box, close);
  let chosen = NO_ACT;
  const show = (act, order) => {
    model.set("total", order.length);
    model.set("position", order.indexOf(act) + 1);
    if (act !== chosen) model.set("act", act < 0 ? {} : cardOf(stock, links, act));
    chosen = act;
    home.place(act >= 0);
  };
  return { nodes: home.nodes, show };
}

// Where the card lives: a column beside the charts, or a sheet that opens.
function homeOf(box, close) {
  const beside = make("div", { class: "beside" });
  const shut = button("Close", "", () => sheet.close());
  const sheet = make("dialog", { class: "sheet", "aria-labelledby": "chosen-act" }, shut);
  let [wanted, leaving] = [false, false];
  const fit = () => {
    const home = roomy.matches ? beside : sheet;
    const open = wanted && home === sheet;
    if (box.parentElement !== home) home.append(box);
    if (open && !sheet.open) sheet.showModal();
    if (open || !sheet.open) return;
    leaving = true;
    sheet.close();
  };
  sheet.addEventListener("close", () => {
    if (!leaving) close();
    leaving = false;
  });
  sheet.addEventListener("click", ({ target }) => target === sheet && sheet.close());
  roomy.addEventListener("change", fit);
  const place = (open) => {
    wanted = open;
    fit();
  };
  return { nodes: [beside, sheet], place };
}
