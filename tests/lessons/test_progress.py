"""What was tried: the last state of each exercise, and how many answers it took."""

import pytest

from utils.lessons import Exercise, Verdict
from utils.lessons.kinds import Number
from utils.lessons.progress import Progress

ONE, TWO = (
    Exercise(f"l01_{n}", asks="?", kind=Number(), shows="", hints=("",)) for n in (1, 2)
)


@pytest.fixture
def after():
    """Give the rows after these verdicts on the first of two exercises."""

    def after(*states):
        progress = Progress()
        for state in states:
            progress.note(Verdict("l01_1", state, ""))
        return progress.rows([ONE, TWO])

    return after


def test_what_was_not_begun_is_open(after):
    assert after() == [("l01_1", "open", 0), ("l01_2", "open", 0)]


@pytest.mark.parametrize(
    ("states", "row"),
    [
        (["not fitting"], ("not fitting", 0)),
        (["not yet", "not yet"], ("not yet", 2)),
        (["not yet", "not fitting"], ("not yet", 1)),
        (["not fitting", "not yet", "right"], ("right", 2)),
        (["right"], ("right", 1)),
        (["right", "not yet", "not fitting", "right"], ("right", 1)),
    ],
)
def test_answers_count_until_the_first_right_one(after, states, row):
    assert after(*states)[0] == ("l01_1", *row)


def test_the_next_hint_follows_the_answers_that_were_not_right():
    progress = Progress()
    for state in ("not yet", "not fitting", "not yet", "right"):
        progress.note(Verdict("l01_1", state, ""))
    assert progress.wrong("l01_1") == 2
    assert progress.wrong("l01_2") == 0
