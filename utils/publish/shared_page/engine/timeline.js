// The timeline: one mark for each act, in a lane for each type.

const LINE_OF_HOVER = /\S.{0,59}(?=\s|$)|\S{60}/gu;

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

function timelineKey(facts, about, whole, { first, second, other }) {
  const names = [...directionsOf(about).map(arrow), "others"];
  const colours = [first, second, other];
  const entries = names.map((words, i) => ({ words, sign: facts.timeline.signs[i], colour: colours[i] }));
  return [
    ...(whole.others ? entries : entries.slice(0, 2)),
    { sign: "", words: "full: confirmed, dotted: reported, empty: disputed" },
    { sign: "", words: "thin bar: uncertain date, broad bar: lasted" },
  ];
}

// Room for the longest label of a lane, but no more than two fifths of the chart.
function timelineLeft({ facts, acts }, look) {
  const { least_left_px: least, most_left_px: most, beside_label_px: beside } = facts.timeline;
  const width = (code) => widthOf(facts, label(facts, code), facts.sheet.text_px);
  const longest = Math.max(0, ...acts.type.values.map(width));
  const wanted = Math.max(least, Math.trunc(longest) + 1 + beside);
  return Math.min(wanted, most, Math.floor((look.width_px * 2) / 5));
}

function timelineHeight(facts, { bottoms }, tallPx) {
  const { row_px: rowPx, least_row_px: least, lowest_px: lowest } = facts.timeline;
  const rows = bottoms.length ? -bottoms[bottoms.length - 1] : 1;
  return Math.max(lowest, rounded(rows * Math.min(rowPx, Math.max(least, tallPx / rows))));
}

function laneAxis({ facts, acts }, axis, { centres, bottoms }, leftPx) {
  const room = leftPx - facts.timeline.beside_label_px;
  const names = acts.type.values.map((code) => label(facts, code));
  const fitted = names.map((name) => shortened(facts, name, room, facts.sheet.text_px));
  return {
    ...axis,
    range: [bottoms.length ? bottoms[bottoms.length - 1] : -1, 0],
    tickvals: centres,
    ticktext: fitted.map((name) => plain(facts, name)),
    minor: { ...axis.minor, tickvals: bottoms.slice(0, -1) },
  };
}

// Bars that are longer than a day, each parted from the next by a gap.
function barsOf({ earliest }, bars, rows, y, untilOf) {
  const long = [...rows.keys()].filter((i) => untilOf(rows[i]) > earliest[rows[i]]);
  const ends = (row) => [isoOf(earliest[row]), isoOf(untilOf(row)), null];
  return {
    ...bars,
    x: long.flatMap((i) => ends(rows[i])),
    y: long.flatMap((i) => [y[i], y[i], y[i]]),
  };
}

function pointsOf(stock, points, rows, y) {
  const { earliest, latest, symbol, size_px: size } = stock.acts;
  const middle = (row) => earliest[row] + Math.floor((latest[row] - earliest[row]) / 2);
  return {
    ...points,
    x: rows.map((row) => isoOf(middle(row))),
    y,
    customdata: rows,
    hovertext: rows.map((row) => hoverText(stock, row)),
    marker: {
      ...points.marker,
      symbol: rows.map((row) => symbol[row]),
      size: rows.map((row) => size[row]),
    },
  };
}

// The thin bars, the broad bars and the marks of one side.
function sideTraces(stock, [thin, broad, points], rows, y) {
  const { acts } = stock;
  return [
    barsOf(acts, thin, rows, y, (row) => acts.latest[row]),
    barsOf(acts, broad, rows, y, (row) => lastedUntil(acts, row)),
    pointsOf(stock, points, rows, y),
  ];
}

function daysDrawn({ earliest, latest, lasted_days: lasted }, rows) {
  let [first, last] = [Infinity, -Infinity];
  for (const row of rows) {
    first = Math.min(first, earliest[row]);
    last = Math.max(last, latest[row], earliest[row] + lasted[row] - 1);
  }
  return rows.length ? [first, last] : [];
}

function drawTimeline(stock, shown, look) {
  const { facts, acts } = stock;
  const { colours, timeline } = stock.drawings[look.theme];
  const rows = stock.byTime.filter((row) => shown.keep[row]);
  const drawn = heaviestRows(stock, rows);
  const leftPx = timelineLeft(stock, look);
  const days = daysShown(facts, shown.about, daysDrawn(acts, rows));
  const plotPx = plotWidth(facts, look, leftPx);
  const placed = placedMarks(stock, drawn, days, plotPx);
  const marks = landmarksOf(facts, shown.about, days, plotPx);
  const spoken = timelineSpoken(stock, shown.about, rows, drawn.length, colours);
  const height = timelineHeight(facts, placed, look.tall_px ?? facts.tall_px);
  const plot = { days, marks, leftPx, plotPx: height };
  const { layout, words } = sheetOf(facts, timeline.layout, shown.about, look, spoken, plot);
  layout.yaxis = laneAxis(stock, layout.yaxis, placed, leftPx);
  const sides = [0, 1, 2].flatMap((side) => {
    const here = [...drawn.keys()].filter((i) => acts.side[drawn[i]] === side);
    const empty = timeline.data.slice(2 + 3 * side, 5 + 3 * side);
    return sideTraces(stock, empty, here.map((i) => drawn[i]), here.map((i) => placed.y[i]));
  });
  return { data: [...landmarkTraces(facts, timeline.data, marks), ...sides], layout, words };
}

function timelineSpoken(stock, about, rows, nDrawn, colours) {
  const whole = wholeOf(stock, rows);
  const title = timelineTitle(stock.facts, whole);
  const said = subtitle(about, timelineSaid(whole, nDrawn), { weighed: whole.weighed });
  return { title, said, key: timelineKey(stock.facts, about, whole, colours) };
}
