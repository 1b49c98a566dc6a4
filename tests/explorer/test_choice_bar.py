import pytest

from utils import explore
from utils.explorer import choice_bar
from utils.selection import select

ALL = select(since="2025-06-01")


@pytest.fixture
def desk(small):
    return explore(small, ALL)


@pytest.fixture
def press(desk):
    """Send what the buttons of the bar send."""
    return lambda wish: desk.choice._handle_custom_msg({"do": wish}, [])


def shown(desk):
    return desk.acts["action_id"].tolist()


def test_nothing_is_said_where_nothing_is_chosen(desk):
    assert (desk.choice.text, desk.choice.why) == ("", "")


def test_keeping_shows_the_chosen_acts_alone_and_keeps_them_chosen(desk, press):
    desk.state.choose([1, 3], "two acts")
    press("keep")
    assert shown(desk) == ["a2", "a4"]
    assert desk.choice.text == "2 acts chosen: two acts"
    desk.state.undo()
    assert desk.selection == ALL


def test_leaving_out_adds_to_what_was_left_out_and_lets_go(desk, press):
    for row in (1, 3):
        desk.state.choose([row])
        press("leave")
    assert desk.selection.without == {"a2", "a4"}
    assert shown(desk) == ["a1", "a3", "a5", "a6"]
    assert desk.state.choice.rows == ()


def test_the_period_reaches_over_the_windows_of_the_chosen_acts(desk, press):
    desk.state.choose([0, 2], "two acts")
    press("period")
    assert (desk.selection.since, desk.selection.until) == ("2025-06-27", "2025-07-02")
    assert shown(desk) == ["a1", "a2", "a3", "a4"]


def test_letting_go_chooses_nothing_and_changes_no_filter(desk, press):
    desk.state.choose([0])
    press("let go")
    assert (desk.state.choice.rows, desk.selection) == ((), ALL)


def test_too_many_acts_cannot_be_listed_but_give_a_period(desk, press, monkeypatch):
    monkeypatch.setattr(choice_bar, "MOST_LISTED", 2)
    desk.state.choose([0, 1, 2], "three acts")
    assert desk.choice.why == (
        "3 acts are too many to keep or leave out one by one: each is named in the "
        "code, so that 2 is the most."
    )
    press("keep")
    press("leave")
    assert desk.selection == ALL
    press("period")
    assert desk.selection.until == "2025-07-02"


def test_one_act_has_a_wording_of_its_own(desk):
    desk.state.choose([0])
    assert desk.choice.one
    desk.state.choose([0, 1], "two acts")
    assert not desk.choice.one


@pytest.mark.parametrize("wish", ["keep", "leave", "period", "let go", "what else"])
def test_a_press_with_nothing_chosen_does_nothing(desk, press, wish):
    press(wish)
    assert desk.selection == ALL


def test_markup_in_a_summary_is_only_text(desk):
    desk.state.choose([0], "<b>bold</b>")
    assert "<b>" not in desk.choice.text
