"""A lesson on paper: what its notebook says and shows, and room for the answers."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from utils.exports.page_builder import escape
from utils.lessons.glossary import Term, glossary
from utils.lessons.shelf import exercises
from utils.publish.classroom.frame import framed
from utils.publish.classroom.paper import PaperOutputs, room
from utils.publish.classroom.plan import Classroom, Lesson
from utils.publish.classroom.solutions import calls_of
from utils.publish.site.listing import listing
from utils.publish.site.notebook_pages import code_html
from utils.publish.site.outputs import WIDGET
from utils.publish.site.prose import Prose

if TYPE_CHECKING:
    from nbformat import NotebookNode

WORD = re.compile(r"\(glossary\.ipynb#([^)]*)\)")
_SECTIONS = re.compile(r"(?m)^(?=## )")
_TO_WRITE = re.compile(r"(?m)^## (Discuss|Stretch)\b")
_ANSWER_LINES, _THOUGHT_LINES = 3, 8


def lesson_handout(
    classroom: Classroom, lesson: Lesson, notebook: "NotebookNode", *, pictures: bool
) -> str:
    """Make the handout of a lesson from its notebook as it came out of a run.

    What a check said of an answer that nobody gave is left out; there is room to
    write instead, and forms are lists to tick. Words of the glossary are explained
    where they are listed.
    """
    name = classroom.pages[lesson.path]
    prose = Prose(name, file=lesson.path, pages=classroom.pages)
    outputs = PaperOutputs(lesson.path, pictures=pictures)
    cells = [_cell(lesson, cell, prose, outputs) for cell in notebook.cells]
    title = f"Lesson {lesson.number}: {prose.title or lesson.name}"
    return framed(name, title=title, main="\n".join(cells))


def glossary_handout(classroom: Classroom, path: Path) -> str:
    """Make the page of the glossary, with an anchor for each word."""
    import nbformat

    name = classroom.pages[path]
    prose = Prose(name, file=path, pages=classroom.pages)
    cells = nbformat.read(path, as_version=4).cells
    parts = [prose.html(cell.source) for cell in cells]
    columns = f'<div class="columns">{"".join(parts)}</div>'
    return framed(name, title=prose.title, main=columns)


def _cell(
    lesson: Lesson, cell: "NotebookNode", prose: Prose, outputs: PaperOutputs
) -> str:
    if cell.cell_type == "markdown":
        sections = _SECTIONS.split(cell.source)
        return "".join(prose.html(text) + _after(text) for text in sections)
    if cell.cell_type != "code":
        return f"<pre>{escape(cell.source)}</pre>"
    if "check.summary(" in cell.source:
        return _to_hand_in(lesson)
    given = _answered(cell, outputs) if calls_of(cell) else _given(cell, outputs)
    return f'<div class="cell">{code_html(cell.source)}{given}</div>'


def _given(cell: "NotebookNode", outputs: PaperOutputs) -> str:
    return "".join(f'<div class="output">{outputs.html(o)}</div>' for o in cell.outputs)


def _answered(cell: "NotebookNode", outputs: PaperOutputs) -> str:
    """Give a form to tick, or else room to write."""
    forms = [one for one in cell.outputs if WIDGET in one.get("data", {})]
    written = "".join(f'<div class="output">{outputs.html(one)}</div>' for one in forms)
    return written or room("My answer:", _ANSWER_LINES)


def _after(text: str) -> str:
    words = "".join(_defined(WORD.findall(text)))
    thoughts = room("My thoughts:", _THOUGHT_LINES) if _TO_WRITE.search(text) else ""
    return (f'<dl class="words">{words}</dl>\n' if words else "") + thoughts


def _defined(anchors: list[str]) -> Iterator[str]:
    """Explain the words that a text links to, each once."""
    terms: dict[str, Term] = {term.anchor: term for term in glossary()}
    for term in (terms[a] for a in dict.fromkeys(anchors) if a in terms):
        said = "".join(f"<dd>{escape(one.text)}</dd>" for one in term.meanings[:1])
        yield f"<div><dt>{escape(term.name)}</dt>{said}</div>"


def _to_hand_in(lesson: Lesson) -> str:
    rows = [
        [str(number), escape(exercise.asks), "", ""]
        for number, exercise in enumerate(exercises(lesson.number).values(), 1)
    ]
    heads = ["Exercise", "What is asked", "My answer", "Right?"]
    return room("Name or group, and day:", 1) + listing(heads, rows)
