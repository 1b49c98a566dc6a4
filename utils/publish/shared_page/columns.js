// The columns of the table and of the file of acts.

const count = new Intl.NumberFormat("en");

function actsInWords(n) {
  return `${count.format(n)} ${n === 1 ? "act" : "acts"}`;
}

// What stands above the table, as in the explorer.
function captionOf(n) {
  if (!n) return "No act is shown";
  return `The ${n > 1 ? actsInWords(n) : "act"} shown; choose one to read its sources`;
}

function columnsOf(stock) {
  const { date, earliest, summary, certainty } = stock.acts;
  const coded = (name) => (act) => demarche.value(stock, name, act);
  const labelOf = (name) => (act) => demarche.label(coded(name)(act));
  const column = (name, title, said, key = said) => ({ name, title, said, key });
  const broken = (act) => date[act].replace("..", ".. ").replace("/", "/ ");
  const way = (act) => demarche.arrow(coded("direction")(act));
  return [
    column("date", "Date", broken, (act) => earliest[act]),
    column("direction", "Direction", way),
    column("type", "Type", labelOf("type")),
    { ...column("summary", "What is recorded", (act) => summary[act]), opens: true },
    column("certainty", "Certainty", labelOf("certainty"), (act) => certainty.codes[act]),
  ];
}

// The addresses of the sources that support each act.
function backing({ acts, sources, evidence }) {
  const found = acts.action_id.map(() => []);
  for (const [act, source, supports] of evidence) {
    const { url } = sources[source];
    if (supports !== "contradicts" && url) found[act].push(url);
  }
  return found;
}

// Pairs of a name, as it stands in the tables of the case, and what it says of an act.
function fileColumns(stock) {
  const plain = (name) => [name, (act) => stock.acts[name][act]];
  const coded = (name) => [name, (act) => demarche.value(stock, name, act)];
  const urls = backing(stock);
  return [
    ...[plain("action_id"), plain("date"), coded("direction"), coded("actor_name")],
    ...[coded("target_name"), coded("type"), coded("form"), coded("tone"), plain("cameo")],
    ...[coded("certainty"), plain("weight"), plain("summary"), coded("place")],
    ...[plain("in_response_to"), plain("n_sources")],
    ["sources", (act) => urls[act].join(" ")],
  ];
}
