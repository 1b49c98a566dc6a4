import pytest

from utils.errors import LessonError
from utils.lessons.own_codings import own_codings


def test_letters_become_codings_of_the_fresh_passages_in_order():
    ours = own_codings(mine="dwwdw dwwdw", yours="WWWWW WWWWW")
    mine = ours[ours["coder"] == "mine"].set_index("unit")["deed"]
    assert mine.index.tolist() == [f"p{n}" for n in range(11, 21)]
    assert mine[mine == "deed"].index.tolist() == ["p11", "p14", "p16", "p19"]
    assert set(ours[ours["coder"] == "yours"]["deed"]) == {"words"}


@pytest.mark.parametrize(
    ("mine", "told"),
    [
        ("dwwdw", "mine has 5 letters; it takes 10"),
        ("dwwdx dwwdw", "mine has 'x'; write d for deed"),
        ("", "mine has 0 letters"),
        (None, "mine has 0 letters"),
    ],
)
def test_what_is_no_coding_of_ten_passages_is_refused(mine, told):
    with pytest.raises(LessonError, match=told):
        own_codings(mine=mine, yours="wwwwwwwwww")
