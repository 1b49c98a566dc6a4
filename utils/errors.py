"""Every error that is raised on purpose."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches


class ProjectError(Exception):
    """Anything this project refuses to do, with a sentence that says why."""


class SelectionError(ProjectError):
    """A selection that cannot mean anything, or names what the table lacks."""


class MeasureError(ProjectError):
    """A measure that was asked for something it cannot give."""


class ChartError(ProjectError):
    """A chart that was asked for something it cannot draw."""


class ExportError(ProjectError):
    """A file that could not be written, or a record that is none of ours."""


class CurateError(ProjectError):
    """A case that cannot be made, or two that cannot be compared."""


class EditError(ProjectError):
    """An edit of a table, or the saving of it, that is refused."""


class EventsError(ProjectError):
    """Files of events, or an engine, that cannot do what was asked."""


class EventsCancelled(EventsError):
    """A question to an engine that was stopped before there was an answer."""


class LessonError(ProjectError):
    """A lesson, an exercise or a table of the course that is not there."""


class InquiryFileError(ProjectError):
    """A file that is no saved inquiry, or one of another case."""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in a folder of tables, and what would mend it.

    >>> print(Fault("actions.csv", 7, "date", "29/06/2025", "is not EDTF", "write it"))
    actions.csv, line 7, date: '29/06/2025' is not EDTF; write it.
    """

    file: str
    line: int | None
    column: str | None
    value: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        line = f"line {self.line}" if self.line else ""
        place = ", ".join(filter(None, [self.file, line, self.column]))
        value = f"{_shown(self.value)} " if self.value else ""
        return f"{place}: {value}{self.problem}; {self.remedy}."


class CaseError(ProjectError):
    """A folder that is no sound case, with every fault that was found in it."""

    def __init__(self, folder: object, faults: Iterable[Fault]) -> None:
        self.folder = str(folder)
        self.faults = tuple(faults)
        super().__init__(self.folder, self.faults)

    def __str__(self) -> str:
        number = len(self.faults)
        title = f"{self.folder} has {number} fault{'s' if number != 1 else ''}:"
        return "\n".join([title, *(f"- {fault}" for fault in self.faults)])


class EventFilesError(EventsError):
    """Files of events that cannot be read, with what is wrong with each."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


def known(values: Iterable[str], wanted: str) -> str:
    """Say in a sentence which values exist, and which of them was probably meant.

    >>> known(["cultural", "media"], "cultrual")
    "Did you mean 'cultural'? Known: cultural, media."
    """
    names = list(values)
    said = nearest(names, wanted, many=len(names))
    return f"{said[0].upper()}{said[1:]}."


def nearest(values: Collection[str], wanted: str, *, many: int = 25) -> str:
    """Say what would do instead of `wanted`: the nearest, and all if they are few.

    >>> nearest(["cultural", "media"], "cultrual")
    "did you mean 'cultural'? Known: cultural, media"
    """
    near = get_close_matches(wanted, values, n=1)
    if len(values) > many:
        few = f"write {near[0]!r} if that is meant" if near else ""
        return few or f"use one of the {len(values)} known"
    listed = f"nown: {', '.join(values) or 'none'}"
    return f"did you mean {near[0]!r}? K{listed}" if near else f"k{listed}"


def _shown(value: str) -> str:
    text = value if len(value) <= 60 else f"{value[:57]}..."
    return repr(text)
