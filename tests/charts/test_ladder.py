from dataclasses import replace

import pandas as pd
import pytest

from utils.charts import ladder
from utils.errors import ChartError

LABELS = {0: "", 2: "Blame", 3: "Demand", 5: "Contact withheld", 7: "Removal"}


@pytest.fixture
def levels():
    """Make what the measure gives, from (direction, least by day, most by day)."""

    def make(*ways, window_days=30):
        parts = [
            pd.DataFrame(
                {
                    "date": pd.date_range("2025-06-01", periods=len(least)),
                    "direction": way,
                    "least": pd.array([n or None for n in least], "Int64"),
                    "most": pd.array([n or None for n in most], "Int64"),
                    "least_label": [LABELS[n] for n in least],
                    "most_label": [LABELS[n] for n in most],
                    "window_days": window_days,
                }
            )
            for way, least, most in ways
        ]
        columns = "date direction least most least_label most_label window_days"
        return pd.concat([pd.DataFrame(columns=columns.split()), *parts][bool(parts) :])

    return make


@pytest.fixture
def both(levels):
    """Let A go from none to 2 to 7, and B stand on 3, perhaps on 5."""
    return levels(("A>B", [0, 2, 7], [0, 2, 7]), ("B>A", [3, 3, 3], [3, 5, 5]))


def labelled(figure):
    """Give what is written at each height."""
    axis = figure.layout.yaxis
    return dict(zip(axis.tickvals, axis.ticktext, strict=True))


def test_each_direction_climbs_a_ladder_of_its_own_with_the_same_rungs(both, about):
    figure = ladder(both, about=about)
    names = [labelled(figure)[y] for y in figure.data[3].y]
    assert names == ["no act on a rung", "2 Blame", "7 Removal"]
    assert {labelled(figure)[y] for y in figure.data[6].y} == {"3 Demand"}
    texts = list(figure.layout.yaxis.ticktext)
    half = len(texts) // 2
    assert texts[: half - 1] == texts[half:-1]


def test_the_ladders_bear_the_names_of_the_directions_above_all_rungs(both, about):
    figure = ladder(both, about=about)
    heights = {name: y for y, name in labelled(figure).items() if "<b>" in name}
    assert list(heights) == ["<b>A → B</b>", "<b>B → A</b>"]
    assert heights["<b>A → B</b>"] > max(figure.data[3].y) > heights["<b>B → A</b>"]


def test_the_band_reaches_from_what_is_certain_to_what_is_possible(both, about):
    low, high = ladder(both, about=about).data[4:6]
    assert [b - a for a, b in zip(low.y, high.y, strict=True)] == [0, 2, 2]
    assert high.fill == "tonexty"


def test_lines_are_steps_of_days(both, about):
    line = ladder(both, about=about).data[3]
    assert (line.x0, line.dx, line.line.shape) == ("2025-06-01", 86_400_000, "hv")


def test_rungs_that_were_never_the_highest_have_a_number_alone(both, about):
    assert "6" in labelled(ladder(both, about=about)).values()


def test_the_title_says_how_high_and_when_first(both, about, head):
    title, _ = head(ladder(both, about=about))
    assert title == (
        "Highest certain rung: 7 (A to B, 3 Jun 2025) and 3 (B to A, 1 Jun 2025)"
    )


def test_a_rung_that_is_only_possible_is_called_so(levels, about, head):
    title, _ = head(ladder(levels(("A>B", [0, 0], [0, 5])), about=about))
    assert title == "Highest certain rung: none, perhaps 5 (A to B)"


def test_pointing_at_a_day_tells_the_rung_and_the_doubt(both, about):
    told = ladder(both, about=about).data[6].customdata
    assert told[0] == "rung 3, Demand"
    assert told[1] == "rung 3, Demand; perhaps rung 5, Contact withheld"


def test_the_window_is_said(levels, about, head):
    frame = levels(("A>B", [2], [2]), window_days=14)
    said = head(ladder(frame, about=about))[1]
    assert "recorded acts of the 14 days up to each day; rungs are an order" in said


def test_other_directions_are_not_drawn_but_counted(levels, about, head):
    frame = levels(("A>B", [2], [2]), ("C>A", [7], [7]))
    figure = ladder(frame, about=about)
    assert "1 other direction not drawn." in head(figure)[1]
    assert "7 Removal" not in labelled(figure).values()


def test_no_act_on_a_rung_is_said(levels, about, head):
    for frame in (levels(), levels(("A>B", [0, 0], [0, 0]))):
        title, _ = head(ladder(frame, about=about))
        assert title.startswith("No recorded act on a rung between the two sides")


def test_traces_and_keys_are_the_same_for_an_empty_frame(both, levels, about):
    one, other = (ladder(frame, about=about) for frame in (both, levels()))
    assert len(one.data) == len(other.data) == 9
    keys = [figure.layout.to_plotly_json().keys() for figure in (one, other)]
    assert keys[0] == keys[1]


def test_a_picture_can_be_drawn_again_from_its_own_rows(both, about):
    rows = pd.DataFrame(ladder(both, about=about).layout.meta["rows"])
    again = ladder(rows.assign(date=pd.to_datetime(rows["date"])), about=about)
    assert [list(t.y) for t in again.data[1:7]] == [
        list(t.y) for t in ladder(both, about=about).data[1:7]
    ]


def test_a_missing_column_is_named(both, about):
    with pytest.raises(ChartError, match="A ladder needs the column most; "):
        ladder(both.drop(columns="most"), about=about)


def test_without_two_sides_nothing_faces_anything(both, about):
    with pytest.raises(ChartError, match="shows two sides facing each other"):
        ladder(both, about=replace(about, sides=()))
