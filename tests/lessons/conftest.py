"""The lessons as written: notebook, guide and exercises, each lesson in turn."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from utils.lessons import Exercise, exercises

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "notebooks" / "lessons"
GUIDES = ROOT / "docs" / "teaching" / "guides"
PATHS = sorted(FOLDER.glob("[0-9][0-9]-*.ipynb"))
HEAD = re.compile(r"^\*\*Lesson (\d+) · (\d+) minutes\*\*$", re.M)


@dataclass(frozen=True)
class Lesson:
    """A lesson: its notebook, its guide, and the exercises that it should hold."""

    path: Path
    notebook: NotebookNode

    @property
    def number(self) -> int:
        return int(self.path.name[:2])

    @property
    def minutes(self) -> int:
        found = HEAD.search(self.notebook.cells[0].source)
        assert found, "The first cell has no line **Lesson 3 · 60 minutes**."
        assert int(found[1]) == self.number
        return int(found[2])

    @property
    def exercises(self) -> Sequence[Exercise]:
        return tuple(exercises(self.number).values())

    @property
    def guide(self) -> str:
        path = GUIDES / f"{self.path.stem}.md"
        assert path.is_file(), f"There is no guide {path.name}."
        return path.read_text("utf-8")


@pytest.fixture(params=PATHS, ids=lambda path: path.stem, scope="session")
def lesson(request: pytest.FixtureRequest) -> Lesson:
    """Give each lesson in turn."""
    return Lesson(request.param, nbformat.read(request.param, as_version=4))


@pytest.fixture
def notebook(lesson: Lesson) -> NotebookNode:
    return lesson.notebook
