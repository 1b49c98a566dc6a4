// Conflictual weight that piles up and fades: the numbers of utils/measures/tension.py.

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
