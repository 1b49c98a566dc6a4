"""The handouts of the lessons and of the glossary, as pages and for the printer."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from utils.exports.browser import shared
from utils.publish.classroom.glossary_notebook import PLACE as GLOSSARY
from utils.publish.classroom.handout import glossary_handout, lesson_handout
from utils.publish.classroom.plan import Classroom

if TYPE_CHECKING:
    from nbformat import NotebookNode

Progress = Callable[[str], None]
_PRINT_TIMEOUT_S = 120


def write_handouts(
    classroom: Classroom,
    made: Path,
    runs: Sequence["NotebookNode"],
    *,
    pictures: bool,
    pdf: bool,
    progress: Progress,
) -> None:
    """Write each handout as HTML, and beside it as PDF where that is asked for."""
    (made / "handouts").mkdir()
    for name, html in _pages(classroom, runs, pictures):
        (made / name).write_text(html, "utf-8", newline="\n")
        if pdf:
            printed = shared().print_page(html, timeout_s=_PRINT_TIMEOUT_S)
            (made / name).with_suffix(".pdf").write_bytes(printed)
        progress(f"{name}: written{' and printed' if pdf else ''}")


def _pages(
    classroom: Classroom, runs: Sequence["NotebookNode"], pictures: bool
) -> Iterator[tuple[str, str]]:
    for lesson, run in zip(classroom.lessons, runs, strict=True):
        html = lesson_handout(classroom, lesson, run, pictures=pictures)
        yield classroom.pages[lesson.path], html
    yield classroom.pages[GLOSSARY], glossary_handout(classroom, GLOSSARY)
