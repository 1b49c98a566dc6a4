// Acts of uncertain date, spread evenly over the days on which they may have begun:
// the numbers of utils/measures/spread.py.

// The rows shown and the days they lie on, with what was chosen; null without any.
function cellsOf(stock, selection, rows) {
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
