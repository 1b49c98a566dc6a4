"""Text that fits: how wide it may come out, and the lines that hold it."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from unicodedata import east_asian_width

from utils.charts.sheet.words import plain

_GLUE = "\N{NO-BREAK SPACE}"
_WIDTHS = {
    0.28: "ijl'",
    0.32: f"IJ,. {_GLUE}",
    0.37: "f-/:;|\\",
    0.42: "rt!()[]",
    0.53: 'szş*_`"–',
    0.615: "acLoxvkyFTPYZ?━╍┄",
    0.64: "0123456789bdeghnpquESəğ${}",
    0.7: "ABCKRVX",
    0.775: "DGHNU▲▼",
    0.84: "wOQ#&+<=>^~→",
    1.01: "mMW%@…●■",
}
_EMS = {sign: ems for ems, signs in _WIDTHS.items() for sign in signs}
_BOLD = 1.13


@lru_cache(maxsize=5000)
def width(text: str, size_px: float, *, bold: bool = False) -> float:
    """Give the pixels that a text takes in the widest font that may show it.

    The widths are those of DejaVu Sans, rounded up, which Linux falls back to;
    the fonts of other systems are narrower.

    >>> width("Media", 12) < width("Military", 12) < width("Military", 12, bold=True)
    True
    """
    return sum(map(_ems, text)) * size_px * (_BOLD if bold else 1)


@lru_cache(maxsize=500)
def lines(
    text: str, room_px: float, size_px: float, *, bold: bool = False
) -> tuple[str, ...]:
    """Break a text into lines that fit, as plain text.

    >>> lines("one two three", 60, 12)
    ('one two', 'three')
    """
    found: list[list[str]] = []
    left = 0.0
    for word in _words(text, room_px, size_px):
        needed = width(f" {word}", size_px, bold=bold)
        if not found or needed > left:
            found.append([])
            left = room_px
        found[-1].append(word)
        left -= needed
    return tuple(plain(" ".join(line).replace(_GLUE, " ")) for line in found)


@lru_cache(maxsize=500)
def balanced(text: str, room_px: float, size_px: float) -> tuple[str, ...]:
    """Break a bold text into as few lines as `lines` would, as even as they go.

    >>> lines("one two three four", 105, 12), balanced("one two three four", 105, 12)
    (('one two three', 'four'), ('one two', 'three four'))
    """
    fewest = len(lines(text, room_px, size_px, bold=True))
    rooms = (room_px * share / 20 for share in range(14, 20))
    tried = (lines(text, room, size_px, bold=True) for room in rooms)
    fits = (found for found in tried if len(found) <= fewest)
    return next(fits, lines(text, room_px, size_px, bold=True))


def shortened(text: str, room_px: float, size_px: float) -> str:
    """Cut a text that does not fit, and say so by an ellipsis.

    >>> shortened("Parliamentary", 60, 12)
    'Parliam…'
    """
    if width(text, size_px) <= room_px:
        return text
    ends = accumulate(width(sign, size_px) for sign in text)
    room_px -= width("…", size_px)
    return text[: sum(end <= room_px for end in ends)].rstrip() + "…"


def _words(text: str, room_px: float, size_px: float) -> Iterator[str]:
    """Split at spaces, but not at those that glue, and words no line could hold."""
    most = max(1, int(room_px / (size_px * max(_EMS.values()) * _BOLD)))
    for word in text.replace("\n", " ").split(" "):
        if width(word, size_px, bold=True) <= room_px:
            yield from filter(None, [word])
        else:
            yield from (word[i : i + most] for i in range(0, len(word), most))


def _ems(sign: str) -> float:
    """Take a sign that is not listed to be as wide as Cyrillic or Chinese."""
    wide = east_asian_width(sign) in "WF"
    return _EMS.get(sign) or (1.1 if wide else 0.9 if sign.isupper() else 0.7)
