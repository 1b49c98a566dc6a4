// Acts by bins of time: the numbers of utils/measures/counts.py.

// The number of the bin that each day lies in.
function binOfDays({ first, nDays }, starts) {
  let bin = 0;
  return Int32Array.from({ length: nDays }, (_, day) => {
    if (starts[bin + 1] <= first + day) bin += 1;
    return bin;
  });
}

// Expected acts of each side in each bin, and those certain and possible in it.
function countsInBins(stock, cells) {
  const starts = binsOf(cells.first, cells.last, stock.per);
  const binAt = binOfDays(cells, starts);
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
