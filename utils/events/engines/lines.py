"""Which lines of a text file are rows: one rule, for whatever engine reads them.

A line ends at a line feed, a carriage return or both. A row has as many cells as its
format has columns, is UTF-8, and has at most `LONGEST_BYTES`. Blank lines are passed
by. In a quoted format, a row goes on over the next lines until its quotes are closed.
"""

import csv
from codecs import BOM_UTF8, getincrementaldecoder
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from utils.events.asking import refuse_if_cancelled
from utils.events.formats.format import Format

LONGEST_BYTES = 2_000_000
MOST_LINES_OF_A_ROW = 1000
_BLOCK_BYTES = 1 << 18
_EVERY_LINES = 100_000

PROBLEMS = {
    "few": "has fewer cells than there are columns",
    "many": "has more cells than there are columns",
    "encoding": "is not UTF-8",
    "long": f"is longer than {LONGEST_BYTES:,} bytes",
    "quotes": "has quotes that do not close or stand where none may be",
}
csv.field_size_limit(max(csv.field_size_limit(), LONGEST_BYTES))


class Line(NamedTuple):
    """A line with its number, and its cells, or what is wrong with it."""

    number: int
    cells: list[str]
    problem: str = ""


def is_plain(file: Path) -> bool:
    """Say whether a file is UTF-8 throughout and all its lines end the same way."""
    status = file.stat()
    return _is_plain(file, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=100_000)
def _is_plain(file: Path, _size: int, _changed: int) -> bool:
    decoder = getincrementaldecoder("utf-8")()
    returns = False
    with file.open("rb") as stream:
        while block := stream.read(_BLOCK_BYTES):
            refuse_if_cancelled()
            try:
                # Most blocks are of plain signs, which need no decoding.
                if decoder.getstate()[0] or not block.isascii():
                    decoder.decode(block)
            except UnicodeDecodeError:
                return False
            returns = returns or b"\r" in block
    cut_off = bool(decoder.getstate()[0])
    return not cut_off and (not returns or _ends_one_way(file))


def _ends_one_way(file: Path) -> bool:
    """Say whether every carriage return has its line feed, and the reverse."""
    returns = feeds = both = 0
    last = b""
    with file.open("rb") as stream:
        while block := stream.read(_BLOCK_BYTES):
            refuse_if_cancelled()
            returns += block.count(b"\r")
            feeds += block.count(b"\n")
            both += block.count(b"\r\n") + (last == b"\r" and block[:1] == b"\n")
            last = block[-1:]
    return returns == feeds == both


def rows(file: Path, form: Format) -> Iterator[list[str]]:
    """Give the cells of each row of a file, as texts."""
    return (line.cells for line in checked(file, form) if not line.problem)


def unparsable(files: Sequence[Path], form: Format) -> pd.DataFrame:
    """Give `file`, `line` and `problem` of every line that is no row."""
    files = [] if form.parquet else files
    found = [
        (str(file), line.number, PROBLEMS[line.problem])
        for file in files
        for line in (checked if form.quoted else _doubtful)(file, form)
        if line.problem
    ]
    return pd.DataFrame(found, columns=["file", "line", "problem"])


def _doubtful(file: Path, form: Format) -> Iterator[Line]:
    """Give the lines of blocks that are not rows throughout."""
    separator, between = form.separator.encode(), {len(form.columns) - 1}
    header = form.header
    for before, lines in _blocks(file):
        refuse_if_cancelled()
        sound = {*map(bytes.count, lines, repeat(separator))} == between
        if header or not (sound and _is_text(lines)):
            numbered = [(k, line) for k, line in enumerate(lines, before + 1) if line]
            yield from _unquoted(iter(numbered[int(header) :]), form)
            header = header and not numbered


def _is_text(lines: list[bytes]) -> bool:
    try:
        b"\n".join(lines).decode()
    except UnicodeDecodeError:
        return False
    return max(map(len, lines)) <= LONGEST_BYTES


def checked(file: Path, form: Format) -> Iterator[Line]:
    """Give every line below the header that is not blank, a row or not."""
    lines = _numbered(file)
    if form.header:
        next(lines, None)
    found = _quoted(lines, form) if form.quoted else _unquoted(lines, form)
    for line in found:
        if line.number % _EVERY_LINES == 0:
            refuse_if_cancelled()
        yield line


def _unquoted(lines: Iterator[tuple[int, bytes]], form: Format) -> Iterator[Line]:
    separator, width = form.separator.encode(), len(form.columns)
    for number, line in lines:
        found = line.count(separator) + 1
        if len(line) > LONGEST_BYTES:
            yield Line(number, [], "long")
        elif found != width:
            yield Line(number, [], "few" if found < width else "many")
        else:
            yield _decoded(number, line, form)


def _decoded(number: int, line: bytes, form: Format) -> Line:
    try:
        return Line(number, line.decode().split(form.separator))
    except UnicodeDecodeError:
        return Line(number, [], "encoding")


def _quoted(lines: Iterator[tuple[int, bytes]], form: Format) -> Iterator[Line]:
    """Give rows that may go on over lines; a line that opens none stands alone."""
    waiting: list[tuple[int, bytes]] = []
    while waiting or (waiting := [*_next(lines)]):
        taken = 1
        line = _cells(waiting[:1], form)
        while line.problem == "open" and taken < MOST_LINES_OF_A_ROW:
            if taken == len(waiting) and not (more := [*_next(lines)]):
                break
            waiting += more if taken == len(waiting) else []
            taken += 1
            line = _cells(waiting[:taken], form)
        if line.problem == "open":
            line, taken = line._replace(problem="quotes"), 1
        yield line
        del waiting[:taken]


def _next(lines: Iterator[tuple[int, bytes]]) -> Iterator[tuple[int, bytes]]:
    for line in lines:
        yield line
        return


def _cells(lines: list[tuple[int, bytes]], form: Format) -> Line:
    number, text = lines[0][0], b"\n".join(line for _, line in lines)
    if len(text) > LONGEST_BYTES:
        return Line(number, [], "long")
    try:
        (cells,) = csv.reader([text.decode()], delimiter=form.separator, strict=True)
    except UnicodeDecodeError:
        return Line(number, [], "encoding")
    except csv.Error as why:
        ended = "unexpected end of data" in str(why)
        return Line(number, [], "open" if ended else "quotes")
    wrong = len(cells) - len(form.columns)
    return Line(number, cells, "many" if wrong > 0 else "few" if wrong else "")


def _numbered(file: Path) -> Iterator[tuple[int, bytes]]:
    """Give the number and the bytes of each line that is not blank."""
    for before, lines in _blocks(file):
        for number, line in enumerate(lines, before + 1):
            if line:
                yield number, line


def _blocks(file: Path) -> Iterator[tuple[int, list[bytes]]]:
    """Give some lines at a time, and how many came before them."""
    before = 0
    with file.open("rb") as stream:
        rest = stream.read(len(BOM_UTF8)).removeprefix(BOM_UTF8)
        while block := stream.read(_BLOCK_BYTES):
            # What ends with a carriage return may go on with a line feed.
            text = rest + block
            end = max(text.rfind(b"\n"), text.rfind(b"\r", 0, -1)) + 1
            lines, rest = text[:end].splitlines(), text[end:]
            if lines:
                yield before, lines
            before += len(lines)
    if rest:
        yield before, rest.splitlines()
