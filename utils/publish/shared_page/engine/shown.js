// The acts of the page, and what a selection shows of them.

function knownOf(data) {
  const pairs = Object.entries(data.facts.coded).map(([name, [column, between]]) => {
    const names = data.acts[column].values.flatMap((value) => namesOf(value, between));
    return [name, new Set([...names, data.facts.nothing])];
  });
  return Object.fromEntries(pairs);
}

// Sources count only where they support an act, wholly or in part.
function supportOf(data) {
  const found = data.acts.action_id.map(() => []);
  for (const [act, source, supports] of data.evidence) {
    if (supports !== "contradicts") found[act].push(source);
  }
  return found;
}

// What each change of a filter needs again is made once.
function makeStock(data) {
  return {
    ...data,
    masks: new Map(),
    told: new Map(),
    known: knownOf(data),
    keys: new Map(),
    support: supportOf(data),
    rowOf: Object.fromEntries(data.acts.action_id.map((id, row) => [id, row])),
    conflict: data.acts.weight.map((weight) => (weight < 0 ? -weight : 0)),
    disputed: rowsWhere(data.acts.certainty, (value) => value === "disputed"),
  };
}

// The text of a coded column, "" where an act has none.
function valueOf(stock, column, row) {
  const { values, codes } = stock.acts[column];
  return values[codes[row]] ?? "";
}

function countsOf(stock, at, keep) {
  const { column, options, holds } = stock.facets[at];
  const { values, codes } = stock.acts[column];
  const n = new Array(values.length).fill(0);
  codes.forEach((code, row) => {
    if (code >= 0) n[code] += keep[row];
  });
  const sums = holds.map((held) => held.reduce((sum, code) => sum + n[code], 0));
  return Object.fromEntries(options.map(({ value }, i) => [value, sums[i]]));
}

function aboutOf(stock, chosen, rows, sentence) {
  const sources = new Set(rows.flatMap((row) => stock.support[row]));
  return {
    ...stock.about,
    selection: sentence,
    query: toQuery(stock.facts, chosen),
    since: chosen.since,
    until: chosen.until,
    n_actions: rows.length,
    n_sources: sources.size,
    n_disputed: rows.filter((row) => stock.disputed[row]).length,
    n_without_weight: rows.filter((row) => stock.acts.weight[row] === null).length,
  };
}

// Where no act fits: the one condition without which most acts would be shown.
function hintOf(stock, names, leftWithout, n) {
  if (n) return { sentence: "", action: "", drop: {} };
  const left = names.map(leftWithout);
  const most = Math.max(0, ...left);
  if (!most) {
    const sentence = "No act fits, and no single filter is the cause.";
    return { sentence, action: "Drop every filter", drop: opened(names) };
  }
  const name = names[left.indexOf(most)];
  const title = stock.facts.condition_names[name];
  const would = `Without the filter on ${title}, ${thousands.format(most)} would.`;
  const sentence = `No act fits. ${would}`;
  return { sentence, action: `Drop the filter on ${title}`, drop: opened([name]) };
}

function opened(names) {
  const open = (name) => {
    if (name === "period") return { since: "", until: "" };
    return { [name]: name === "text" ? "" : [] };
  };
  return Object.assign({}, ...names.map(open));
}

function show(stock, selection) {
  const chosen = checkedSelection(stock.facts, selection);
  checkKnown(stock, chosen);
  const names = conditionsOf(stock, chosen);
  const masks = names.map((name) => maskOf(stock, chosen, name));
  const failed = failures(stock, masks);
  const beside = (left) => besides(failed, masks[names.indexOf(left)]);
  const keep = beside("");
  const rows = rowsOf(keep);
  const sentence = sentenceOf(stock.facts, stock.labels, chosen);
  const counts = stock.facets.map(({ field }, at) => [field, countsOf(stock, at, beside(field))]);
  return {
    ...{ selection: chosen, keep, rows, n: rows.length, sentence },
    counts: Object.fromEntries(counts),
    about: aboutOf(stock, chosen, rows, sentence),
    hint: hintOf(stock, names, (name) => rowsOf(beside(name)).length, rows.length),
    cells: cellsOf(stock, chosen, rows),
  };
}
