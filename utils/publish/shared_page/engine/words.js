// What charts say of themselves, in the words of utils/charts/sheet/words.py.

const NO_BREAK = "\u00a0";
const thousands = new Intl.NumberFormat("en");

// Text for plotly, which takes none of it as markup.
function plain(facts, text) {
  return Array.from(text, (sign) => facts.plain[sign] ?? sign).join("");
}

// Letters as Python counts them: a sign that takes two units here is one.
const lettersOf = (text) => Array.from(text);

// By code points, as Python sorts texts.
function inOrder(one, other) {
  const [a, b] = [lettersOf(one), lettersOf(other)];
  const at = a.findIndex((sign, i) => sign !== b[i]);
  if (at < 0) return a.length - b.length;
  return at < b.length ? a[at].codePointAt(0) - b[at].codePointAt(0) : 1;
}

const arrow = (direction) => direction.replaceAll(">", " → ").replaceAll("--", " – ");
const towards = (direction) => direction.replaceAll(">", `${NO_BREAK}to${NO_BREAK}`);
const countActs = (n) => `${thousands.format(n)} recorded act${n === 1 ? "" : "s"}`;

function directionsOf(about) {
  const [first, second] = about.sides;
  return [`${first}>${second}`, `${second}>${first}`];
}

// "law_enforcement" as "Law enforcement".
function label(facts, code) {
  if (facts.sheet.short.includes(code)) return code.toUpperCase();
  const [first = "", ...rest] = lettersOf(code);
  return first.toUpperCase() + rest.join("").replaceAll("_", " ");
}

function listed(parts) {
  const last = parts.slice(-1);
  return [parts.slice(0, -1).join(", "), ...last].filter(Boolean).join(" and ");
}

function shortTitle(facts, text) {
  const letters = lettersOf(text);
  const most = facts.sheet.title_characters;
  if (letters.length <= most) return text;
  const cut = letters.slice(0, most - 1).join("");
  const end = cut.lastIndexOf(" ");
  return `${end < 0 ? cut : cut.slice(0, end)}…`;
}

function subtitle(about, counted, { weighed = false } = {}) {
  const n = about.n_without_weight;
  const gap = n ? ` (${thousands.format(n)} without a weight left out)` : "";
  const scale = weighed && about.scale ? ` Scale: ${about.scale}${gap}.` : "";
  return `${counted}. Chosen: ${about.selection}.${scale}`;
}

function sourceLine(about) {
  const version = about.version ? `, version ${about.version}` : "";
  const licence = about.licence ? ` ${about.licence}.` : "";
  const data =
    `Data: ${about.dataset}${version}: ` +
    `${countActs(about.n_actions)}${proof(about)}.${licence}`;
  return inUnit(about, [data, about.note, sidesKey(about)].filter(Boolean).join(" "));
}

// Acts are called what the data call them.
function inUnit({ unit }, text) {
  if (!unit || unit === "recorded act") return text;
  const capital = unit[0].toUpperCase() + unit.slice(1);
  return text.replace(
    /\b(recorded act)(s?)\b/gi,
    (all, act, s) => (/^[A-Z]/.test(act) ? capital : unit) + s,
  );
}

// Sources and disputed acts are counted, unless the acts come without any source.
function proof(about) {
  if (about.n_actions && !about.n_sources && !about.n_disputed) return "";
  const [sources, disputed] = [about.n_sources, about.n_disputed].map(thousands.format);
  const s = about.n_sources === 1 ? "" : "s";
  return `, ${sources} source${s}, ${disputed} disputed`;
}

function sidesKey(about) {
  const pairs = about.sides.map((side, i) => [side, about.side_names[i] ?? side]);
  const said = pairs.filter(([side, name]) => side !== name);
  return said.length ? `${said.map((pair) => pair.join(": ")).join(", ")}.` : "";
}

// No line ends within a date.
function wholeDates(facts, text) {
  const date = new RegExp(facts.date_pattern, "g");
  return text.replace(date, (found) => found.replaceAll(" ", NO_BREAK));
}
