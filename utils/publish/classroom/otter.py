"""A lesson's checks as tests of otter-grader, in otter's own format."""

from pathlib import Path

from utils.lessons.shelf import exercises

_TEST = '''"""Gives a point if the check of the course said that the answer is right."""

OK_FORMAT = True

CODE = r"""
>>> from utils.lessons import check
>>> rows = check.summary("otter", lesson={lesson}).rows
>>> {{name: state for name, state, _ in rows}}["{name}"]
'right'
"""

test = {{
    "name": "{name}",
    "points": 1,
    "suites": [
        {{
            "cases": [{{"code": CODE, "hidden": False, "locked": False}}],
            "scored": True,
            "setup": "",
            "teardown": "",
            "type": "doctest",
        }}
    ],
}}
'''


def otter_test(lesson: int, name: str) -> str:
    """Give the test of one exercise, worth one point, as the text of its file.

    It asks what the check said while otter ran the notebook, so that the right
    answer stands in no test.

    >>> '"name": "l03_1"' in otter_test(3, "l03_1")
    True
    """
    return _TEST.format(lesson=lesson, name=name)


def write_otter_tests(lesson: int, folder: Path) -> list[Path]:
    """Write the tests of a lesson into a folder, a file for each exercise.

    Raises
    ------
    LessonError
        If there is no such lesson.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.py" for name in exercises(lesson)]
    for path in paths:
        path.write_text(otter_test(lesson, path.stem), "utf-8", newline="\n")
    return paths
