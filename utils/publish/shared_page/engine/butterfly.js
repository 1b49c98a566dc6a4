// The butterfly: recorded acts in each bin, one direction up, the other down.

function butterflyBins(stock, { cells }) {
  const nothing = { starts: [], n: [[], [], []], least: [[], []], most: [[], []] };
  const bins = cells ? countsInBins(stock, cells) : nothing;
  const days = bins.starts.map((start) => nextBin(start, stock.per) - start);
  const ends = cells ? [bins.starts[0], nextBin(bins.starts.at(-1), stock.per) - 1] : [];
  const others = bins.n[2].reduce((sum, n) => sum + n, 0);
  return { ...bins, days, ends, up: bins.n[0], down: bins.n[1], others, unit: stock.per };
}

function barTrace(trace, { starts, days }, heights) {
  return {
    ...trace,
    x: starts.map(isoOf),
    y: heights,
    offset: days.map((n) => 0.04 * (n * DAY_MS)),
    width: days.map((n) => 0.92 * (n * DAY_MS)),
    customdata: heights.map(Math.abs),
  };
}

// A thin bar from least to most, wherever the dates leave a doubt.
function whiskerTrace(facts, trace, bins, { days, widthPx }) {
  const [left, right] = axisOf(facts, days);
  const widePx = facts.butterfly.whisker_px;
  const wide = ((right - left) * DAY_MS) / widthPx;
  const found = [0, 1].flatMap((way) =>
    bins.starts.flatMap((start, bin) => {
      const [least, most] = [bins.least[way][bin], bins.most[way][bin]];
      return most > least ? [{ bin, least, most, turn: way ? -1 : 1 }] : [];
    }),
  );
  return {
    ...trace,
    x: found.map(({ bin }) => isoOf(bins.starts[bin])),
    y: found.map(({ least, most, turn }) => turn * (most - least)),
    base: found.map(({ least, turn }) => turn * least),
    offset: found.map(({ bin }) => (bins.days[bin] * DAY_MS) / 2 - (widePx / 2) * wide),
    width: widePx * wide,
  };
}

// Round numbers both ways, without a minus sign.
function heightAxis(axis, bins) {
  const heights = [bins.up, bins.down, ...bins.most].flat();
  // Fifteen acts of shared months may add up to a hair more than fifteen.
  const most = Number(heights.reduce((a, b) => Math.max(a, b), 1).toFixed(9));
  const scale = 10 ** Math.floor(Math.log10(most / 3));
  const round = [1, 2, 5, 10].map((step) => step * scale).find((step) => step >= most / 3);
  const step = Math.max(1, round);
  const n = Math.floor(most / step);
  const values = Array.from({ length: 2 * n + 1 }, (_, i) => (i - n) * step);
  return {
    ...axis,
    range: [-1.08 * most, 1.08 * most],
    tickvals: values,
    ticktext: values.map((value) => String(Math.abs(value))),
  };
}

// Leave out bins that only the window of an uncertain date reaches into.
function chosenBins({ starts, days }, { since, until }) {
  const first = since ? dayOf(since) : -Infinity;
  const last = until ? dayOf(until) : Infinity;
  return [...starts.keys()].filter((i) => starts[i] + days[i] > first && starts[i] <= last);
}

function butterflyTitle(bins, about) {
  const { up, down, unit } = bins;
  if (!anyIn(up) && !anyIn(down)) {
    return "No recorded act between the two sides in this selection";
  }
  const [first, second] = directionsOf(about).map(towards);
  const chosen = chosenBins(bins, about);
  const units = `${chosen.length} ${unit}${chosen.length === 1 ? "" : "s"}`;
  if (!anyIn(up) || !anyIn(down)) {
    const [one, none] = anyIn(up) ? [first, second] : [second, first];
    const some = chosen.filter((i) => up[i] + down[i] > 0).length;
    return `Recorded acts from ${one} in ${some} of ${units}, none from ${none}`;
  }
  // A lead below the ninth digit is none: it comes from the order of adding up.
  const leads = (a, b) => chosen.filter((i) => a[i] - b[i] > 5e-10).length;
  const [more, less] = [leads(up, down), leads(down, up)];
  return `More recorded acts from ${first} in ${more} of ${units}, from ${second} in ${less}`;
}

function butterflySaid(bins, about) {
  const counted = `Recorded acts by ${bins.unit}, uncertain dates spread over their window`;
  const said = subtitle(about, counted);
  if (!bins.others) return said;
  const others = countActs(Math.max(1, Math.round(bins.others)));
  return `${said} ${others} in other directions not drawn.`;
}

function butterflyKey(bins, about, { first, second }) {
  const [up, down] = directionsOf(about).map(arrow);
  const doubt = bins.most.some((lane, way) => lane.some((n, bin) => n > bins.least[way][bin]));
  const whisker = { sign: "", words: "whisker: fewest to most that the dates allow" };
  return [
    { sign: "■", words: `up: ${up}`, colour: first },
    { sign: "■", words: `down, hatched: ${down}`, colour: second },
    ...(doubt ? [whisker] : []),
  ];
}

function butterflyTraces(facts, [up, down, ...rest], bins, plot) {
  return [
    barTrace(up, bins, bins.up),
    barTrace(down, bins, bins.down.map((n) => -n)),
    ...landmarkTraces(facts, rest, plot.marks),
    whiskerTrace(facts, rest[2], bins, plot),
  ];
}

function drawButterfly(stock, shown, look) {
  const { facts } = stock;
  const { about } = shown;
  const { colours, butterfly } = stock.drawings[look.theme];
  const bins = butterflyBins(stock, shown);
  const plot = plotOf(facts, about, look, bins.ends, facts.butterfly);
  const spoken = {
    title: butterflyTitle(bins, about),
    said: butterflySaid(bins, about),
    key: butterflyKey(bins, about, colours),
  };
  const said = saidAround(facts, about, spoken, plot, look);
  const layout = sheetOf(facts, butterfly.layout, said, plot);
  layout.yaxis = heightAxis(layout.yaxis, bins);
  return { data: butterflyTraces(facts, butterfly.data, bins, plot), layout, words: said.words };
}
