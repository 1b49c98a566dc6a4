// The sheet a chart stands on: title block, footer, ground, axis of time, as
// utils/charts/sheet/layout.py lays it out. Fixed margins hold it all.

const plotWidth = (facts, look, leftPx) => look.width_px - leftPx - facts.sheet.right_px;

// The days, the landmarks and the pixels of a plot that shows the days from the first
// to the last of `ends`, and whatever was chosen.
function plotOf(facts, about, look, ends, { left_px: leftPx, plot_px: plotPx }) {
  const days = daysShown(facts, about, ends);
  const widthPx = plotWidth(facts, look, leftPx);
  return { days, leftPx, plotPx, widthPx, marks: landmarksOf(facts, about, days, widthPx) };
}

const sized = (line, px) => `<span style="font-size:${px}px">${line}</span>`;

// As many entries of the key on a line as there is room for.
function keyLines(facts, key, roomPx) {
  const { between, text_px: textPx } = facts.sheet;
  const found = [];
  for (const entry of key) {
    const line = [...(found[found.length - 1] ?? []), entry];
    const written = line.map(({ sign, words }) => `${sign} ${words}`).join(between);
    if (found.length && widthOf(facts, written, textPx) <= roomPx) found[found.length - 1] = line;
    else found.push([entry]);
  }
  return found.map((line) => line.map((entry) => keyEntry(facts, entry)).join(between));
}

function keyEntry(facts, { sign, words, colour }) {
  const mark = sign ? `<span style="color:${colour}">${sign}</span> ` : "";
  return mark + plain(facts, words);
}

function headOf(facts, { title, said, key }, roomPx) {
  const { title_px: titlePx, text_px: textPx } = facts.sheet;
  const large = balancedLines(facts, wholeDates(facts, shortTitle(facts, title)), roomPx, titlePx);
  const small = linesOf(facts, wholeDates(facts, said), roomPx, textPx);
  return [
    ...large.map((line) => sized(`<b>${line}</b>`, titlePx)),
    ...small.map((line) => sized(line, textPx)),
    ...keyLines(facts, key, roomPx).map((line) => sized(line, textPx)),
  ];
}

function footOf(facts, about, marks, roomPx) {
  const said = [landmarksNamed(facts, marks), sourceLine(about)];
  return said.flatMap((text) => linesOf(facts, text, roomPx, facts.sheet.text_px));
}

// What a chart says besides its marks: `spoken` has title, said and key.
function saidAround(facts, about, spoken, { days, marks }, look) {
  const ground = sampledSpans(facts, about, days);
  const grey = { sign: "", words: "grey ground: sampled, not surveyed" };
  const [title, said] = [spoken.title, spoken.said].map((text) => inUnit(about, text));
  const whole = { title, said, key: [...spoken.key, ...(ground.length ? [grey] : [])] };
  const roomPx = look.width_px - 2 * facts.sheet.edge_px;
  const head = headOf(facts, whole, roomPx);
  const foot = footOf(facts, about, marks, roomPx);
  return { ground, head, foot, words: wordsSaid(facts, about, whole, marks) };
}

function marginsOf(sheet, { head, foot }, { leftPx, marks }) {
  const { edge_px: edge, rise_px: rise, line } = sheet;
  const block = rise + line * sheet.head_px * (head.length - 1) + sheet.below_head_px;
  return {
    l: leftPx,
    t: edge + block + (marks.length ? sheet.numbers_px : 0),
    b: sheet.ticks_px + line * sheet.text_px * foot.length + edge,
  };
}

// The layout around a plot, written into that of a drawing without acts.
function sheetOf(facts, drawn, { ground, head, foot }, plot) {
  const { sheet } = facts;
  const margin = marginsOf(sheet, { head, foot }, plot);
  const height = plot.plotPx + margin.t + margin.b;
  const top = 1 - (sheet.edge_px + sheet.rise_px) / height;
  const footer = { text: foot.join("<br>"), xshift: sheet.edge_px - plot.leftPx };
  const spans = ground.map((span) => span.map(isoOf));
  return {
    ...drawn,
    title: { ...drawn.title, text: head.join("<br>"), y: top },
    margin: { ...drawn.margin, ...margin },
    height,
    annotations: [{ ...drawn.annotations[0], ...footer }],
    shapes: spans.map(([x0, x1]) => ({ ...drawn.shapes[0], x0, x1 })),
    xaxis: { ...drawn.xaxis, ...timeAxis(facts, plot) },
  };
}

function timeAxis(facts, { days, widthPx }) {
  const { tick_px: tickPx, year_tick_px: yearTickPx } = facts.sheet;
  const [left, right] = axisOf(facts, days);
  let fit = Math.max(2, Math.floor(widthPx / tickPx));
  // Whole years have short names, and a few ticks might come out as only one.
  if (right - left > fit * facts.year_days) fit = Math.floor(widthPx / yearTickPx);
  return { range: [left, right].map(isoOf), nticks: Math.min(9, fit) };
}

// What the picture says, as plain text, for those who do not see it.
function wordsSaid(facts, about, { title, said, key }, marks) {
  return {
    title: shortTitle(facts, title),
    said,
    key: key.map(({ sign, words }) => `${sign} ${words}`.trim()),
    landmarks: landmarksNamed(facts, marks).replaceAll(NO_BREAK, " "),
    source: sourceLine(about),
  };
}
