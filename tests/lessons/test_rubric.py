"""The rubric of the project: each level of each criterion is told in words."""

from utils.lessons.rubric import rubric


def test_a_criterion_gives_none_to_three_points():
    assert list(rubric().table.columns) == [
        "0 points",
        "1 point",
        "2 points",
        "3 points",
    ]


def test_eight_criteria_make_twenty_four_points():
    assert len(rubric().table) == 8
    assert rubric().most == 3 * 8


def test_each_level_is_told_and_differs_from_the_others():
    assert (rubric().table != "").all(axis=None)
    assert (rubric().table.nunique(axis=1) == 4).all()


def test_it_shows_whole_cells():
    html = rubric()._repr_html_()
    assert html.count("<td ") == 32
    assert "says what would speak against it." in html
    assert "At most 24 points." in str(rubric())
