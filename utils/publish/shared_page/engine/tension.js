// The tension curve: how recorded conflict piles up and fades, by direction.

const otherNames = (about) => [...directionsOf(about).map(arrow), "other directions together"];

const anyIn = (lane) => lane.some(Boolean);

// The day of the highest level, the first of several; "" where there is none.
function peakDay(facts, first, lane) {
  if (!anyIn(lane)) return "";
  let highest = 0;
  lane.forEach((level, day) => {
    if (level > lane[highest]) highest = day;
  });
  return dayInWords(facts, isoOf(first + highest));
}

function tensionTitle(facts, about, curves) {
  const days = curves.levels.map((lane) => peakDay(facts, curves.first, lane));
  const ways = directionsOf(about);
  const peaks = ways.map((way, i) => [days[i], towards(way)]).filter(([day]) => day);
  if (!peaks.length) {
    return "No recorded conflictual act between the two sides in this selection";
  }
  const same = peaks.length === 2 && peaks[0][0] === peaks[1][0];
  const said = listed(peaks.map(([day, way]) => `${day} (${way})`));
  return `Recorded tension is highest on ${same ? `${peaks[0][0]} in both directions` : said}`;
}

function tensionSaid(stock, about, curves) {
  const counted =
    "Conflictual weight of recorded acts, added up; " +
    `each act fades by half in ${stock.half_life} days`;
  const said = subtitle(about, counted, { weighed: true });
  if (!curves.nDays) return said;
  const first = dayInWords(stock.facts, isoOf(curves.first));
  return `${said} The curve starts from zero on ${first}.`;
}

function tensionKey(facts, about, curves, { first, second, other }) {
  const colours = [first, second, other];
  const entries = otherNames(about).map((words, i) => ({
    words,
    sign: facts.tension_curve.signs[i],
    colour: colours[i],
  }));
  return [
    ...entries.filter((_, i) => i < 2 || anyIn(curves.levels[2])),
    { sign: "", words: "band: doubt from uncertain dates" },
  ];
}

// The lower and the upper edge of the band, and the line itself.
function curveTraces(traces, curves, i) {
  const there = i < 2 || anyIn(curves.levels[2]);
  const level = there ? Array.from(curves.levels[i]) : [];
  const sd = curves.doubts[i];
  const start = level.length ? { x0: isoOf(curves.first) } : {};
  const [low, high, line] = traces;
  return [
    { ...low, ...start, y: level.map((value, day) => Math.max(0, value - sd[day])) },
    { ...high, ...start, y: level.map((value, day) => value + sd[day]) },
    { ...line, ...start, y: level },
  ];
}

function highestOf(curves) {
  let top = 0;
  curves.levels.forEach((lane, i) =>
    lane.forEach((level, day) => (top = Math.max(top, level + curves.doubts[i][day]))),
  );
  return top;
}

function curvesOf(stock, { cells }) {
  if (!cells) return { first: 0, nDays: 0, levels: lanesOf(0), doubts: lanesOf(0) };
  return { ...cells, levels: expectedTension(stock, cells), doubts: tensionDoubt(stock, cells) };
}

function drawTension(stock, shown, look) {
  const { facts } = stock;
  const { about } = shown;
  const { colours, tension } = stock.drawings[look.theme];
  const curves = curvesOf(stock, shown);
  const ends = curves.nDays ? [curves.first, curves.last] : [];
  const plot = plotOf(facts, about, look, ends, facts.tension_curve);
  const spoken = {
    title: tensionTitle(facts, about, curves),
    said: tensionSaid(stock, about, curves),
    key: tensionKey(facts, about, curves, colours),
  };
  const said = saidAround(facts, about, spoken, plot, look);
  const layout = sheetOf(facts, tension.layout, said, plot);
  layout.yaxis = { ...layout.yaxis, range: [0, 1.05 * highestOf(curves) || 1] };
  const lines = [0, 1, 2].flatMap((i) => curveTraces(tension.data.slice(3 * i), curves, i));
  const marks = landmarkTraces(facts, tension.data.slice(9), plot.marks);
  return { data: [...lines, ...marks], layout, words: said.words };
}
