"""A lesson with its exercises solved, from the solutions in its guide."""

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from utils.errors import LessonError

if TYPE_CHECKING:
    from nbformat import NotebookNode

_CALL = re.compile(r"^[^#\n]*\bcheck\.(l\d\d_\d+)\s*\(", re.MULTILINE)
_FENCE = re.compile(r"(`{3,}|~{3,})\s*(\w*)\s*")

Block = tuple[str, str]


def solved(notebook: "NotebookNode", guide: str) -> "NotebookNode":
    r"""Give a copy of a lesson in which each exercise is solved as its guide says.

    `guide` is the text of the guide. Under its heading `## Solutions` stands, for
    each exercise, a heading such as `### l03_2` and one block of Python, which takes
    the place of the whole cell that calls `check.l03_2(`. Other cells stay.

    >>> from nbformat.v4 import new_code_cell, new_notebook
    >>> lesson = new_notebook(cells=[new_code_cell("n = ...\ncheck.l03_2(n)")])
    >>> guide = "## Solutions\n### l03_2\n```python\ncheck.l03_2(7)\n```\n"
    >>> solved(lesson, guide).cells[0].source
    'check.l03_2(7)'

    Raises
    ------
    LessonError
        If an exercise has no solution or two, or a solution no exercise or two, or
        is none; all faults are named at once.
    """
    blocks = list(_blocks(guide))
    calls = [call for cell in notebook.cells for call in calls_of(cell)]
    if faults := [*_faults(calls, blocks)]:
        listed = "\n".join(f"- {fault}" for fault in faults)
        raise LessonError(f"The guide does not fit its lesson:\n{listed}")
    solutions = dict(blocks)
    whole = deepcopy(notebook)
    for cell in whole.cells:
        for name in calls_of(cell):
            cell.source = solutions[name]
    return whole


def solutions_of(guide: str) -> dict[str, str]:
    r"""Give the solutions in the text of a guide by the names of their exercises.

    >>> solutions_of("## Solutions\n### l01_1\n```python\ncheck.l01_1(2)\n```")
    {'l01_1': 'check.l01_1(2)'}
    """
    return dict(_blocks(guide))


def calls_of(cell: "NotebookNode") -> list[str]:
    """Name the exercises whose check a cell calls, each as often as it does."""
    return _CALL.findall(cell.source) if cell.cell_type == "code" else []


def _faults(calls: list[str], blocks: list[Block]) -> Iterator[str]:
    asked, given = Counter(calls), Counter(name for name, _ in blocks)
    for name in sorted(asked.keys() | given.keys()):
        yield from _fault_of(name, asked[name], given[name])
    for name, code in blocks:
        if _CALL.findall(code) != [name]:
            yield f"The solution of {name} must call check.{name}(...), once."


def _fault_of(name: str, asked: int, given: int) -> Iterator[str]:
    if not given:
        yield f"{name} has no block of Python under ### {name}; write its solution."
    if not asked:
        yield f"{name} is solved, but the lesson calls no check.{name}(...)."
    if given > 1:
        yield f"{name} is solved {given} times; leave one block of Python."
    if asked > 1:
        yield f"check.{name}(...) is called {asked} times; leave one call."


def _blocks(guide: str) -> Iterator[Block]:
    """Give each block of Python below `## Solutions`, under the heading before it."""
    section = heading = ""
    for line, code in _pieces(guide):
        if line.startswith("## "):
            section, heading = line[3:].strip(), ""
        elif line.startswith("### "):
            heading = line[4:].strip().strip("`")
        elif code is not None and section == "Solutions":
            yield heading, code


def _pieces(text: str) -> Iterator[tuple[str, str | None]]:
    """Give the lines of a text; a fenced block of Python is one piece, as code."""
    fence, python, held = "", False, list[str]()
    for line in text.splitlines():
        found = _FENCE.fullmatch(line)
        if fence and line.strip() == fence:
            if python:
                yield "", "\n".join(held).strip("\n")
            fence, held = "", []
        elif fence:
            held.append(line)
        elif found:
            fence, python = found[1], found[2] in ("python", "py")
        else:
            yield line, None
