"""Check a folder: all its faults, and apart from them what to look at once more."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import pandas as pd

from utils.curate.checkup import (
    alike,
    examples,
    neutrality,
    one_sided,
    privacy,
    turned,
)
from utils.curate.checkup.accepted import read_accepted
from utils.curate.checkup.notice import Notice
from utils.curate.folder import folder_given
from utils.errors import Fault
from utils.tables.loading import Reading, read_folder
from utils.told import Told

KINDS: Mapping[str, Callable[[Reading], Iterator[Notice]]] = {
    examples.KIND: examples.examples,
    turned.KIND: turned.turned,
    one_sided.KIND: one_sided.one_sided,
    privacy.KIND: privacy.private,
    neutrality.KIND: neutrality.loaded,
    alike.KIND: alike.alike,
}
"""What is looked for in a case, by the kind of warning."""
COLUMNS = {it: it for it in ("kind", "file", "line", "column", "value")}
COLUMNS |= {"problem": "what is wrong", "remedy": "what would do"}
"""What each part of a fault is called at the head of a table."""


@dataclass(frozen=True)
class Checkup(Told):
    """What a check found: faults, warnings, and how many warnings were accepted.

    It says itself in sentences; `table` gives it as a frame, `record` as plain data.
    """

    folder: str
    faults: tuple[Fault, ...]
    warnings: tuple[Notice, ...]
    n_accepted: int = 0

    @property
    def sound(self) -> bool:
        """Whether there is no fault, so that the case loads."""
        return not self.faults

    def __str__(self) -> str:
        told = [*self.faults, *self.warnings]
        return "\n".join([self.summary, *(f"- {each}" for each in told)])

    @property
    def summary(self) -> str:
        """How much was found, in one sentence.

        >>> Checkup("my-case", (), ()).summary
        'my-case: no faults, no warnings.'
        """
        accepted = f" ({self.n_accepted} more accepted)" if self.n_accepted else ""
        faults = _counted(len(self.faults), "fault")
        warnings = _counted(len(self.warnings), "warning")
        return f"{self.folder}: {faults}, {warnings}{accepted}."

    def table(self) -> pd.DataFrame:
        """Give a row for each fault and each warning; the kind of a fault is fault."""
        rows = [{"kind": "fault", **asdict(it)} for it in self.faults]
        rows += [asdict(it) for it in self.warnings]
        frame = pd.DataFrame(rows, columns=list(COLUMNS)).rename(columns=COLUMNS)
        return frame.astype({"line": "Int64"})

    def record(self) -> dict[str, object]:
        """Give all as plain data, ready for JSON; the shape stays as it is.

        The keys are `folder`, `sound`, `faults`, `warnings` and `accepted`. A fault
        has `file`, `line` (a number or null), `column` (or null), `value`, `problem`
        and `remedy`; a warning has `kind` and `key` as well.
        """
        return {
            "folder": self.folder,
            "sound": self.sound,
            "faults": [asdict(fault) for fault in self.faults],
            "warnings": [asdict(notice) for notice in self.warnings],
            "accepted": self.n_accepted,
        }

    def kinds(self) -> dict[str, list[Notice]]:
        """Give the warnings by their kind."""
        names = Counter(notice.kind for notice in self.warnings)
        return {it: [n for n in self.warnings if n.kind == it] for it in names}


def check(
    case: str | Path,
    *,
    warnings: bool = True,
    tell: Callable[[str], object] | None = None,
) -> Checkup:
    """Check the folder of a case, or a case of the project by its name.

    Warnings are told even where there are faults, unless no `warnings` are wanted.
    One that was looked at and is to stay is noted in `accepted-warnings.csv` in the
    folder, with the columns `kind`, `key` and `reason`. `tell` is given a word before
    each step.

    >>> check("azerbaijan-russia").sound
    True

    Raises
    ------
    CurateError
        If there is no such folder.
    """
    say = tell or (lambda step: None)
    say("reading the tables")
    found = read_folder(folder_given(case))
    accepted = read_accepted(found.folder, KINDS)
    every = list(notices_of(found, say)) if warnings else []
    left = accepted.left(every) if warnings else []
    stale = sum(notice.kind not in KINDS for notice in left)
    faults = (*found.faults, *accepted.faults)
    n_accepted = len(every) - (len(left) - stale)
    return Checkup(str(case), faults, tuple(left), n_accepted)


def notices_of(case: Reading, say: Callable[[str], object]) -> Iterator[Notice]:
    """Give all that is found in tables as read.

    Of rows that are to be deleted, nothing else is told.
    """
    left: set[str] = set()
    for kind, find in KINDS.items():
        say(f"looking for warnings: {kind}")
        for notice in find(case):
            if kind == examples.KIND:
                left.add(notice.key)
            if kind == examples.KIND or notice.key not in left:
                yield notice


def _counted(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'s' if number != 1 else ''}"
