"""Carry out a command: call what it asks for, and print what comes back."""

import json
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence

from utils.curate.checkup.accepted import FILE
from utils.curate.checkup.checkup import Checkup, check
from utils.curate.checkup.notice import Notice
from utils.curate.comparison.difference import Difference, diff
from utils.curate.making.making import new
from utils.curate.shown.aligned import aligned, short
from utils.curate.shown.inert import inert
from utils.curate.shown.progress import progress
from utils.errors import Fault

FEW = 10
HEAD = ("file", "line", "column", "value", "what is wrong", "what would do")
KEPT = f"To keep a warning, add a row with its kind, its key and your reason to {FILE}."
MADE = """\
{place} is made: {sides}, two example rows in each table.
Next:
  python -m utils check {place}
  fill in README.md, and put rows of your own in place of the examples"""


def run_new(options: Namespace) -> int:
    """Make a folder, and say what comes next."""
    place = new(
        options.name,
        options.sides,
        title=options.title,
        names=options.names,
        folder=options.folder,
        since=options.since,
        until=options.until,
    )
    _print(MADE.format(place=place, sides=" and ".join(options.sides)))
    return 0


def run_check(options: Namespace) -> int:
    """Check a folder and print what was found; 1 comes back if it is to be mended."""
    with progress(sys.stderr) as tell:
        found = check(options.case, warnings=not options.no_warnings, tell=tell)
    if options.format == "json":
        print(json.dumps(found.record(), indent=2))
    else:
        _print("\n".join(_said(found, many=options.all)))
    return int(bool(found.faults or (options.strict and found.warnings)))


def run_diff(options: Namespace) -> int:
    """Compare two folders and print what has changed."""
    with progress(sys.stderr) as tell:
        found = diff(options.old, options.new, tell=tell)
    _print(_compared(found, options.format))
    return 0


def _compared(found: Difference, form: str) -> str:
    if form == "json":
        return json.dumps(found.record(), indent=2)
    entry = found.changelog()
    if form == "changelog":
        return entry
    return f"{found}\n\nThe entry for CHANGELOG.md:\n\n{entry}" if found else str(found)


def _said(found: Checkup, *, many: bool) -> Iterator[str]:
    """Give the parts of what is printed: the sum, the faults, the warnings by kind."""
    yield found.summary
    if found.faults:
        yield f"\nFaults\n{_table(HEAD, [_cells(fault) for fault in found.faults])}"
    for kind, notices in found.kinds().items():
        shared = {notice.remedy for notice in notices}
        said = f": {shared.pop()}" if len(shared) == 1 else ""
        yield f"\nWarnings, {kind} ({len(notices)}){said}"
        yield _notices(notices if many else notices[:FEW], told=bool(said))
        if not many and len(notices) > FEW:
            yield f"and {len(notices) - FEW} more; --all prints them"
    if found.warnings:
        yield f"\n{KEPT}"


def _notices(notices: Sequence[Notice], *, told: bool) -> str:
    """Give a table with the key of each row; what is told already is left out."""
    known = all(notice.value in (notice.key, "") for notice in notices)
    left_out = {"value"} if known else set()
    left_out |= {"what would do"} if told else set()
    kept = [place for place, name in enumerate(HEAD) if name not in left_out]
    cells = [_cells(notice) for notice in notices]
    rows = [
        [notice.key, *(row[place] for place in kept)]
        for notice, row in zip(notices, cells, strict=True)
    ]
    return _table(["key", *(HEAD[place] for place in kept)], rows)


def _cells(fault: Fault) -> list[object]:
    place = [fault.file, fault.line, fault.column, short(fault.value)]
    return [*place, fault.problem, fault.remedy]


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    room = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    return aligned(head, rows, room=room)


def _print(text: str) -> None:
    """Print lines, with nothing in them that a terminal would obey."""
    print("\n".join(map(inert, text.split("\n"))))
