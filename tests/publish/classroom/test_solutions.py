"""A lesson is solved by its guide, or every reason why not is told at once."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from utils.errors import LessonError
from utils.publish.classroom.solutions import solutions_of, solved

GUIDE = """# Guide to lesson 3: Filters

## Plan

```python
check.l03_9(0)
```

## Solutions

### l03_1

The count of June.

```python
# ### not a heading
n = 7

check.l03_1(n)
```

### l03_2

```python
check.l03_2("b")
```
"""


def lesson(*sources):
    cells = [new_markdown_cell("Call `check.l03_1(n)`."), new_code_cell("1 + 1")]
    return new_notebook(cells=[*cells, *map(new_code_cell, sources)])


LESSON = lesson("n = ...\ncheck.l03_1(n)", "check.l03_2()")


def test_the_block_takes_the_place_of_the_whole_cell():
    assert [cell.source for cell in solved(LESSON, GUIDE).cells] == [
        "Call `check.l03_1(n)`.",
        "1 + 1",
        "# ### not a heading\nn = 7\n\ncheck.l03_1(n)",
        'check.l03_2("b")',
    ]


def test_the_lesson_itself_stays_unsolved():
    solved(LESSON, GUIDE)
    assert LESSON.cells[2].source == "n = ...\ncheck.l03_1(n)"


def test_cells_keep_their_ids():
    made = solved(LESSON, GUIDE)
    assert [cell.id for cell in made.cells] == [cell.id for cell in LESSON.cells]


def test_only_blocks_under_solutions_are_solutions():
    assert list(solutions_of(GUIDE)) == ["l03_1", "l03_2"]


def test_a_call_in_a_comment_is_no_exercise():
    assert solved(
        lesson(*[c.source for c in LESSON.cells[2:]], "# check.l03_2()"), GUIDE
    )


@pytest.mark.parametrize(
    ("sources", "guide", "said"),
    [
        (["check.l03_1(1)"], GUIDE, "l03_2 is solved, but the lesson calls no"),
        (["check.l03_1(1)", "check.l03_2()", "check.l03_3()"], GUIDE, "l03_3 has no"),
        (
            ["check.l03_1(1)", "check.l03_2()"] * 2,
            GUIDE,
            "check.l03_1(...) is called 2",
        ),
        (
            ["check.l03_1(1)", "check.l03_2()"],
            GUIDE + "\n### l03_2\n\n```python\ncheck.l03_2(1)\n```\n",
            "l03_2 is solved 2 times",
        ),
        (
            ["check.l03_1(1)", "check.l03_2()"],
            GUIDE.replace('check.l03_2("b")', '"b"'),
            "The solution of l03_2 must call check.l03_2(...), once.",
        ),
    ],
)
def test_a_guide_that_does_not_fit_is_refused(sources, guide, said):
    with pytest.raises(LessonError) as told:
        solved(lesson(*sources), guide)
    assert said in str(told.value)


def test_every_fault_is_told_at_once():
    with pytest.raises(LessonError) as told:
        solved(lesson("check.l03_3()", "check.l03_3()"), GUIDE)
    assert len(str(told.value).splitlines()) == 5
