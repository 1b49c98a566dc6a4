// The sheet a chart stands on: title block, footer, landmarks, axis of time, as
// utils/charts/sheet has it.

// The first and last day to show: what was chosen, and all that is drawn.
function daysShown(facts, about, drawn) {
  const chosen = [about.since, about.until];
  const bounds = (texts) => texts.filter(Boolean).map(dayOf);
  let days = [...drawn, ...bounds(chosen)];
  if (!days.length) days = bounds(about.dense_period);
  if (!days.length) days = bounds(facts.days_without_acts);
  return [Math.min(...days), Math.max(...days)];
}

// The two ends of the time axis, a little beyond the days shown.
function axisOf(facts, [first, last]) {
  const length = last - first;
  const short = Math.floor((facts.shortest_days - length) / 2);
  const margin = Math.max(1, Math.floor(length / 40), short);
  return [first - margin, last + margin + 1];
}

// The spans shown that were sampled and not surveyed, each as its two ends.
function sampledSpans(facts, about, days) {
  if (!about.dense_period.every(Boolean)) return [];
  const [since, until] = about.dense_period.map(dayOf);
  const [left, right] = axisOf(facts, days);
  const before = days[0] < since ? [[left, Math.min(since, right)]] : [];
  return days[1] > until ? [...before, [Math.max(until + 1, left), right]] : before;
}

// Landmarks of the days shown, numbered; those too close for a number each share one.
function landmarksOf(facts, about, days, plotPx) {
  const [left, right] = axisOf(facts, days);
  const room = Math.trunc((facts.sheet.number_px / plotPx) * (right - left));
  const every = [...about.landmarks].sort(([a, x], [b, y]) => inOrder(a, b) || inOrder(x, y));
  const inside = every
    .map(([iso, text]) => ({ iso, text, day: dayOf(iso) }))
    .filter(({ day }) => days[0] <= day && day <= days[1]);
  let head = null;
  inside.forEach((mark, i) => {
    Object.assign(mark, { number: i + 1, lastNumber: i + 1 });
    if (head && mark.day - head.day < room) head.lastNumber = i + 1;
    else head = mark;
    mark.leads = head === mark;
  });
  return inside;
}

function signOf({ number, lastNumber }) {
  return number === lastNumber ? String(number) : `${number}–${lastNumber}`;
}

function landmarksNamed(facts, marks) {
  const glued = (iso) => dayInWords(facts, iso).replaceAll(" ", NO_BREAK);
  const said = marks.map(({ number, text, iso }) => `${number}${NO_BREAK}${text} (${glued(iso)})`);
  return said.length ? `${said.join(". ")}.` : "";
}

// A line for each landmark, and the numbers above the plot.
function landmarkTraces(facts, [lines, signs], marks) {
  const leading = marks.filter((mark) => mark.leads);
  const ends = { x: marks.flatMap(({ iso }) => [iso, iso, null]), y: marks.flatMap(() => [0, 1, null]) };
  const numbers = {
    x: leading.map((mark) => mark.iso),
    y: leading.map(() => 1),
    text: leading.map(signOf),
    hovertext: leading.map((mark) => plain(facts, mark.text)),
  };
  return [{ ...lines, ...ends }, { ...signs, ...numbers }];
}

const plotWidth = (facts, look, leftPx) => look.width_px - leftPx - facts.sheet.right_px;

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

// The layout around a plot, written into that of a drawing without acts. `spoken` is
// what the chart says (title, said, key), `plot` its days, marks and pixels.
function sheetOf(facts, drawn, about, look, spoken, plot) {
  const sheet = facts.sheet;
  const roomPx = look.width_px - 2 * sheet.edge_px;
  const ground = sampledSpans(facts, about, plot.days);
  const grey = { sign: "", words: "grey ground: sampled, not surveyed" };
  const key = [...spoken.key, ...(ground.length ? [grey] : [])];
  const head = headOf(facts, { ...spoken, key }, roomPx);
  const said = [landmarksNamed(facts, plot.marks), sourceLine(about)];
  const foot = said.flatMap((text) => linesOf(facts, text, roomPx, sheet.text_px));
  const top = topPx(sheet, head.length, plot.marks.length);
  const bottom = sheet.ticks_px + sheet.line * sheet.text_px * foot.length + sheet.edge_px;
  const height = plot.plotPx + top + bottom;
  const layout = {
    ...drawn,
    title: { ...drawn.title, text: head.join("<br>"), y: 1 - (sheet.edge_px + sheet.rise_px) / height },
    margin: { ...drawn.margin, l: plot.leftPx, t: top, b: bottom },
    height,
    annotations: [{ ...drawn.annotations[0], text: foot.join("<br>"), xshift: sheet.edge_px - plot.leftPx }],
    shapes: ground.map(([from, to]) => ({ ...drawn.shapes[0], x0: isoOf(from), x1: isoOf(to) })),
    xaxis: { ...drawn.xaxis, ...timeAxis(facts, look, plot) },
  };
  return { layout, words: wordsSaid(facts, about, { ...spoken, key }, plot.marks) };
}

function topPx(sheet, nLines, nMarks) {
  const head = sheet.rise_px + sheet.line * sheet.head_px * (nLines - 1) + sheet.below_head_px;
  return sheet.edge_px + head + (nMarks ? sheet.numbers_px : 0);
}

function timeAxis(facts, look, { days, leftPx }) {
  const ticks = Math.floor(plotWidth(facts, look, leftPx) / facts.sheet.tick_px);
  return { range: axisOf(facts, days).map(isoOf), nticks: Math.min(9, Math.max(2, ticks)) };
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
