// Where each mark of the timeline lies: its lane and its free row, as in
// utils/charts/timeline/marks.py and stack.py.

// The acts that are drawn, in the order of time: all, or the heaviest.
function heaviestRows(stock, rows) {
  const most = stock.facts.timeline.most_marks;
  if (rows.length <= most) return rows;
  const heavy = (row) => Math.abs(stock.acts.weight[row] ?? 0);
  const places = [...rows.keys()].sort((a, b) => heavy(rows[b]) - heavy(rows[a]));
  const kept = new Set(places.slice(0, most));
  return rows.filter((row, place) => kept.has(place));
}

const lastedUntil = ({ earliest, lasted_days: lasted }, row) => earliest[row] + lasted[row] - 1;

// The innermost row of its band on which a mark touches no other; where all rows are
// full, the one on which it covers least.
function stacked(begins, ends, bands, deepest) {
  const free = new Map();
  return begins.map((begin, i) => {
    if (!free.has(bands[i])) free.set(bands[i], []);
    const fullUntil = free.get(bands[i]);
    let end = ends[i];
    let row = fullUntil.findIndex((until) => until <= begin);
    if (row < 0) row = fullUntil.length;
    if (row === deepest) {
      row = fullUntil.indexOf(Math.min(...fullUntil));
      end = Math.max(end, fullUntil[row]);
    }
    fullUntil[row] = end;
    return row;
  });
}

// A bar takes the room of its days, and a mark that of its size.
function freeRows(stock, rows, bands, days, plotPx) {
  const { acts, facts } = stock;
  const { widest, edge_px: edgePx, deepest_rows: deepest } = facts.timeline;
  const [left, right] = axisOf(facts, days);
  const place = (day) => ((day - left) / (right - left)) * plotPx;
  const halves = rows.map((row) => (widest * acts.size_px[row] + edgePx) / 2);
  const begins = rows.map((row, i) => place(acts.earliest[row]) - halves[i]);
  const until = (row) => Math.max(acts.latest[row], lastedUntil(acts, row));
  const ends = rows.map((row, i) => place(until(row)) + halves[i]);
  return stacked(begins, ends, bands, deepest);
}

// The height of each mark; the middles of the lanes and their lower ends. A lane has
// room for both sides even where nothing is in it.
function placedMarks(stock, rows, days, plotPx) {
  const { side, type } = stock.acts;
  const gap = stock.facts.timeline.gap_rows;
  const bands = rows.map((row) => type.codes[row] * 3 + side[row]);
  const free = freeRows(stock, rows, bands, days, plotPx);
  const rooms = type.values.flatMap(() => [1, 1, 0]);
  bands.forEach((band, i) => (rooms[band] = Math.max(rooms[band], free[i] + 1)));
  const lanes = type.values.map((_, lane) => rooms.slice(lane * 3, lane * 3 + 3));
  const { centres, bottoms } = laneHeights(lanes, gap);
  const y = rows.map((row, i) => {
    const lane = type.codes[row];
    const out = side[row] === 0 ? free[i] + 0.5 : -free[i] - 0.5;
    return centres[lane] + (side[row] === 2 ? out - lanes[lane][1] : out);
  });
  return { y, centres, bottoms };
}

function laneHeights(lanes, gap) {
  let end = 0;
  const centres = lanes.map(([above, below, others]) => {
    const size = above + below + others + gap;
    end += size;
    return -(end - size + above + gap / 2);
  });
  const bottoms = lanes.map(([, below, others], i) => centres[i] - below - others - gap / 2);
  return { centres, bottoms };
}
