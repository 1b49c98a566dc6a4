// What texts are compared by, as in utils/selection/letters.py and search.py.

const COMMON_WORDS =
  /(?:[^\p{L}\p{N}_\n]*(?<![\p{L}\p{N}_])[a-z0-9_]+(?![\p{L}\p{N}_]))+/gu;
const AZERBAIJANI = /[\p{L}\p{N}_]*[ƏəĞğıİŞş][\p{L}\p{N}_]*/gu;
const FIRST_SCHWA = /(?<![\p{L}\p{N}_])[əә]/gu;
const BLANKS = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;

const spaced = (text) => text.split(BLANKS).filter(Boolean).join(" ");
const caseless = (text) => text.toUpperCase().toLowerCase();
const nLetters = (text) => text.replaceAll(" ", "").length;

// Letters alike for a search: no case, no accents, one kind of i, schwa as e.
function folded(text) {
  const apart = caseless(text.normalize("NFKD"));
  const bare = apart.normalize("NFKD").replace(/\p{M}/gu, "");
  return bare.replaceAll("ı", "i").replaceAll("ə", "e").replaceAll("ς", "σ");
}

// Words that may be names; what stood between two of them is a tilde.
const namesIn = (text) => text.normalize("NFC").replace(COMMON_WORDS, " ~");

function inLatin({ sounds }, text, schwa) {
  // eslint-disable-next-line no-control-regex
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  const whole = text.normalize("NFC").replace(AZERBAIJANI, (word) => word.replace(/c/gi, "j"));
  const small = caseless(whole).replace(FIRST_SCHWA, "a").replace(/[əә]/g, schwa);
  return folded(Array.from(small, (sign) => sounds[sign] ?? sign).join(""));
}

function respelled(text, rules) {
  return rules.reduce((said, [found, by]) => said.replace(new RegExp(found, "g"), by), text);
}

// A name as the press would write it; each word stands between blanks.
function sounding(facts, text, schwa) {
  const small = inLatin(facts, text, schwa).toLowerCase().replaceAll("x", "h");
  const words = ` ${small.replace(/[^\p{L}\p{N}_~]+/gu, " ")} `.replaceAll("  ", " ");
  return respelled(words, facts.spellings);
}

const heardIn = (facts, text) => ["a", "e"].map((schwa) => sounding(facts, text, schwa));

// What a text of the acts is searched by.
function keysOf(facts, text) {
  const sounds = heardIn(facts, namesIn(spaced(text)));
  return { plain: spaced(folded(text)), sounds, loose: respelled(sounds[0], facts.habits) };
}

// What is sought: anywhere, from the beginning of a word, and as whole words.
function soughtBy(facts, text) {
  const { least_letters: least, least_beginning: enough } = facts;
  const heard = heardIn(facts, text.replaceAll("~", " "));
  const long = heard.filter((said) => nLetters(said) >= least);
  const loose = respelled(heard[0], facts.habits);
  return {
    plain: spaced(folded(text)),
    sounds: long.map((said) => (nLetters(said) >= enough ? said.trimEnd() : said)),
    loose: nLetters(loose) >= enough ? loose : "",
  };
}

function holdsText(keys, sought) {
  if (sought.plain && keys.plain.includes(sought.plain)) return true;
  const heard = (said) => keys.sounds.some((sound) => sound.includes(said));
  if (sought.sounds.some(heard)) return true;
  return sought.loose !== "" && keys.loose.includes(sought.loose);
}
