// The boxes of a facet: which of them a selection ticks, and how ticks are written
// into one, as in utils/explorer/facets.

// What each option stands for: itself, or the boxes in its group.
function boxesBelow(options) {
  const below = new Map();
  for (const { value, parent } of [...options].reverse()) {
    if (!below.has(value)) below.set(value, [value]);
    if (parent) below.set(parent, [...below.get(value), ...(below.get(parent) ?? [])]);
  }
  return below;
}

// Bodies are boxes with the paths that lead to them; other facets have none.
function tickedBoxes({ options, bodies }, chosen) {
  if (!bodies) return options.map(({ value }) => value).filter((value) => chosen.includes(value));
  const wanted = new Set(chosen);
  const held = ([path]) => namesOf(path, "/").some((name) => wanted.has(name));
  return bodies.filter(held).map(([, box]) => box);
}

// The shortest list of a selection that ticks these options.
function askedBy({ options, bodies }, ticked) {
  const below = boxesBelow(options);
  const boxes = new Set(ticked.flatMap((value) => below.get(value) ?? []));
  return bodies ? fewestIds(bodies, boxes) : [...boxes];
}

function fewestIds(bodies, ticked) {
  const parted = new Set();
  const many = new Map();
  for (const [path, box] of bodies) {
    for (const body of path.split("/")) {
      many.set(body, (many.get(body) ?? 0) + 1);
      if (!ticked.has(box)) parted.add(body);
    }
  }
  const highest = (path) =>
    path.find((body) => !parted.has(body) && (body === path[0] || many.get(body) > 1));
  const chosen = bodies.filter(([, box]) => ticked.has(box));
  return [...new Set(chosen.map(([path, box]) => highest(path.split("/")) ?? box))];
}
