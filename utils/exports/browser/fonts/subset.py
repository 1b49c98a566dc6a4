"""Fonts cut down to the letters that a picture shows, ready to go into a file."""

import logging
from base64 import b64encode
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from itertools import chain
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent
_FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl")
_NAMES = (0, 1, 2, 4, 6, 14)
# Latin with Azerbaijani and Turkish, Greek, Cyrillic, punctuation, currencies. To
# cut twice is faster: the first cut, which every picture shares, is the long one.
_COMMON = frozenset(
    chain(
        range(0x20, 0x250),
        range(0x370, 0x530),
        range(0x2010, 0x2070),
        range(0x20A0, 0x20C0),
        (0x259, 0x2116, 0x2212),
    )
)


@dataclass(frozen=True)
class Face:
    """One font file: the family and the weight it is, and where it lies."""

    family: str
    weight: int
    name: str

    @property
    def data(self) -> bytes:
        """Give the whole font."""
        return (_FOLDER / self.name).read_bytes()


_REGULAR = Face("Noto Sans", 400, "NotoSans-Regular.ttf")
_BOLD = Face("Noto Sans", 700, "NotoSans-Bold.ttf")
_SIGNS = Face("DejaVu Sans", 400, "DejaVuSans.ttf")
FAMILIES = (_REGULAR.family, _SIGNS.family)


def faces() -> tuple[Face, ...]:
    """Give every font there is; signs that the first family lacks are in the last.

    >>> [face.name for face in faces()]
    ['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf', 'DejaVuSans.ttf']
    """
    return _REGULAR, _BOLD, _SIGNS


def embedded(usual: Set[str], bold: Set[str]) -> Iterator[tuple[Face, str]]:
    """Give each font that the letters of two weights need, as a data URI.

    The fonts hold only these letters; a letter that no font has is left out.
    """
    signs = {ord(letter) for letter in usual | bold}
    for face, letters in ((_REGULAR, usual), (_BOLD, bold)):
        signs -= _letters(face)
        if had := {ord(letter) for letter in letters} & _letters(face):
            yield face, _data_uri(face, frozenset(had))
    if signs := signs & _letters(_SIGNS):
        yield _SIGNS, _data_uri(_SIGNS, frozenset(signs))


def without_font(letters: Iterable[str]) -> str:
    """Give the letters that no font has, and that a picture would leave out.

    >>> without_font("ə → 中")
    '中'
    """
    had = _letters(_REGULAR) | _letters(_SIGNS)
    seen = {letter for letter in letters if not letter.isspace()}
    return "".join(sorted(letter for letter in seen if ord(letter) not in had))


@lru_cache(maxsize=64)
def _data_uri(face: Face, letters: frozenset[int]) -> str:
    whole = _common(face) if letters <= _COMMON else face.data
    font = b64encode(_cut(whole, letters, flavour="woff")).decode("ascii")
    return f"data:font/woff;base64,{font}"


@cache
def _letters(face: Face) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(BytesIO(face.data), lazy=True) as font:
        return frozenset(font.getBestCmap())


@cache
def _common(face: Face) -> bytes:
    return _cut(face.data, _COMMON)


def _cut(data: bytes, letters: Iterable[int], flavour: str | None = None) -> bytes:
    """Cut a font; the same letters always give the same bytes."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    # It would warn of every table that it drops, and it may.
    logging.getLogger("fontTools.subset").setLevel(logging.ERROR)
    options = Options(hinting=False)
    options.drop_tables += ["FFTM"]
    options.layout_features = list(_FEATURES)
    options.name_IDs = list(_NAMES)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters)
    written = BytesIO()
    with TTFont(BytesIO(data), lazy=True, recalcTimestamp=False) as font:
        subsetter.subset(font)
        font.flavor = flavour
        font.save(written)
    return written.getvalue()
