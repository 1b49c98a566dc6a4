// Landmarks: numbered lines across a chart, named below it, as in
// utils/charts/sheet/landmarks.py.

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
  const ends = {
    x: marks.flatMap(({ iso }) => [iso, iso, null]),
    y: marks.flatMap(() => [0, 1, null]),
  };
  const numbers = {
    x: leading.map((mark) => mark.iso),
    y: leading.map(() => 1),
    text: leading.map(signOf),
    hovertext: leading.map((mark) => plain(facts, mark.text)),
  };
  return [{ ...lines, ...ends }, { ...signs, ...numbers }];
}
