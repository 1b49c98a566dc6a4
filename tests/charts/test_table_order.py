"""The table of a chart has the rows that are drawn, in the order they are seen in."""

import numpy as np
import pandas as pd
import pytest
from chart_pictures import PICTURES, SIDES

from utils import charts
from utils.charts.record import record, redraw, table

A, B, THIRD = "A>B", "B>A", "A>C"


def days(*texts):
    return pd.to_datetime(list(texts))


def rows_of(figure, *columns):
    """Give some columns of a table as text, row by row; days as month and day."""
    told = table(figure)[list(columns)]
    for column in told:
        if told[column].dtype.kind == "M":
            told[column] = told[column].dt.strftime("%m-%d")
    return [" ".join(map(str, row)) for row in told.itertuples(index=False)]


def test_bars_stand_by_time_and_then_by_side(about):
    frame = pd.DataFrame(
        {
            "date": days("2025-07-01", "2025-06-01", "2025-06-01", "2025-06-01"),
            "direction": [A, B, THIRD, A],
            "n": [1.0, 2.0, 3.0, 4.0],
            "per": "month",
        }
    )
    assert rows_of(charts.butterfly(frame, about=about), "date", "direction", "n") == [
        "06-01 A>B 4.0",
        "06-01 B>A 2.0",
        "07-01 A>B 1.0",
    ]


def test_bins_of_two_selections_stand_by_time_and_then_by_side(about):
    frame = pd.DataFrame(
        {
            "date": days("2025-07-01", "2025-06-01", "2025-06-01", "2025-06-01"),
            "direction": [A, B, THIRD, A],
            "first": [1.0, 2.0, 3.0, 4.0],
            "second": 0.0,
            "difference": [1.0, 2.0, 3.0, 4.0],
            "per": "month",
        }
    )
    figure = charts.comparison(frame, about=about)
    assert rows_of(figure, "date", "direction", "first") == [
        "06-01 A>B 4.0",
        "06-01 B>A 2.0",
        "07-01 A>B 1.0",
    ]


def test_curves_stand_by_time_then_by_side_and_others_last(about):
    frame = pd.DataFrame(
        {
            "date": days("2025-06-02", *["2025-06-01"] * 3),
            "direction": [A, THIRD, B, A],
            "tension": [1.0, 2.0, 3.0, 4.0],
            "sd": 0.0,
            "half_life_days": 30.0,
        }
    )
    figure = charts.tension_curve(frame, about=about)
    assert rows_of(figure, "date", "direction") == [
        "06-01 A>B",
        "06-01 B>A",
        "06-01 A>C",
        "06-02 A>B",
    ]


def test_acts_stand_by_their_first_day_and_then_by_side(about, acts):
    frame = acts(
        ("2025-06-02", "2025-06-02", B, "media", "confirmed"),
        ("2025-06-01", "2025-06-05", THIRD, "military", "reported"),
        ("2025-06-01", "2025-06-01", B, "media", "reported"),
        ("2025-06-01", "2025-06-03", A, "cultural", "reported"),
    )
    figure = charts.timeline(frame, about=about)
    assert rows_of(figure, "earliest", "direction") == [
        "06-01 A>B",
        "06-01 B>A",
        "06-01 A>C",
        "06-02 B>A",
    ]


@pytest.fixture
def rungs():
    """Give the rungs of two days, of the sides and of a third country."""
    frame = pd.DataFrame(
        {
            "date": days("2025-06-02", *["2025-06-01"] * 3, "2025-06-02"),
            "direction": [THIRD, B, THIRD, A, A],
            "least": pd.array([9, 1, 9, 2, None], dtype="Int64"),
            "window_days": 30,
        }
    )
    labels = frame["least"].map({1: "Note", 2: "Recall", 9: "Blockade"})
    return frame.assign(most=frame["least"], least_label=labels, most_label=labels)


def test_rungs_stand_by_time_and_then_by_side(about, rungs):
    figure = charts.ladder(rungs, about=about)
    assert rows_of(figure, "date", "direction", "least") == [
        "06-01 A>B 2",
        "06-01 B>A 1",
        "06-02 A>B <NA>",
    ]


def test_a_third_direction_is_counted_and_has_no_row(about, rungs, head):
    figure = charts.ladder(rungs, about=about)
    assert "1 other direction not drawn." in head(figure)[1]
    assert "1 other direction not drawn." in head(redraw(record(figure)))[1]


def test_a_period_without_a_drawn_row_stays_as_long_and_as_coarse(about, head):
    frame = pd.DataFrame(
        {
            "date": days("2025-01-01", "2025-04-01", "2025-07-01"),
            "direction": THIRD,
            "n": 1.0,
            "per": "quarter",
        }
    )
    figure = charts.butterfly(frame, about=about)
    again = redraw(record(figure))
    assert table(figure).empty
    assert figure.layout.xaxis.range == again.layout.xaxis.range
    assert figure.layout.xaxis.range[1] > "2025-09-30"
    assert "acts by quarter" in head(again)[1]
    assert "3 recorded acts in other directions not drawn." in head(again)[1]


def test_cells_stand_by_actor_and_target_the_sides_first(about):
    actors = ["Z", "Z", "B", "A", "A", "Q"]
    targets = ["A", "Q", "A", "Z", "B", "A"]
    frame = pd.DataFrame({"by": "country", "actor": actors, "target": targets})
    frame = frame.assign(n=[1, 1, 2, 3, 1, 1], n_conflictual=0, n_cooperative=0)
    figure = charts.matrix(frame, about=about)
    assert rows_of(figure, "actor", "target") == [
        "A B",
        "A Z",
        "B A",
        "Z A",
        "Z Q",
        "Q A",
    ]
    assert list(figure.layout.yaxis.ticktext) == ["A", "B", "Z", "Q"]


def test_a_grid_stands_by_panel_then_type_then_time(about):
    frame = pd.DataFrame(
        {
            "date": days("2025-07-01", *["2025-06-01"] * 5),
            "direction": [A, A, A, B, B, THIRD],
            "type": ["media", "military", "media", "cultural", "media", "media"],
            "n": [1.0, 2.0, 3.0, 4.0, 0.0, 5.0],
            "per": "month",
        }
    )
    figure = charts.heat_map(frame, about=about)
    assert rows_of(figure, "direction", "type", "date") == [
        "A>B media 06-01",
        "A>B media 07-01",
        "A>B military 06-01",
        "B>A media 06-01",
        "B>A cultural 06-01",
    ]
    names = ["<b>A → B</b>", "Media", "Military", "Cultural"]
    assert list(figure.layout.yaxis.ticktext)[:4] == names


def test_types_without_an_act_have_no_row(about):
    frame = pd.DataFrame(
        {
            "date": days("2025-06-01", "2025-06-01"),
            "type": ["media", "cultural"],
            "n": [1.0, 0.0],
            "per": "month",
        }
    )
    assert rows_of(charts.heat_map(frame, about=about), "type") == ["media"]


def scaled(code, mean):
    scale = {"scale": ["x", "y"], "label": ["Ex", "Why"], "unit": 10.0}
    ends = {"mean": mean, "least": mean, "most": mean}
    counts = {"n": 1, "n_opposite": 0, "n_differ": 0, "n_weighted": 1}
    return pd.DataFrame({"by": "form", "code": code, **scale, **ends, **counts})


def test_scales_stand_from_the_top_row_down_and_by_lane(about):
    codes = [("note", -0.1), ("visit", 0.7), ("strike", -1.0), ("aid", 0.7)]
    frame = pd.concat([scaled(*code) for code in codes], ignore_index=True)
    figure = charts.scale_comparison(frame, about=about)
    assert rows_of(figure, "code", "scale")[:3] == ["visit x", "visit y", "aid x"]
    seen = [tick.split(" ")[0].lower() for tick in figure.layout.yaxis.ticktext]
    assert list(table(figure)["code"].unique()) == seen[::-1]


def test_an_evidence_matrix_stands_row_by_row_and_column_by_column(about):
    frame = pd.DataFrame(
        {
            "act": [2, 1, 2, 1],
            "earliest": days("2025-06-02", "2025-06-01", "2025-06-02", "2025-06-01"),
            "group": ["press", "press", "state", "state"],
            "by": "group",
            "n_yes": 1,
            "n_partly": 0,
            "n_contradicts": 0,
            "alone": False,
        }
    )
    frame = frame.assign(latest=frame["earliest"], group_label=frame["group"])
    figure = charts.evidence_matrix(frame, about=about)
    assert rows_of(figure, "act", "group") == [
        "1 press",
        "1 state",
        "2 press",
        "2 state",
    ]
    assert list(figure.layout.xaxis2.ticktext) == ["press", "state"]


def test_penalties_stand_by_side_and_number(about):
    frame = pd.DataFrame(
        {
            "direction": [B, A, THIRD, A],
            "n_breaks": [0, 1, 0, 0],
            "penalty_from": [2.0, 1.0, 1.0, 2.0],
            "penalty_to": [np.inf, 2.0, np.inf, np.inf],
            "chosen": [True, False, True, True],
            "penalty": 5.0,
        }
    )
    figure = charts.penalty_path(frame, about=about)
    assert rows_of(figure, "direction", "n_breaks") == ["A>B 0", "A>B 1", "B>A 0"]


def test_delays_stand_by_day_and_then_by_side(about):
    frame = pd.DataFrame(
        {
            "direction": [B, THIRD, A, B, A],
            "day": [1, 0, 1, 0, 0],
            "share_answered": 0.1,
            "low": 0.0,
            "high": 0.2,
            "n_acts": 9,
            "n_at_risk": 9.0,
            "n_censored": 0.0,
        }
    )
    figure = charts.delay_curve(frame, about=about)
    assert rows_of(figure, "day", "direction") == ["0 A>B", "0 B>A", "1 A>B", "1 B>A"]


def test_phases_stand_by_time_and_then_by_side(about):
    frame = pd.DataFrame(
        {
            "date": days("2025-06-09", "2025-06-02", "2025-06-02", "2025-06-02"),
            "direction": [A, B, THIRD, A],
            "n": 1.0,
            "per": "week",
            "level": 1.0,
            "phase": 1,
            "low": pd.NaT,
            "high": pd.NaT,
            "share": 1.0,
        }
    )
    figure = charts.phases(frame, about=about)
    assert rows_of(figure, "date", "direction") == [
        "06-02 A>B",
        "06-02 B>A",
        "06-09 A>B",
    ]


def test_variants_stand_by_panel_then_time_then_variant(about):
    frame = pd.DataFrame(
        {
            "variant": ["with", "without", "with", "without", "with", "without"],
            "date": days(*["2025-06-02"] * 2, *["2025-06-01"] * 4),
            "direction": [B, A, A, A, THIRD, B],
            "tension": 1.0,
            "half_life_days": 30.0,
        }
    )
    figure = charts.variant_curves(frame, about=about)
    assert rows_of(figure, "direction", "date", "variant") == [
        "A>B 06-01 with",
        "A>B 06-01 without",
        "A>B 06-02 without",
        "B>A 06-01 without",
        "B>A 06-02 with",
    ]


def test_lags_stand_by_panel_and_from_left_to_right(choose):
    figure = choose("two sides, surveyed period").draw("association")
    told = table(figure)
    assert list(told["unit"].unique()) == ["day", "week", "fortnight"]
    panels = [panel["lag_bins"] for _, panel in told.groupby("unit", observed=True)]
    assert all(panel.is_monotonic_increasing for panel in panels)


def test_pairs_stand_by_the_first_day_of_the_act(choose):
    told = table(choose("two sides, surveyed period").draw("reply_arcs"))
    assert told["trigger_earliest"].is_monotonic_increasing
    one_day = told[told["trigger_earliest"] == told["trigger_earliest"].mode()[0]]
    sides = [SIDES.index(way) for way in one_day["trigger_direction"]]
    assert sides == sorted(sides)


def test_a_card_stands_from_top_to_bottom(choose):
    figure = choose("two sides, surveyed period").draw("robustness_card")
    labels = [label.lower() for label in figure.layout.yaxis.ticktext]
    shown = [str(name).lower() for name in table(figure)["choice"][1:]]
    places = [labels.index(name) for name in shown]
    assert places == sorted(places)


@pytest.mark.parametrize("chart", PICTURES)
def test_a_chart_drawn_from_its_table_has_that_table(chart, choose, monkeypatch):
    chosen = choose("two sides, surveyed period")
    draw, frames = getattr(charts, chart), []
    with monkeypatch.context() as patch:
        patch.setattr(charts, chart, lambda it, **_: frames.append(it))
        chosen.draw(chart)
    usual = draw(frames[0], about=chosen.about)
    again = draw(table(usual), about=chosen.about)
    pd.testing.assert_frame_equal(table(usual), table(again))


@pytest.mark.parametrize(
    "chart", [c for c, it in PICTURES.items() if it.others == "left out"]
)
def test_no_row_is_of_a_direction_that_is_not_drawn(chart, choose):
    told = table(choose("whole case").draw(chart))
    if "direction" in told:
        assert set(told["direction"].astype(str)) == set(SIDES)
