// The timeline: one mark for each act, in a lane for each type.

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
  return Math.max(lowest, Math.round(rows * Math.min(rowPx, Math.max(least, tallPx / rows))));
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

function timelineTraces(stock, empty, drawn, y) {
  return [0, 1, 2].flatMap((side) => {
    const here = [...drawn.keys()].filter((i) => stock.acts.side[drawn[i]] === side);
    const rows = here.map((i) => drawn[i]);
    const heights = here.map((i) => y[i]);
    return sideTraces(stock, empty.slice(2 + 3 * side), rows, heights);
  });
}

function drawTimeline(stock, shown, look) {
  const { facts } = stock;
  const { about } = shown;
  const { colours, timeline } = stock.drawings[look.theme];
  const rows = stock.timeline_order.filter((row) => shown.keep[row]);
  const drawn = heaviestRows(stock, rows);
  const wide = { left_px: timelineLeft(stock, look) };
  const plot = plotOf(facts, about, look, daysDrawn(stock.acts, rows), wide);
  const placed = placedMarks(stock, drawn, plot.days, plot.widthPx);
  plot.plotPx = timelineHeight(facts, placed, look.tall_px ?? facts.tall_px);
  const spoken = timelineSpoken(stock, about, rows, drawn.length, colours);
  const said = saidAround(facts, about, spoken, plot, look);
  const layout = sheetOf(facts, timeline.layout, said, plot);
  layout.yaxis = laneAxis(stock, layout.yaxis, placed, plot.leftPx);
  const marks = landmarkTraces(facts, timeline.data, plot.marks);
  const data = [...marks, ...timelineTraces(stock, timeline.data, drawn, placed.y)];
  return { data, layout, words: said.words };
}
