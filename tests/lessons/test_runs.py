"""Each lesson from top to bottom in a real kernel: as it is handed out, and solved.

Several run in one kernel, one after the other. Between them every name is dropped,
and the course is loaded anew, so that nothing is known of any answer.
"""

import ast
import random
import re
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from copy import deepcopy
from itertools import accumulate, pairwise
from pathlib import Path

import nbformat
import pytest
from lesson_folder import FOLDER, Lesson
from lesson_text import checked
from nbformat import NotebookNode

from utils.errors import LessonError
from utils.lessons import handed_in
from utils.publish.classroom.solutions import solved

ANEW = """
import sys
for name in [name for name in sys.modules if name.startswith("utils.lessons")]:
    del sys.modules[name]
names = get_ipython().user_ns
for name in names.keys() - get_ipython().user_ns_hidden.keys():
    if not name.startswith("_"):
        del names[name]
"""
AT_ONCE = 2
FORM = "application/vnd.jupyter.widget-view+json"

Versions = tuple[NotebookNode, NotebookNode]
Runs = dict[Path, Versions]


def joined(notebooks: list[NotebookNode]) -> NotebookNode:
    """Give one notebook with the cells of several, each in names of its own."""
    anew = nbformat.v4.new_code_cell(ANEW)
    cells = [c for book in notebooks for c in (*deepcopy(book.cells), deepcopy(anew))]
    for number, cell in enumerate(cells):
        cell.id = f"cell-{number}"
    return nbformat.v4.new_notebook(cells=cells, metadata=notebooks[0].metadata)


def both(lesson: Lesson) -> Versions:
    """Give a lesson as it is handed out, and solved if its guide can do that."""
    try:
        return lesson.notebook, solved(lesson.notebook, lesson.guide)
    except (AssertionError, LessonError):  # the tests of guides tell why
        return lesson.notebook, lesson.notebook


def run_in_turn(
    execute: Callable[..., None], paths: list[Path]
) -> dict[Path, Versions]:
    """Run both versions of some lessons in one kernel, and give what they show."""
    books = [book for path in paths for book in both(Lesson(path))]
    whole = joined(books)
    execute(whole, allow_errors=True)
    ends = [0, *accumulate(len(book.cells) + 1 for book in books)]
    shown = [
        nbformat.v4.new_notebook(cells=whole.cells[start : end - 1])
        for start, end in pairwise(ends)
    ]
    return dict(zip(paths, zip(shown[::2], shown[1::2], strict=True), strict=True))


@pytest.fixture(scope="session")
def runs(request, execute) -> Iterator[dict[Path, Future[Runs]]]:
    """Begin the runs of all lessons that are to be tested, in two kernels at once."""
    tests = [item for item in request.session.items if "versions" in item.fixturenames]
    paths = sorted({test.callspec.params["lesson"] for test in tests})
    with ThreadPoolExecutor(AT_ONCE) as pool:
        halves = [paths[first::AT_ONCE] for first in range(AT_ONCE)]
        begun = [
            (pool.submit(run_in_turn, execute, half), half) for half in halves if half
        ]
        yield {path: run for run, half in begun for path in half}


@pytest.fixture
def versions(
    runs: dict[Path, Future[dict[Path, Versions]]], lesson: Lesson
) -> Versions:
    return runs[lesson.path].result()[lesson.path]


def told(cell: NotebookNode) -> str:
    """Give what a cell shows as plain text, in one line."""
    shown = [
        o.get("text") or o.get("data", {}).get("text/plain", "") for o in cell.outputs
    ]
    return " ".join(" ".join(shown).split())


def complaints(notebook: NotebookNode) -> list[str]:
    """Give what cells raise, or write where a kernel complains."""
    outputs = [o for c in notebook.cells if c.cell_type == "code" for o in c.outputs]
    raised = [f"{o.ename}: {o.evalue}" for o in outputs if o.output_type == "error"]
    return raised + [o.text for o in outputs if o.get("name") == "stderr"]


def test_it_runs_as_it_is_handed_out(versions):
    assert complaints(versions[0]) == []


def test_it_runs_solved(versions):
    assert complaints(versions[1]) == []


def test_each_check_that_was_left_alone_says_kindly_what_to_give(versions, lesson):
    for name, cell in checked(versions[0]):
        mimes = {mime for output in cell.outputs for mime in output.get("data", {})}
        asks = f"? Not an answer yet ({name})."
        assert FORM in mimes or told(cell).startswith(asks), name


def test_a_form_can_be_read_without_a_kernel_too(versions):
    shown = [output.data for _, cell in checked(versions[0]) for output in cell.outputs]
    forms = [data for data in shown if FORM in data]
    assert [
        data for data in forms if not {"text/html", "text/plain"} <= data.keys()
    ] == []


def test_nothing_is_right_before_it_is_answered(versions, lesson):
    assert f"right: 0 of {len(lesson.exercises)} " in told(versions[0].cells[-1])
    assert not re.search("✓ Right", " ".join(map(told, code_cells(versions[0]))))


def test_each_solution_of_the_guide_is_right(versions):
    wrong = [
        told(cell)
        for name, cell in checked(versions[1])
        if not told(cell).startswith(f"✓ Right ({name}).")
    ]
    assert wrong == []


def test_the_table_to_hand_in_is_complete_once_all_is_solved(versions, lesson):
    output = versions[1].cells[-1].outputs[0]
    table = handed_in([output.data["text/plain"]])
    assert table["exercise"].tolist() == [one.name for one in lesson.exercises]
    assert set(table["state"]) == {"right"}
    assert table["intact"].all()


def test_cells_that_are_copied_split_and_shuffled_are_answered_as_well(execute):
    lesson = Lesson(FOLDER / "07-do-coders-agree.ipynb")
    open_ones = [cell for _, cell in checked(lesson.notebook)]
    done = [c for _, c in checked(solved(lesson.notebook, lesson.guide))]
    mixed = random.Random(7).sample(open_ones * 2 + done * 2, 4 * len(done))
    pieces = [piece for cell in mixed for piece in split(cell.source)]
    rest = [c.source for c in code_cells(lesson.notebook) if c not in open_ones]
    cells = map(nbformat.v4.new_code_cell, [*rest[:-1], *pieces, rest[-1]])
    shuffled = nbformat.v4.new_notebook(cells=list(cells))
    execute(shuffled, allow_errors=True)
    assert complaints(shuffled) == []
    n = len(lesson.exercises)
    assert f"right: {n} of {n} " in told(shuffled.cells[-1])


def split(source: str) -> list[str]:
    """Give the lines before the last one and that one, which is a check."""
    *others, _ = ast.parse(source).body
    end = others[-1].end_lineno if others else 0
    lines = source.splitlines()
    parts = ["\n".join(lines[:end]), "\n".join(lines[end:])]
    return [part for part in parts if part]


def code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]
