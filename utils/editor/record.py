"""One row of a CSV file as it is written, of which single cells can be changed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from utils.errors import EditError
from utils.tables.quotes import LINE_END
from utils.tables.reading import LONGEST_CELL

_PART = re.compile(r'"(?:[^"]|"")*"|[^,]*')
_ENDS = ("\r\n", "\n", "\r")
_NEEDS_QUOTES = re.compile(r'[,"\r\n]')
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Record:
    """A row: its text with the line end, its cells, and a number that stays its own.

    The number is no line: it is the same after other rows have come or gone.
    """

    number: int
    raw: str
    cells: tuple[str, ...]

    @property
    def end(self) -> str:
        """The line end, or nothing where the file stops short of one."""
        return next((end for end in _ENDS if self.raw.endswith(end)), "")

    @property
    def n_lines(self) -> int:
        """How many lines of the file the row takes."""
        odd = "\r" in self.raw
        n = len(LINE_END.findall(self.raw)) if odd else self.raw.count("\n")
        return n + (not self.end)

    @property
    def is_filled(self) -> bool:
        """Whether any cell has something in it."""
        return any(map(str.strip, self.cells))

    def but(self, changes: Mapping[int, str]) -> "Record":
        r"""Give the row with some cells changed, by place; all else is as it was.

        A cell that stood in quotes keeps them.

        >>> row = record_of('1,"a",  b,c\r\n', ["1", "a", "  b", "c"])
        >>> row.but({1: "d", 3: "e, f"}).raw
        '1,"d",  b,"e, f"\r\n'
        """
        parts = list(_parts(self.raw.removesuffix(self.end)))
        cells = list(self.cells)
        for place, value in changes.items():
            cells[place] = value
            parts[place] = written(value, quoted=parts[place].startswith('"'))
        raw = ",".join(parts) + self.end
        return replace(self, raw=raw, cells=tuple(cells))


def record_of(raw: str, cells: list[str]) -> Record:
    """Give a row with a number of its own."""
    return Record(next(_numbers), raw, tuple(cells))


def new_record(cells: list[str], end: str) -> Record:
    r"""Make the text of a row that no file has yet.

    >>> new_record(["a", "b, c", ""], "\n").raw
    'a,"b, c",\n'
    """
    return record_of(",".join(map(written, cells)) + end, cells)


def written(value: str, *, quoted: bool = False) -> str:
    """Write a cell, in quotes if it had them or cannot do without.

    >>> written("a"), written("a, b"), written("a", quoted=True)
    ('a', '"a, b"', '"a"')
    """
    if not quoted and not _NEEDS_QUOTES.search(value):
        return value
    return '"' + value.replace('"', '""') + '"'


def refuse_unwritable(value: str) -> None:
    r"""Refuse what no CSV file of ours can hold.

    >>> refuse_unwritable("a\x00b")
    Traceback (most recent call last):
    utils.errors.EditError: The text has a NUL sign in it. Type it again without it.

    Raises
    ------
    EditError
        If the text has a NUL or half a character, or is too long.
    """
    if "\x00" in value:
        raise EditError("The text has a NUL sign in it. Type it again without it.")
    if any("\ud800" <= sign <= "\udfff" for sign in value):
        raise EditError("The text has half a character in it. Type it again.")
    if len(value) > LONGEST_CELL:
        raise EditError(
            f"The text has {len(value):,} characters, and a cell may have "
            f"{LONGEST_CELL:,}. Shorten it."
        )


def _parts(body: str) -> Iterator[str]:
    """Split a row into its cells as written, quotes and all."""
    place = 0
    while place <= len(body):
        part = _PART.match(body, place)[0]  # type: ignore[index]
        yield part
        place += len(part) + 1
