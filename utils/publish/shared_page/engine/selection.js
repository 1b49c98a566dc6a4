// Which acts a selection keeps: one mask for each condition, over all acts.

// Letters alike for a search: no case, no accents, one kind of i, schwa as e.
function folded(text) {
  const apart = text.normalize("NFKD").toUpperCase().toLowerCase();
  const bare = apart.normalize("NFKD").replace(/\p{M}/gu, "");
  return bare.replaceAll("ı", "i").replaceAll("ə", "e").replaceAll("ς", "σ");
}

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

function textMask(stock, { text: wanted }) {
  const sought = folded(wanted);
  const found = (text) => folded(text).includes(sought);
  const mask = (column) =>
    column.codes ? rowsWhere(column, found) : Uint8Array.from(column, (text) => +found(text));
  const masks = stock.facts.searched.map((name) => mask(stock.acts[name]));
  return masks.reduce((one, other) => one.map((kept, row) => kept | other[row]));
}

// The conditions in use, by the names of the lists, "period" and "text".
function conditionsOf(stock, chosen) {
  const names = Object.keys(stock.facts.coded).filter((name) => chosen[name].length);
  if (chosen.since || chosen.until) names.push("period");
  return chosen.text ? [...names, "text"] : names;
}

// A condition that stays as it was is not looked up again.
function maskOf(stock, chosen, name) {
  const period = [chosen.since, chosen.until, chosen.dates];
  const wanted = JSON.stringify(name === "period" ? period : chosen[name]);
  const known = stock.masks.get(name);
  if (known?.wanted === wanted) return known.mask;
  const find = { period: periodMask, text: textMask }[name] ?? codedMask;
  const mask = find(stock, chosen, name);
  stock.masks.set(name, { wanted, mask });
  return mask;
}

// The acts that meet all of some masks.
function meeting(stock, masks) {
  const keep = new Uint8Array(stock.n_acts).fill(1);
  for (const mask of masks) for (let row = 0; row < keep.length; row += 1) keep[row] &= mask[row];
  return keep;
}

const rowsOf = (keep) => [...keep.keys()].filter((row) => keep[row]);

function checkKnown(stock, chosen) {
  for (const name of Object.keys(stock.facts.coded)) {
    const unknown = chosen[name].filter((value) => !stock.known[name].has(value));
    if (unknown.length) throw new Error(`${name}: nothing here is called ${unknown.join(", ")}.`);
  }
}
