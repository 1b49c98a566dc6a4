// The days that a chart shows, and the axis they are drawn along, as in
// utils/charts/sheet/span.py.

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
