// Which acts a selection keeps: one mask for each condition, over all acts.

// What a value of a column answers to: a path answers to each body on it, and to
// the last one followed by a stroke, which is that body without those below it.
function namesOf(value, between) {
  const parts = between ? value.split(between) : [value];
  return between === "/" ? [...parts, `${parts[parts.length - 1]}/`] : parts;
}

function answers(name, wanted, value, between) {
  const names = namesOf(value, between);
  const held = (one) => wanted.includes(one);
  return name === "only_sides" ? names.every(held) : names.some(held);
}

// Say of each act whether its value hits; each value is looked at only once.
function rowsWhere({ values, codes }, hit) {
  const hits = values.map((value) => (hit(value) ? 1 : 0));
  return Uint8Array.from(codes, (code) => hits[code] ?? 0);
}

function codedMask(stock, chosen, name) {
  const [column, between] = stock.facts.coded[name];
  return rowsWhere(stock.acts[column], (value) => answers(name, chosen[name], value, between));
}

function periodMask(stock, { since, until, dates }) {
  const { earliest, latest } = stock.acts;
  const [begins, ends] = dates === "certainly" ? [earliest, latest] : [latest, earliest];
  const first = since ? dayOf(since) : -Infinity;
  const last = until ? dayOf(until) : Infinity;
  return Uint8Array.from(begins, (day, row) => (day >= first && ends[row] <= last ? 1 : 0));
}

// What each different text is searched by is made once, when a text is first sought.
function keysOfColumn(stock, name) {
  if (!stock.keys.has(name)) {
    const column = stock.acts[name];
    const texts = column.codes ? column.values : column;
    const keys = texts.map((text) => keysOf(stock.facts, text));
    stock.keys.set(name, keys);
  }
  return stock.keys.get(name);
}

function textMask(stock, { text }) {
  const sought = soughtBy(stock.facts, text);
  const keep = new Uint8Array(stock.n_acts);
  for (const name of stock.facts.searched) {
    const hits = keysOfColumn(stock, name).map((keys) => holdsText(keys, sought));
    const { codes } = stock.acts[name];
    for (let row = 0; row < keep.length; row += 1) keep[row] |= hits[codes ? codes[row] : row];
  }
  return keep;
}

// Acts by their ids: kept alone, or left out.
function idMask(stock, wanted, left) {
  const mask = new Uint8Array(stock.n_acts).fill(left);
  for (const id of wanted) if (Object.hasOwn(stock.rowOf, id)) mask[stock.rowOf[id]] = 1 - left;
  return mask;
}

// The conditions in use, by the names of the lists, "period" and "text".
function conditionsOf(stock, chosen) {
  const lists = [...Object.keys(stock.facts.coded), "acts", "without"];
  const names = lists.filter((name) => chosen[name].length);
  if (chosen.since || chosen.until) names.push("period");
  return chosen.text ? [...names, "text"] : names;
}

// A condition that stays as it was is not looked up again.
function maskOf(stock, chosen, name) {
  const period = [chosen.since, chosen.until, chosen.dates];
  const wanted = JSON.stringify(name === "period" ? period : chosen[name]);
  const known = stock.masks.get(name);
  if (known?.wanted === wanted) return known.mask;
  const mask = maskFor(stock, chosen, name);
  stock.masks.set(name, { wanted, mask });
  return mask;
}

function maskFor(stock, chosen, name) {
  if (name === "period") return periodMask(stock, chosen);
  if (name === "text") return textMask(stock, chosen);
  if (name === "acts") return idMask(stock, chosen.acts, 0);
  if (name === "without") return idMask(stock, chosen.without, 1);
  return codedMask(stock, chosen, name);
}

// How many conditions each act fails.
function failures(stock, masks) {
  const failed = new Uint8Array(stock.n_acts);
  for (const mask of masks) {
    for (let row = 0; row < failed.length; row += 1) failed[row] += 1 - mask[row];
  }
  return failed;
}

// The acts that fail nothing but the condition of a mask, if there is one.
function besides(failed, mask) {
  return failed.map((n, row) => (n === (mask ? 1 - mask[row] : 0) ? 1 : 0));
}

const rowsOf = (keep) => [...keep.keys()].filter((row) => keep[row]);

function checkKnown(stock, chosen) {
  for (const name of Object.keys(stock.facts.coded)) {
    const unknown = chosen[name].filter((value) => !stock.known[name].has(value));
    if (unknown.length) throw new Error(`${name}: nothing here is called ${unknown.join(", ")}.`);
  }  for (const name of ["acts", "without"]) {
    const known = (id) => id === stock.facts.nothing || Object.hasOwn(stock.rowOf, id);
    const unknown = chosen[name].filter((id) => !known(id));
    if (unknown.length) throw new Error(`${name}: there is no act ${unknown.join(", ")} here.`);
  }
}
