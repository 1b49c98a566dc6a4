"""A table in plain text, with its columns one below the other."""

from collections.abc import Sequence
from itertools import zip_longest
from textwrap import wrap

from utils.curate.shown.inert import inert, width

GAP = "  "
NARROWEST = 16
LONGEST_VALUE = 40


def aligned(
    head: Sequence[str], rows: Sequence[Sequence[object]], *, room: int = 0
) -> str:
    r"""Give the rows with their columns aligned; the last two break within the room.

    `room` is the width of the terminal, 0 where lines may be of any length. What a
    terminal would obey is written as an escape.

    >>> print(aligned(["line", "value"], [[7, "a"], [12, "b\x07"]]))
    line  value
    7     a
    12    b\x07
    """
    cells = [list(head), *([_cell(value) for value in row] for row in rows)]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    if room and len(widths) > 1:
        left = room - sum(widths[:-2]) - len(GAP) * (len(widths) - 1)
        widths[-2:] = _shared(left, *widths[-2:])
    return "\n".join(line for row in cells for line in _lines(row, widths))


def short(value: str) -> str:
    """Cut a value that is too long for a table.

    >>> short("x" * 50) == "x" * 37 + "..."
    True
    """
    return value if len(value) <= LONGEST_VALUE else f"{value[: LONGEST_VALUE - 3]}..."


def _shared(room: int, one: int, other: int) -> tuple[int, int]:
    """Share the room between two columns; what one does not need the other takes."""
    half = room // 2
    if one + other <= room:
        return one, other
    if one <= half:
        return one, max(NARROWEST, room - one)
    if other <= half:
        return max(NARROWEST, room - other), other
    return max(NARROWEST, half), max(NARROWEST, half)


def _cell(value: object) -> str:
    return inert("" if value is None else str(value))


def _lines(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    """Break the cells of one row, and set them side by side."""
    parts = [
        [text] if width(text) <= room else wrap(text, room, break_on_hyphens=False)
        for text, room in zip(row, widths, strict=True)
    ]
    return [
        GAP.join(
            text + " " * (room - width(text))
            for text, room in zip(line, widths, strict=True)
        ).rstrip()
        for line in zip_longest(*parts, fillvalue="")
    ]
