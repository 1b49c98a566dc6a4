"""What a guide holds for the teacher of its lesson."""

import re

import pytest
from lesson_text import sections

from utils.publish.classroom.solutions import solutions_of, solved

PARTS = [
    *("In short", "Plan", "Likely wrong answers", "Discussion", "Stretch"),
    "Solutions",
]


@pytest.fixture
def guide(lesson):
    return lesson.guide


@pytest.fixture
def parts(guide):
    return sections(guide)


def rows(table: str) -> list[list[str]]:
    """Give the rows of a table below its head."""
    lines = re.findall(r"^\|(.*)\|\s*$", table, re.M)[2:]
    return [[cell.strip() for cell in line.split("|")] for line in lines]


def test_its_title_names_the_lesson(lesson, guide):
    assert re.match(rf"# Guide to lesson {lesson.number}: \S", guide)


def test_it_has_its_parts_in_order(parts):
    assert list(parts) == PARTS


def test_no_part_is_empty(parts):
    assert [name for name, text in parts.items() if not text.strip()] == []


def test_the_minutes_of_the_plan_add_up_to_those_of_the_lesson(lesson, parts):
    assert re.search(r"^\| minutes \| what \| how \|$", parts["Plan"], re.M)
    minutes = [int(row[0]) for row in rows(parts["Plan"])]
    assert sum(minutes) == lesson.minutes
    assert min(minutes) > 0


def test_it_names_likely_wrong_answers_for_each_exercise(lesson, parts):
    named = " ".join(row[0] for row in rows(parts["Likely wrong answers"]))
    found = {int(n) for n in re.findall(r"(?:l\d\d_)?(\d+)\b", named)}
    assert found >= {int(one.name[4:]) for one in lesson.exercises}


def test_it_solves_each_exercise_once(lesson, notebook, guide):
    assert solved(notebook, guide).cells != notebook.cells
    assert list(solutions_of(guide)) == [one.name for one in lesson.exercises]


def test_no_solution_leaves_something_open(guide):
    assert [n for n, code in solutions_of(guide).items() if "..." in code] == []


def test_what_it_links_to_is_there(lesson, guide, repository):
    folder = repository / "docs" / "teaching" / "guides"
    targets = [t.split("#")[0] for t in re.findall(r"\]\(([^)]*)\)", guide)]
    assert [t for t in targets if t and not (folder / t).exists()] == []
