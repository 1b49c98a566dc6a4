// Acts of uncertain date, spread evenly over the days on which they may have begun:
// the numbers of utils/measures/spread.py, tension.py and counts.py.

// The rows shown and the days they lie on, with what was chosen; null without any.
function cellsOf(stock, { rows, selection }) {
  const { earliest, latest } = stock.acts;
  const bounds = [selection.since, selection.until].filter(Boolean).map(dayOf);
  if (!rows.length && bounds.length < 2) return null;
  const first = rows.reduce((day, row) => Math.min(day, earliest[row]), Math.min(...bounds));
  const last = rows.reduce((day, row) => Math.max(day, latest[row]), Math.max(...bounds));
  const nDays = last - first + 1;
  const most = stock.facts.most_days;
  if (nDays <= most) return { rows, first, last, nDays };
  throw new Error(
    `From the first to the last day there are ${thousands.format(nDays)} days, more than ` +
      `${thousands.format(most)}; leave since or until open, and what is drawn begins ` +
      "or ends with the acts.",
  );
}

const daysOfAct = (stock, row) => stock.acts.latest[row] - stock.acts.earliest[row] + 1;

const lanesOf = (nDays) => [0, 1, 2].map(() => new Float64Array(nDays));

// Add up an amount of each act by side and day, spread over its window.
function totals(stock, { rows, first, nDays }, amountOf) {
  const lanes = lanesOf(nDays);
  const { earliest, side } = stock.acts;
  for (const row of rows) {
    const lasts = daysOfAct(stock, row);
    const share = amountOf(row) / lasts;
    const begin = earliest[row] - first;
    for (let day = begin; day < begin + lasts; day += 1) lanes[side[row]][day] += share;
  }
  return lanes;
}

// Let daily amounts pile up and fade by half.
function fade(amounts, halfLifeDays) {
  const left = 2 ** (-1 / halfLifeDays);
  let level = 0;
  return amounts.map((amount) => (level = level * left + amount));
}

function expectedTension(stock, cells) {
  const daily = totals(stock, cells, (row) => stock.conflict[row]);
  return daily.map((lane) => fade(lane, stock.half_life_days));
}

// The variance of what is left of one act of weight one, on day `nth` of its `lasts`.
function varianceOn(nth, lasts, halfLifeDays) {
  const rate = Math.LN2 / halfLifeDays;
  const mean = (per) => -Math.expm1(-per * nth) / (lasts * -Math.expm1(-per));
  return Math.max(mean(2 * rate) - mean(rate) ** 2, 0);
}

// The standard deviation of tension: once a window is over nothing new is drawn, and
// the variance fades twice as fast as the tension.
function tensionDoubt(stock, { rows, first, nDays }) {
  const { earliest, side } = stock.acts;
  const [running, over] = [lanesOf(nDays), lanesOf(nDays)];
  for (const row of rows) {
    const lasts = daysOfAct(stock, row);
    const squared = stock.conflict[row] ** 2;
    for (let nth = 1; lasts > 1 && squared && nth <= lasts; nth += 1) {
      const lanes = nth === lasts ? over : running;
      const variance = squared * varianceOn(nth, lasts, stock.half_life_days);
      lanes[side[row]][earliest[row] - first + nth - 1] += variance;
    }
  }
  const faded = over.map((lane) => fade(lane, stock.half_life_days / 2));
  return faded.map((lane, i) => lane.map((rest, day) => Math.sqrt(running[i][day] + rest)));
}

// Expected acts of each side in each bin, and those certain and possible in it.
function countsInBins(stock, cells) {
  const starts = binsOf(cells.first, cells.last, stock.per);
  const binAt = new Int32Array(cells.nDays);
  for (let day = 0, bin = 0; day < cells.nDays; day += 1) {
    while (bin + 1 < starts.length && starts[bin + 1] <= cells.first + day) bin += 1;
    binAt[day] = bin;
  }
  const daily = totals(stock, cells, () => 1);
  const n = daily.map((lane) => {
    const sums = new Array(starts.length).fill(0);
    lane.forEach((amount, day) => (sums[binAt[day]] += amount));
    return sums;
  });
  return { starts, n, ...reachOf(stock, cells, binAt, starts.length) };
}

function reachOf(stock, { rows, first }, binAt, nBins) {
  const empty = () => [0, 1].map(() => new Array(nBins).fill(0));
  const [least, most] = [empty(), empty()];
  const { earliest, latest, side } = stock.acts;
  for (const row of rows.filter((each) => side[each] < 2)) {
    const [head, tail] = [earliest[row], latest[row]].map((day) => binAt[day - first]);
    if (head === tail) least[side[row]][head] += 1;
    for (let bin = head; bin <= tail; bin += 1) most[side[row]][bin] += 1;
  }
  return { least, most };
}
