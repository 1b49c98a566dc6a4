// A selection as the query string of an address, both ways, as Python writes it.

const DATE_SHAPE = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/;

// Python's urlencode also escapes what encodeURIComponent leaves of these.
function escaped(text) {
  const code = (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replace(/[!*'()]/g, code).replaceAll("%20", "+");
}

// A selection with every field of Python's, lists sorted and without repeats.
function wholeSelection(facts, given) {
  const lists = facts.lists.map((name) => {
    const values = [...new Set(given[name] ?? [])].sort(inOrder);
    const real = values.filter((value) => value !== facts.nothing);
    return [name, real.length ? real : values];
  });
  const texts = Object.entries(facts.texts).map(([name, text]) => [name, given[name] ?? text]);
  return Object.fromEntries([...lists, ...texts]);
}

function toQuery(facts, given) {
  const chosen = wholeSelection(facts, given);
  const texts = Object.entries(facts.texts).filter(([name, text]) => chosen[name] !== text);
  const pairs = facts.lists.flatMap((name) => chosen[name].map((value) => [name, value]));
  pairs.push(...texts.map(([name]) => [name, chosen[name]]));
  return pairs.map((pair) => pair.map(escaped).join("=")).join("&");
}

function pairOf(query, part) {
  const [name, ...value] = part.split("=");
  const read = (text) => decodeURIComponent(text.replaceAll("+", " "));
  try {
    if (value.length) return [read(name), read(value.join("="))];
  } catch {
    // Half an escape is no query either.
  }
  const shown = JSON.stringify(query.slice(0, 80));
  throw new Error(`${shown} is not a query; write types=media&since=2025-01-01.`);
}

function fromQuery(facts, query) {
  const given = {};
  for (const [name, value] of query ? query.split("&").map((part) => pairOf(query, part)) : []) {
    if (facts.lists.includes(name)) given[name] = [...(given[name] ?? []), value];
    else if (!(name in facts.texts)) throw new Error(`A selection has no field ${name}.`);
    else if ((given[name] ??= value) !== value) {
      throw new Error(`The query gives ${name} twice.`);
    }
  }
  return checkedSelection(facts, given);
}

// Refuse a selection that no table could answer, in Python's words.
function checkedSelection(facts, given) {
  const chosen = wholeSelection(facts, given);
  chosen.since = boundOf(chosen.since, false);
  chosen.until = boundOf(chosen.until, true);
  if (chosen.since && chosen.until && chosen.until < chosen.since) {
    const period = `The period ends on ${chosen.until}, before it begins on ${chosen.since}.`;
    throw new Error(period);
  }
  if (!["possibly", "certainly"].includes(chosen.dates)) {
    throw new Error(`dates is '${chosen.dates}'; it is possibly or certainly.`);
  }
  for (const direction of chosen.directions) checkDirection(facts, direction);
  const odd = chosen.n_sources.find((n) => n !== facts.nothing && !facts.n_sources.includes(n));
  if (odd) throw new Error(`n_sources holds '${odd}'; it takes ${facts.n_sources.join(", ")}.`);
  return chosen;
}

function checkDirection(facts, direction) {
  const ends = direction.split(direction.includes(">") ? ">" : "--");
  if (direction === facts.nothing || (ends.length === 2 && ends.every(Boolean))) return;
  throw new Error(`Direction '${direction}' is not two countries; write AZE>RUS.`);
}

// The first or the last day of a year, a month or a day.
function boundOf(text, last) {
  if (!text) return "";
  const [, year, month, day] = DATE_SHAPE.exec(text) ?? [];
  if (Number(year) < 1 || !year) refuseDate(text);
  const first = firstOf(Number(year), month ? Number(month) - 1 : 0);
  const after = nextBin(first, month ? "month" : "year");
  const found = isoOf(day ? first + Number(day) - 1 : last ? after - 1 : first);
  return found.startsWith(text) ? found : refuseDate(text);
}

function refuseDate(text) {
  throw new Error(`'${text}' is not a date; write 2025-06-29, 2025-06 or 2025.`);
}
