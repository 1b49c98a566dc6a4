"""What a click, a box or a row chooses, and how every view marks what is chosen."""

import numpy as np
import pytest

from utils import explore
from utils.selection import select

JUNE_TO_AUGUST = select(since="2025-06-01", until="2025-08-31")
VIEWS = ["timeline", "tension", "butterfly", "replies", "ladder", "matrix", "sources"]


@pytest.fixture
def desk(small):
    """Open the six acts; four of them lie between the sides, two beside them."""
    return explore(small, JUNE_TO_AUGUST)


@pytest.fixture
def view(desk):
    """Bring a view on top and give its figure."""

    def find(name):
        desk.state.ask(view=name)
        return desk.panels[name].chart.figure

    return find


@pytest.fixture
def chosen(desk):
    """Give the ids of the chosen acts."""
    acts = desk.case.actions["action_id"]
    return lambda: [acts[row] for row in desk.state.choice.rows]


@pytest.fixture
def tell(desk):
    """Send what the page sends of the chart on top."""

    def send(**message):
        told = {"chart": desk.state.inquiry.view, **message}
        desk.stage._handle_custom_msg(told, [])

    return send


@pytest.fixture
def click(tell):
    """Click a point of a trace."""

    def press(trace, point, *, at=(None, None), **held):
        hit = {"trace": trace, "point": point, "x": at[0], "y": at[1]}
        tell(do="click", hit=hit, **held)

    return press


@pytest.fixture
def draw_box(tell):
    """Draw a box from one day and height to another."""
    return lambda xs, ys: tell(do="box", x=xs, y=ys)


def places(figure):
    """Give the numbers of the traces of marks that stand for acts."""
    return [i for i, it in enumerate(figure.data) if it.customdata is not None]


def day_of_summer(day):
    """Give the place of a day among those that the curves are drawn for."""
    return int((np.datetime64(day) - np.datetime64("2025-06-01")).astype(int))


def test_a_mark_chooses_its_act_and_opens_its_card(desk, view, click, chosen):
    first, second, _ = places(view("timeline"))
    click(first, 1)
    assert (chosen(), desk.card.act["title"]) == (["a4"], "Concerts off.")
    click(second, 0)
    assert chosen() == ["a2"]


def test_a_click_where_nothing_is_lets_go(view, click, tell, chosen):
    click(places(view("timeline"))[0], 0)
    tell(do="click", hit=None)
    assert chosen() == []


@pytest.mark.parametrize("key", ["shift", "ctrl", "meta"])
def test_a_click_with_a_key_adds_to_what_is_chosen(desk, view, click, chosen, key):
    first, second, _ = places(view("timeline"))
    click(first, 0)
    click(second, 0, **{key: True})
    assert chosen() == ["a1", "a2"]
    assert desk.choice.text == "2 acts chosen: acts picked one after another"


def test_a_box_chooses_the_marks_in_it(desk, view, draw_box, chosen):
    view("timeline")
    draw_box(["2025-06-26 20:00", "2025-06-28 20:00"], [-100, 0])
    assert chosen() == ["a1", "a2"]
    assert (
        desk.choice.text == "2 acts chosen: marks in a box, 26 Jun 2025 to 28 Jun 2025"
    )


def test_a_bar_chooses_the_acts_that_may_lie_in_its_bin(desk, view, click, chosen):
    view("butterfly")
    click(1, 0)
    assert chosen() == ["a2", "a3"]
    assert desk.choice.text == (
        "2 acts chosen: Bestovia to Altania, Jun 2025, "
        "uncertain dates that reach into it too"
    )
    click(1, 1)
    assert chosen() == ["a3"]
    click(0, 0)
    assert chosen() == ["a1", "a4"]
    assert desk.choice.text == "2 acts chosen: Altania to Bestovia, Jun 2025"


@pytest.mark.parametrize(
    ("heights", "expected"),
    [((0.5, 2), ["a4"]), ((-2, -0.5), ["a3"]), ((-1, 1), ["a3", "a4"])],
)
def test_a_box_on_bars_chooses_the_halves_it_reaches_into(
    view, draw_box, chosen, heights, expected
):
    view("butterfly")
    draw_box(["2025-06-29", "2025-07-31"], heights)
    assert chosen() == expected


@pytest.mark.parametrize(
    ("trace", "day", "expected"),
    [
        (2, "2025-06-27", ["a1"]),
        (2, "2025-07-20", ["a4"]),
        (5, "2025-07-01", ["a3"]),
        (5, "2025-06-01", []),
    ],
)
def test_a_point_of_the_tension_chooses_the_acts_of_its_day_or_the_last_before(
    view, click, chosen, trace, day, expected
):
    view("tension")
    click(trace, day_of_summer(day))
    assert chosen() == expected


def test_a_box_on_the_tension_chooses_conflictual_acts_of_its_days(
    view, draw_box, chosen
):
    view("tension")
    draw_box(["2025-06-28", "2025-08-31"], [0, 1])
    assert chosen() == ["a2", "a3", "a4", "a6"]


def test_an_arc_chooses_both_its_acts_and_a_mark_all_that_it_links(view, click, chosen):
    handles = len(view("replies").data) - 3
    click(handles, 0)
    assert chosen() == ["a1", "a2"]
    click(handles - 1, 0)
    assert chosen() == ["a2", "a1", "a3"]


def test_a_box_on_replies_chooses_acts_with_links(view, draw_box, chosen):
    view("replies")
    draw_box(["2025-06-27", "2025-07-02"], [0, 100])
    assert chosen() == ["a1"]


@pytest.mark.parametrize(
    ("day", "expected"), [("2025-06-30", ["a1"]), ("2025-06-01", [])]
)
def test_a_step_of_the_ladder_chooses_the_acts_that_hold_its_rung(
    view, click, chosen, day, expected
):
    view("ladder")
    click(3, day_of_summer(day))
    assert chosen() == expected


def test_a_cell_of_the_matrix_chooses_its_acts(desk, view, click, chosen):
    desk.state.ask(groups="country")
    view("matrix")
    click(0, [1, 0], at=(0, 1))
    assert chosen() == ["a2", "a3"]
    assert desk.choice.text == "2 acts chosen: from BBB to AAA, by country"


def test_a_mark_of_the_sources_chooses_the_act_that_is_told_of(view, click, chosen):
    view("sources")
    click(3, 0)
    assert chosen() == ["a1"]


def test_a_landmark_chooses_nothing(view, click, chosen):
    view("timeline")
    click(1, 0)
    assert chosen() == []


def marked(desk, name):
    """Give the traces by which a view marks what is chosen, those with points."""
    desk.state.ask(view=name)
    panel = desk.panels[name]
    n = len(panel._view.marked(panel._scene))
    return [it for it in panel.chart.figure.data[-n:] if it.hoverinfo == "skip"]


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_marks_what_is_chosen_and_nothing_else(desk, name):
    assert sum(len(it.x) for it in marked(desk, name)) == 0
    desk.state.choose([1, 2], "two acts")
    assert sum(len(it.x) for it in marked(desk, name)) > 0
    desk.state.choose()
    assert sum(len(it.x) for it in marked(desk, name)) == 0


def test_rings_stand_where_the_marks_are(desk, view):
    desk.state.choose([3], "")
    [ring] = marked(desk, "timeline")
    marks = view("timeline").data[places(view("timeline"))[0]]
    assert (list(ring.x), list(ring.y)) == ([marks.x[1]], [marks.y[1]])
    assert ring.marker.size[0] > marks.marker.size[1]


def test_bars_that_may_hold_a_chosen_act_are_framed(desk):
    desk.state.choose([2], "")
    [frame] = marked(desk, "butterfly")
    assert list(frame.x) == ["2025-06-01", "2025-07-01"]
    assert list(frame.y) == pytest.approx([-1.6, -0.4])


def test_chosen_acts_have_a_ring_on_the_curve_and_their_days_below(desk):
    desk.state.choose([2, 0], "")
    ring, ticks = marked(desk, "tension")
    assert list(ring.x) == ["2025-06-27", "2025-06-30"]
    assert list(ticks.x) == ["2025-06-27", "2025-07-02", None]


def test_cells_that_hold_a_chosen_act_are_framed(desk):
    desk.state.ask(groups="country")
    desk.state.choose([1, 2], "")
    [frame] = marked(desk, "matrix")
    assert (min(frame.x[:5]), max(frame.x[:5])) == (-0.5, 0.5)
    assert (min(frame.y[:5]), max(frame.y[:5])) == (0.5, 1.5)
    assert len(frame.x) == 6


def test_what_is_chosen_in_one_view_is_marked_in_all(desk, view, click):
    view("butterfly")
    click(0, 0)
    assert list(marked(desk, "timeline")[0].x) == ["2025-06-27", "2025-06-29"]
    desk.state.ask(view="table")
    assert desk.table.table.selected_rows == [0, 3]


def test_a_chosen_act_that_is_filtered_away_stays_chosen_and_is_said(desk, chosen):
    desk.state.choose([0, 1], "two acts")
    desk.selection = desk.selection.but(types="diplomatic")
    assert chosen() == ["a1", "a2"]
    assert desk.choice.text == "2 acts chosen: two acts (1 of them not shown)"
    assert list(marked(desk, "timeline")[0].x) == ["2025-06-28"]


def test_the_words_for_one_act_are_its_own(desk):
    desk.state.choose([2])
    assert desk.choice.text == (
        "1 act chosen: between 28 Jun 2025 and 2 Jul 2025, It said no."
    )
    desk.selection = desk.selection.but(types="diplomatic")
    assert desk.choice.text.endswith("(not shown under these filters)")
