"""Two new students in a real lesson: one with the mouse, one with the keyboard alone.

Each leaves every exercise alone first, then answers wrongly, then as the guide says,
and hands in at the end.
"""

import ast

import pytest
from lesson_folder import FOLDER, Lesson
from lesson_text import checked
from students import KeyStudent, MouseStudent

from utils.lessons import handed_in
from utils.lessons.kinds import Pick, PickSeveral, Rank
from utils.publish.classroom.solutions import solutions_of

LESSON = Lesson(FOLDER / "10-publish-a-figure.ipynb")
WRONG = {
    "l10_3": "times_as_high = 2.7\ncheck.l10_3(times_as_high)",
    "l10_5": "points = 8\ncheck.l10_5(points)",
    "l10_6": f"check.l10_6('{'A picture of some acts. ' * 5}')",
}
RIGHT, NOT_YET, NO_ANSWER = "✓ Right", "→ Not yet", "? Not an answer yet"


@pytest.fixture(params=[MouseStudent, KeyStudent], ids=["mouse", "keys"])
def student(lab, request):
    page = lab.open(f"lessons/{LESSON.path.name}")
    return request.param(page, LESSON.notebook)


def given(source):
    """Give the answer in a call of a check that is written out."""
    call = ast.parse(source).body[-1].value
    return ast.literal_eval(call.args[0])


def wrong(kind, right):
    """Give a wrong answer of the right kind."""
    if isinstance(kind, Pick):
        return next(key for key in kind.options if key != right)
    if isinstance(kind, PickSeveral):
        return list(right)[:2]
    if isinstance(kind, Rank):
        return list(right)[::-1]
    return dict.fromkeys(kind.options, next(iter(kind.bins)))


def fill(student, number, asked, right):
    """Check a form untouched, then with a wrong answer, then with the right one."""
    student.cell(number).locator(".demarche-form").wait_for()
    for answer, words in (
        (None, NO_ANSWER),
        (wrong(asked.kind, right), NOT_YET),
        (right, RIGHT),
    ):
        if answer is not None:
            student.choose(number, asked, answer)
        student.press(number, "Check")
        student.hears(number, words)


def write(student, number, name, right):
    """See what is asked, then write a wrong answer, then the right one."""
    student.hears(number, NO_ANSWER)
    student.write(number, WRONG[name])
    student.hears(number, NOT_YET)
    student.write(number, right)
    student.hears(number, RIGHT)


def test_a_new_student_gets_from_the_first_cell_to_the_table_to_hand_in(student, lab):
    solutions = solutions_of(LESSON.guide)
    asked = {exercise.name: exercise for exercise in LESSON.exercises}
    names = {cell.id: name for name, cell in checked(LESSON.notebook)}
    for number, cell in enumerate(LESSON.notebook.cells):
        if cell.cell_type != "code":
            continue
        student.run(number)
        name = names.get(cell.id)
        if name in WRONG:
            write(student, number, name, solutions[name])
        elif name:
            fill(student, number, asked[name], given(solutions[name]))
    last = len(LESSON.notebook.cells) - 1
    student.write(last, 'check.summary("Ada", lesson=10)')
    table = student.cell(last).locator("pre", has_text="handed in by: Ada")
    read = handed_in([table.inner_text()])
    assert set(read["state"]) == {"right"}
    assert read["intact"].all()
    assert set(read["answers"]) == {2}
    assert (lab.console_errors, lab.foreign_requests) == ([], [])
