"""Where the lessons lie: each notebook with its guide and its exercises."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from utils.lessons import Exercise, exercises

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "notebooks" / "lessons"
GUIDES = ROOT / "docs" / "teaching" / "guides"
PATHS = sorted(FOLDER.glob("[0-9][0-9]-*.ipynb"))
HEAD = re.compile(r"^\*\*Lesson (\d+) · (\d+) minutes\*\*$", re.M)


@dataclass(frozen=True)
class Lesson:
    """A lesson: its notebook, its guide, and the exercises that it should hold."""

    path: Path

    @cached_property
    def notebook(self) -> NotebookNode:
        return nbformat.read(self.path, as_version=4)

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
