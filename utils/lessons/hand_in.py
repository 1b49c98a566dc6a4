"""A table to hand in, with a checksum that shows edits; and many of them read again."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from pathlib import Path

import pandas as pd

from utils.errors import LessonError
from utils.told import Told

_HEAD = "Demarche course, handed in by: "
_ROW = re.compile(r"(?P<name>l\d\d_\d+) +\| (?P<state>[a-z ]+?) +\| +(?P<tries>\d+)")
_SUM = re.compile(r"^\s*checksum: (\w+)", re.MULTILINE)
_LIMIT = (
    "The checksum shows whether this text was changed.\n"
    "It is no proof against somebody who reads the source."
)
_LARGEST_BYTES = 1_000_000

Row = tuple[str, str, int]


@dataclass(frozen=True)
class HandIn(Told):
    """How far somebody got, as a text to copy and hand in.

    >>> print(HandIn("Group 4", (("l03_1", "right", 2),)))
    Demarche course, handed in by: Group 4
    exercise | state        | answers
    l03_1    | right        |       2
    right: 1 of 1
    checksum: b58a4c8c7a3f
    The checksum shows whether this text was changed.
    It is no proof against somebody who reads the source.
    """

    who: str
    rows: Sequence[Row]

    @property
    def checksum(self) -> str:
        """Give twelve signs that depend on every other sign."""
        signs = self._body.encode("utf-8", "surrogatepass")
        return sha256(signs).hexdigest()[:12]

    @property
    def _body(self) -> str:
        lines = [f"{name:8} | {state:12} | {n:7}" for name, state, n in self.rows]
        right = sum(state == "right" for _, state, _ in self.rows)
        head = [f"{_HEAD}{self.who}", "exercise | state        | answers"]
        return "\n".join([*head, *lines, f"right: {right} of {len(self.rows)}"])

    def __str__(self) -> str:
        return f"{self._body}\nchecksum: {self.checksum}\n{_LIMIT}"

    def in_lines(self) -> str:
        """Give the text as it is: what is copied from it must be whole."""
        return str(self)

    def _repr_html_(self) -> str:
        """Give a table, and the text to copy below it."""
        rows = "".join(
            f"<tr><td>{escape(name)}</td><td>{escape(state)}</td><td>{n}</td></tr>"
            for name, state, n in self.rows
        )
        head = "<tr><th>exercise</th><th>state</th><th>answers</th></tr>"
        return (
            f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"
            f"<p>To hand in, copy this text:</p><pre>{escape(str(self))}</pre>"
        )


def handed_in(texts: Iterable[str | Path]) -> pd.DataFrame:
    """Read what was handed in: texts, or paths of text files.

    Gives a row for each exercise of each: `who`, `exercise`, `state`, `answers` and
    `intact`, which is False where the text is not as it was made.

    >>> given = str(HandIn("Group 4", (("l03_1", "not yet", 2),)))
    >>> handed_in([given, given.replace("not yet", "right  ")])["intact"].tolist()
    [True, False]

    Raises
    ------
    LessonError
        If one is no text that was handed in; all of them are named.
    """
    found = [(_name(text, n), _text(text)) for n, text in enumerate(texts, 1)]
    strange = [name for name, text in found if not _read(text)]
    if strange:
        raise LessonError(
            f"No table of the course in {', '.join(strange)}; give the text that "
            "check.summary() prints, from its first line to the checksum."
        )
    rows = [row for _, text in found for row in _read(text)]
    columns = ["who", "exercise", "state", "answers", "intact"]
    return pd.DataFrame(rows, columns=columns)


def _read(text: str) -> list[tuple[str, str, str, int, bool]]:
    """Give the rows of one text; none if it is no table of the course."""
    lines = [line.strip() for line in text.splitlines()]
    heads = [line for line in lines if line.startswith(_HEAD.strip())]
    sums = _SUM.findall(text)
    matches = [found for line in lines if (found := _ROW.fullmatch(line))]
    if len(heads) != 1 or len(sums) != 1 or not matches:
        return []
    who = heads[0].removeprefix(_HEAD.strip()).strip()
    rows = [(m["name"], m["state"], int(m["tries"])) for m in matches]
    made = HandIn(who, rows)
    intact = sums[0] == made.checksum and str(made).split() == text.split()
    return [(who, *row, intact) for row in rows]


def _text(given: str | Path) -> str:
    if isinstance(given, str):
        return given[:_LARGEST_BYTES]
    try:
        with given.open(encoding="utf-8", errors="replace") as file:
            return file.read(_LARGEST_BYTES)
    except OSError as why:
        raise LessonError(f"{given} cannot be read ({why.strerror}).") from why


def _name(given: str | Path, number: int) -> str:
    return given.name if isinstance(given, Path) else f"text {number}"
