// What the timeline says: title, subtitle and key, and a text for each mark.

const LINE_OF_HOVER = /\S[^\n]{0,59}(?=\s|$)|\S{60}/gu;

// What a mark says when one points at it; each is written only once.
function hoverText(stock, row) {
  if (!stock.told.has(row)) stock.told.set(row, writtenHover(stock, row));
  return stock.told.get(row);
}

function writtenHover(stock, row) {
  const { acts, facts } = stock;
  const value = (column) => valueOf(stock, column, row);
  const kinds = ["type", "form"].map((column) => label(facts, value(column)));
  const said = [
    `${acts.date[row]}, ${arrow(value("direction"))}`,
    `${value("actor_name")} → ${value("target_name")}`,
    [...kinds, value("certainty")].join(", "),
    acts.summary[row],
  ];
  const lines = said.flatMap((line) => line.match(LINE_OF_HOVER) ?? []);
  return lines.map((line) => plain(facts, line).trim()).join("<br>");
}

// What is said of all acts shown, drawn or not.
function wholeOf(stock, rows) {
  const { acts } = stock;
  const n = acts.type.values.map(() => 0);
  for (const row of rows) n[acts.type.codes[row]] += 1;
  const most = Math.max(0, ...n);
  return {
    n: rows.length,
    kind: acts.type.values.filter((_, lane) => n[lane] === most).sort(inOrder)[0] ?? "",
    nKind: most,
    busiest: busiestMonth(stock, rows),
    weighed: rows.some((row) => acts.weight[row] !== null),
    others: rows.some((row) => acts.side[row] === 2),
  };
}

// The month with most acts, of those whose month is known; the first of several.
function busiestMonth(stock, rows) {
  const n = new Map();
  for (const row of rows) {
    const [first, last] = [stock.acts.earliest[row], stock.acts.latest[row]].map(monthOf);
    const month = String(first);
    if (month === String(last)) n.set(month, (n.get(month) ?? 0) + 1);
  }
  const most = Math.max(...n.values());
  const [found] = [...n].find(([, many]) => many === most) ?? [];
  if (!found) return "";
  const [year, month] = found.split(",");
  return `${stock.facts.months[month]} ${year.padStart(4, "0")}`;
}

function timelineTitle(facts, { n, kind, nKind, busiest }) {
  if (!n) return "No recorded act in this selection";
  const most = facts.timeline.kind_characters;
  const letters = lettersOf(label(facts, kind).toLowerCase());
  const named = letters.slice(0, most).join("") + (letters.length > most ? "…" : "");
  if (n === 1) return `One recorded act, of the type ${named}`;
  const month = busiest ? `busiest month ${busiest}, ` : "";
  return `${countActs(n)}: ${month}commonest type ${named} (${thousands.format(nKind)})`;
}

function timelineSaid(whole, nDrawn) {
  const heavy = whole.weighed ? ", the larger the heavier" : "";
  const [drawn, all] = [nDrawn, whole.n].map(thousands.format);
  const some = nDrawn < whole.n ? `; ${drawn} of ${all} drawn, heaviest first` : "";
  return `One mark is one recorded act${heavy}${some}`;
}

// A case with other words for certainty fills every mark.
function fillsKey({ certainty }) {
  const known = ["confirmed", "reported", "disputed"];
  const told = !certainty.values.length || certainty.values.some((it) => known.includes(it));
  return told ? [{ sign: "", words: "full: confirmed, dotted: reported, empty: disputed" }] : [];
}

function timelineKey({ facts, acts }, about, whole, { first, second, other }) {
  const names = [...directionsOf(about).map(arrow), "others"];
  const colours = [first, second, other];
  const { signs } = facts.timeline;
  const entries = names.map((words, i) => ({ words, sign: signs[i], colour: colours[i] }));
  return [
    ...(whole.others ? entries : entries.slice(0, 2)),
    ...fillsKey(acts),
    { sign: "", words: "thin bar: uncertain date, broad bar: lasted" },
  ];
}

function timelineSpoken(stock, about, rows, nDrawn, colours) {
  const whole = wholeOf(stock, rows);
  const title = timelineTitle(stock.facts, whole);
  const said = subtitle(about, timelineSaid(whole, nDrawn), { weighed: whole.weighed });
  return { title, said, key: timelineKey(stock, about, whole, colours) };
}
