"""What a check says: a sign, a word, the exercise and a sentence, never markup."""

import pytest
from nonsense import MARKUP

from utils.lessons import Verdict


@pytest.mark.parametrize(
    ("state", "head"),
    [
        ("right", "✓ Right"),
        ("not yet", "→ Not yet"),
        ("not fitting", "? Not an answer yet"),
    ],
)
def test_a_sign_and_a_word_stand_first_so_that_colour_is_never_alone(state, head):
    verdict = Verdict("l03_2", state, "So it is.")
    assert str(verdict) == f"{head} (l03_2). So it is."
    assert f"<strong>{head}</strong> (l03_2). So it is." in verdict._repr_html_()


def test_only_right_is_right():
    assert Verdict("l03_2", "right", "").is_right
    assert not Verdict("l03_2", "not yet", "").is_right


def test_markup_is_shown_as_it_was_written():
    html = Verdict("l03_2", "not yet", MARKUP)._repr_html_()
    assert "<script" not in html
    assert "&lt;script&gt;" in html
