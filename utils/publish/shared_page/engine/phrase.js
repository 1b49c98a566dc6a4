// A selection said in words, as utils/selection/phrase.py says it.

function sentenceOf(facts, labels, chosen) {
  if (asksForNothing(facts, chosen)) return "no acts";
  const spaced = (value) => labels[value] ?? value.replaceAll("_", " ");
  const named = (value) => labels[value] ?? value;
  const led = (words, values) => (values.length ? `${words} ${anyOf(values.map(named))}` : "");
  const parts = [
    ...["certainty", "tones", "types"].map((name) => anyOf(chosen[name].map(spaced))),
    "acts",
    led("of the form", chosen.forms),
    directionsInWords(chosen.directions, named),
    led("by", chosen.actors),
    led("towards", chosen.targets),
    led("reported by", chosen.sides),
    led("reported by no other side than", chosen.only_sides),
    ...[sourcesInWords(chosen.n_sources), pickedInWords(chosen), periodInWords(facts, chosen)],
    chosen.text ? `that mention "${chosen.text}"` : "",
  ];
  const said = parts.filter(Boolean).join(" ");
  return said === "acts" ? "all acts" : said;
}

function asksForNothing({ lists, nothing }, chosen) {
  return lists.some((name) => name !== "without" && chosen[name].includes(nothing));
}

function anyOf(names) {
  const sorted = [...names].sort(inOrder);
  const last = sorted.slice(-1);
  return [sorted.slice(0, -1).join(", "), ...last].filter(Boolean).join(" or ");
}

function sourcesInWords(numbers) {
  const said = anyOf(numbers.map((n) => (n === "4+" ? "4 or more" : n)));
  return said && `with ${said} source${numbers.join() === "1" ? "" : "s"}`;
}

function pickedInWords({ acts, without }) {
  const many = ({ length }) => thousands.format(length);
  const said = [];
  if (acts.length) said.push(`picked one by one (${many(acts)})`);
  if (without.length) said.push(`without ${many(without)} left out one by one`);
  return said.join(", ");
}

// Two directions that face each other are one "between".
function directionsInWords(directions, named) {
  const facing = (direction) => direction.split(">").reverse().join(">");
  const between = directions.filter((direction) => {
    const [one, other] = direction.split(">");
    return inOrder(one, other ?? one) < 0 && directions.includes(facing(direction));
  });
  const covered = [...between, ...between.map(facing)];
  const rest = directions.filter((direction) => !covered.includes(direction));
  const pairs = between.map((pair) => pair.split(">").map(named));
  const said = pairs.map(([one, other]) => `between ${one} and ${other}`);
  return [...said, ...rest.map((direction) => oneWay(direction, named))].join(" or ");
}

function oneWay(direction, named) {
  if (!direction.includes(">")) {
    const [one, other] = direction.split("--").map(named);
    return `of unknown direction between ${one} and ${other}`;
  }
  const [actor, target] = direction.split(">");
  if (actor === target) return `within ${named(actor)}`;
  return `from ${named(actor)} to ${named(target)}`;
}

function periodInWords(facts, chosen) {
  const [since, until] = [chosen.since, chosen.until].map((day) => day && dayInWords(facts, day));
  let words = since ? `since ${since}` : "";
  if (until) words = since ? `from ${since} to ${until}` : `until ${until}`;
  const sure = chosen.dates === "certainly" && words;
  return sure ? `${words} (certainly in that period)` : words;
}
