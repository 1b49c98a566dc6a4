"""Which lessons a classroom is made from, and where each of its parts stands."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from utils.errors import LessonError
from utils.publish.classroom.glossary_notebook import PLACE as GLOSSARY
from utils.publish.site.plan import ROOT

TEACHING = ROOT / "docs" / "teaching"
GUIDES = TEACHING / "guides"
TEXTS = ("syllabus.md", "grading.md")
_NUMBER = re.compile(r"(\d\d)-")


@dataclass(frozen=True)
class Lesson:
    """A lesson: its number, its notebook, and its guide for teachers."""

    number: int
    path: Path

    @property
    def name(self) -> str:
        """Give the name that its files bear."""
        return self.path.stem

    @property
    def guide(self) -> Path:
        """Say where its guide is."""
        return GUIDES / f"{self.name}.md"


@dataclass(frozen=True)
class Classroom:
    """The lessons of a classroom, and the page that stands for each file."""

    lessons: tuple[Lesson, ...]

    @cached_property
    def pages(self) -> dict[Path, str]:
        """Name the place of each file from the top of the folder."""
        names = [(lesson, lesson.name) for lesson in self.lessons]
        texts = {TEACHING / f: f"teachers/{Path(f).stem}.html" for f in TEXTS}
        return {
            **{one.path: f"handouts/{name}.html" for one, name in names},
            **{one.guide: f"teachers/guides/{name}.html" for one, name in names},
            GLOSSARY: "handouts/glossary.html",
            TEACHING / "README.md": "teachers/index.html",
            **texts,
        }


def classroom_of(numbers: Collection[int] = ()) -> Classroom:
    """Give the classroom of the lessons with these numbers, or of all.

    Raises
    ------
    LessonError
        If a lesson is not there, or has no guide; all are named.
    """
    found = [Lesson(_number(path), path) for path in _notebooks()]
    known = [lesson.number for lesson in found]
    absent = sorted(set(numbers) - set(known))
    if absent or not known:
        there = ", ".join(map(str, known)) or "none"
        wanted = ", ".join(map(str, absent)) or "any"
        raise LessonError(f"There is no lesson {wanted}; there are: {there}.")
    chosen = [lesson for lesson in found if not numbers or lesson.number in numbers]
    if without := [lesson.name for lesson in chosen if not lesson.guide.is_file()]:
        raise LessonError(
            f"docs/teaching/guides has no guide to {', '.join(without)}. A folder for "
            "students has none on purpose; build from the whole project."
        )
    return Classroom(tuple(chosen))


def _notebooks() -> list[Path]:
    paths = GLOSSARY.parent.glob("*.ipynb")
    return sorted(path for path in paths if _NUMBER.match(path.name))


def _number(path: Path) -> int:
    found = _NUMBER.match(path.name)
    return int(found[1]) if found else 0
