"""What texts are compared by, whatever their alphabet and spelling.

Three ways, each looser than the one before and asked for more: `fold` knows no case
and no accents and may be sought anywhere; `sound` writes a name as the press would
spell it in English, from Azerbaijani or Cyrillic letters, and is sought from the
beginning of a word; `loose` makes one of spellings that differ by habit (s for sh, a
for e, one letter for two) and is sought as whole words. The last two are kept for
names, as they would take common words for each other.
"""

import re
import unicodedata

_ALIKE = str.maketrans(
    {"\N{LATIN SMALL LETTER DOTLESS I}": "i", "\N{LATIN SMALL LETTER SCHWA}": "e"}
)
_CYRILLIC = dict(
    zip(
        "абвгґдезиіклмнопрстуфхһҳыйјэёүө",
        "abvggdeziiklmnoprstufhhhyyyeeuo",
        strict=True,
    ),
    **{"ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya"},
    **{"є": "ye", "ї": "yi", "ъ": "", "ь": "", "ғ": "g", "ҹ": "j", "ҝ": "g"},
)
SOUNDS = {**_CYRILLIC, "ş": "sh", "ç": "ch", "ğ": "g", "x": "h"}
"""How letters are written as the press would write them in English."""
_SOUNDS = str.maketrans(SOUNDS)
_C_IS_J = str.maketrans("cC", "jj")
SCHWA = re.compile("[əә]")
_FIRST_SCHWA = re.compile(r"(?<!\w)[əә]")
_AZERBAIJANI = re.compile(r"\w*[ƏəĞğıİŞş]\w*")
_COMMON = re.compile(r"(?:[^\w\n]*\b[a-z0-9_]+\b)+")
_BETWEEN = re.compile(r"[^\w\n~]+")
SPELLINGS = [
    ("q(?!u[aeiou])", "g"),
    ("kh", "h"),
    ("gh", "g"),
    ("dzh", "j"),
    ("iy(?=[aou])", "i"),
    ("ye", "e"),
    ("(?:iy|yy|yi|ii)(?= )", "y"),
    ("([aeo])i(?= )", "\\1y"),
]
"""Spellings of one sound, in the order in which they are made one."""
HABITS = [("([a-z])\\1+", "\\1"), ("sh", "s"), ("ch", "c"), ("e", "a"), ("y", "i")]
"""Spellings that differ by habit, in the order in which they are made one."""


def fold(text: str) -> str:
    """Fold case and accents, so that `ƏLİYEV` and `eliyev` are the same.

    >>> fold("ƏLİYEV Şuşa")
    'eliyev susa'
    """
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text).casefold()
    marks = {ord(c): "" for c in {*apart} if unicodedata.combining(c)}
    return apart.translate(marks | _ALIKE)


def names(text: str) -> str:
    """Keep the words that may be names: those with a capital, or no plain letters.

    What stood between two of them is a tilde.

    >>> names("In Şuşa the President met Putin.")
    'In Şuşa ~ President ~ Putin.'
    """
    return _COMMON.sub(" ~", unicodedata.normalize("NFC", text))


def sound(text: str, schwa: str = "a") -> str:
    """Write names as the press would; each word stands between spaces.

    `schwa` is what the letter ə becomes, but for the first one of a word, which
    always becomes a.

    >>> sound("Захарова"), sound("Zakharova"), sound("Əliyev") == sound("Алиев")
    (' zaharova ', ' zaharova ', True)
    >>> sound("Xankəndi", "e") == sound("Khankendi")
    True
    """
    small = latin(text, schwa).lower().replace("x", "h")
    said = f" {_BETWEEN.sub(' ', small)} "
    said = said.replace("\n", " \n ").replace("  ", " ")
    return _respelled(said, SPELLINGS)


def latin(text: str, schwa: str = "a") -> str:
    """Write letters of Azerbaijani and Cyrillic as the press would in English.

    >>> latin("Шуша"), latin("Plain")
    ('shusha', 'Plain')
    """
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    whole = _AZERBAIJANI.sub(lambda word: word[0].translate(_C_IS_J), composed)
    small = _FIRST_SCHWA.sub("a", whole.casefold())
    return fold(SCHWA.sub(schwa, small).translate(_SOUNDS))


def loose(sounding: str) -> str:
    """Make one of spellings that differ by habit, in what `sound` gives.

    >>> loose(sound("Shusha")), loose(sound("Məmmədov")) == loose(sound("Мамедов"))
    (' susa ', True)
    """
    return _respelled(sounding, HABITS)


def _respelled(text: str, rules: list[tuple[str, str]]) -> str:
    for pattern, said in rules:
        text = re.sub(pattern, said, text)
    return text
