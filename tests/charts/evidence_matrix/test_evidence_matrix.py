import numpy as np
import pandas as pd
import pytest

from utils.charts import evidence_matrix
from utils.errors import ChartError

TRACK, TOLD, LONE, MARKS, NUMBERS = range(5)
FULL, PART, AGAINST, BOTH = 0, 100, 4, 128
SQUARE, EMPTY_SQUARE, BOTH_SQUARE = 1, 101, 130


@pytest.fixture
def matrix():
    """Make what the measure gives, from (first, last, north, south) of each act.

    North and south are the sources that say yes, in part, and that contradict.
    """

    def make(*acts, by="group"):
        rows = [
            (act, first, last, f"Act {act}", group, group.title(), *told)
            for act, (first, last, *groups) in enumerate(acts)
            for group, told in zip(["north", "south"], groups, strict=True)
        ]
        columns = ["act", "earliest", "latest", "summary", "group", "group_label"]
        columns += ["n_yes", "n_partly", "n_contradicts"]
        found = pd.DataFrame(rows, columns=columns)
        days = {end: pd.to_datetime(found[end]) for end in ("earliest", "latest")}
        backed = found["n_yes"] + found["n_partly"] > 0
        others = backed.groupby(found["act"]).transform("sum")
        return found.assign(**days, alone=backed & (others == 1), by=by)

    return make


def one(*north_and_south, first="2025-06-29", last="2025-06-29"):
    return first, last, *north_and_south


def days(n, *groups):
    """Give an act of each of so many days in a row."""
    return [
        one(*groups, first=day, last=day)
        for day in pd.date_range("2025-01-01", periods=n).strftime("%Y-%m-%d")
    ]


YES, NO = (1, 0, 0), (0, 0, 0)


@pytest.mark.parametrize(
    ("north", "south", "signs"),
    [
        (YES, YES, [FULL, FULL]),
        ((0, 1, 0), YES, [PART, FULL]),
        ((2, 1, 0), YES, [FULL, FULL]),
        (YES, NO, [SQUARE]),
        ((0, 1, 0), NO, [EMPTY_SQUARE]),
        (YES, (0, 0, 1), [SQUARE, AGAINST]),
        ((1, 0, 1), YES, [BOTH, FULL]),
        ((0, 1, 1), NO, [BOTH_SQUARE]),
        (NO, NO, []),
    ],
)
def test_the_sign_of_a_cell_is_what_its_sources_say(matrix, about, north, south, signs):
    marks = evidence_matrix(matrix(one(north, south)), about=about).data[MARKS]
    assert list(marks.marker.symbol) == signs


def test_a_mark_stands_in_the_row_of_its_act_and_the_column_of_its_group(matrix, about):
    acts = matrix(one(YES, NO), one(NO, YES))
    marks = evidence_matrix(acts, about=about).data[MARKS]
    assert list(zip(marks.x, marks.y, strict=True)) == [(0, 0), (1, 1)]


def test_the_order_of_the_rows_of_the_frame_does_not_matter(matrix, about):
    order = pd.CategoricalDtype(["north", "south"])
    acts = matrix(one(YES, YES), one(NO, YES)).astype({"group": order})[::-1]
    marks = evidence_matrix(acts, about=about).data[MARKS]
    assert set(zip(marks.x, marks.y, strict=True)) == {(0, 0), (1, 0), (1, 1)}


def test_the_first_row_is_at_the_top(matrix, about):
    low, high = evidence_matrix(matrix(one(YES, NO)), about=about).layout.yaxis.range
    assert low > high


def test_sources_are_counted_beside_a_mark_where_they_are_more_than_one(matrix, about):
    acts = matrix(one((2, 1, 0), YES))
    figure = evidence_matrix(acts, about=about, width_px=1000)
    assert list(figure.data[NUMBERS].text) == ["3"]


def test_numbers_are_explained_only_where_there_are_some(matrix, about, head):
    few, more = (matrix(one(told, YES)) for told in (YES, (2, 0, 0)))
    said = [head(evidence_matrix(acts, about=about))[1] for acts in (few, more)]
    assert ["number: sources" in each for each in said] == [False, True]


def test_the_groups_are_named_above_the_columns(matrix, about):
    above = evidence_matrix(matrix(one(YES, NO)), about=about).layout.xaxis2
    assert list(above.ticktext) == ["North", "South"]
    assert (above.side, above.tickangle) == ("top", 0)


def test_long_names_of_groups_stand_upright(matrix, about):
    acts = matrix(one(YES, NO)).replace("North", "Incomprehensibilities" * 3)
    above = evidence_matrix(acts, about=about, width_px=360).layout.xaxis2
    assert above.tickangle == -90
    assert above.ticktext[0].endswith("…")


def test_a_long_summary_takes_the_room_that_the_columns_can_spare(matrix, about):
    acts = matrix(one(YES, NO)).assign(summary="A note was handed over in the capital")
    (label,) = evidence_matrix(acts, about=about).layout.yaxis.ticktext
    assert label == "29 Jun 2025  A note was handed over in the capital"


def test_many_columns_keep_most_of_the_width(matrix, about):
    act = matrix(one(YES, NO)).assign(summary="A note was handed over")
    many = [act.assign(group=f"g{i}", group_label=f"G{i}") for i in range(11)]
    figure = evidence_matrix(pd.concat(many), about=about)
    assert figure.layout.yaxis.ticktext[0].endswith("…")
    assert figure.layout.margin.l < 0.4 * 560


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2025-06-29", "2025-06-29", "29 Jun 2025"),
        ("2025-06-28", "2025-06-30", "28–30 Jun 2025"),
        ("2025-06-01", "2025-06-30", "Jun 2025"),
        ("2025-06-30", "2025-07-01", "Jun–Jul 2025"),
        ("2024-12-30", "2025-01-02", "2024–2025"),
    ],
)
def test_a_row_is_named_by_its_day_as_closely_as_is_known(
    matrix, about, first, last, said
):
    acts = matrix(one(YES, NO, first=first, last=last))
    figure = evidence_matrix(acts, about=about, width_px=1000)
    assert figure.layout.yaxis.ticktext[0] == f"{said}  Act 0"


def test_forty_acts_have_a_row_each(matrix, about):
    figure = evidence_matrix(matrix(*days(40, YES, NO)), about=about)
    assert len(figure.layout.yaxis.ticktext) == 40


def test_more_acts_are_added_up_by_the_shortest_unit_that_fits(matrix, about):
    figure = evidence_matrix(matrix(*days(41, YES, NO)), about=about)
    assert figure.layout.yaxis.ticktext == (
        *("30 Dec 2024: 5", "6 Jan 2025: 7", "13 Jan 2025: 7", "20 Jan 2025: 7"),
        *("27 Jan 2025: 7", "3 Feb 2025: 7", "10 Feb 2025: 1"),
    )


@pytest.mark.parametrize(
    ("apart", "labels"),
    [
        (0, ["1 Jan 2025: 41"]),
        (10, ["Jan 2025: 4", "Feb 2025: 2"]),
        (40, ["Q1 2025: 3", "Q2 2025: 2"]),
        (200, ["2025: 2", "2026: 2"]),
        (1500, ["from 2020: 2", "from 2030: 2"]),
        (9000, ["from 2000: 4", "from 2100: 4"]),
    ],
)
def test_bins_grow_with_the_time_that_acts_span(matrix, about, apart, labels):
    acts = matrix(*days(41, YES, NO))
    # A day of a microsecond clock reaches over all centuries.
    moved = np.datetime64("2025-01-01", "D") + (acts["act"] * apart).to_numpy()
    acts = acts.assign(earliest=moved.astype("datetime64[us]"))
    figure = evidence_matrix(acts.assign(latest=acts["earliest"]), about=about)
    assert list(figure.layout.yaxis.ticktext[:2]) == labels
    assert len(figure.layout.yaxis.ticktext) <= 24


def test_bars_are_shares_of_the_acts_of_their_row(matrix, about):
    acts = [one(YES, NO)] * 30 + [one(YES, YES)] * 15 + [one(NO, NO)] * 15
    data = evidence_matrix(matrix(*acts), about=about).data
    track, told, lone = (data[i].x for i in (TRACK, TOLD, LONE))
    assert list(told / track) == pytest.approx([45 / 60, 15 / 60])
    assert list(lone / track[:1]) == pytest.approx([30 / 60])
    assert list(data[NUMBERS].text) == ["75 %", "25 %"]


def test_what_rests_on_one_group_is_thicker_as_well_as_darker(matrix, about):
    data = evidence_matrix(matrix(*days(41, YES, NO)), about=about).data
    assert data[LONE].width[0] > data[TOLD].width[0]
    assert data[LONE].marker.color != data[TOLD].marker.color


def test_pointing_at_a_bar_tells_its_numbers(matrix, about):
    acts = matrix(*[one(YES, NO)] * 41)
    bar = evidence_matrix(acts, about=about).data[TOLD]
    assert bar.hovertext[0] == (
        "29 Jun 2025, North: 41 of 41 recorded acts, 41 told by no other group"
    )


def test_pointing_at_a_mark_tells_what_the_sources_say(matrix, about):
    acts = matrix(one((2, 1, 1), NO)).replace("Act 0", "<b>An act")
    mark = evidence_matrix(acts, about=about).data[MARKS]
    assert mark.hovertext[0] == (
        "29 Jun 2025, North: sources that 2 support, 1 in part, 1 contradict"
        "<br>&lt;b&gt;An act"
    )


@pytest.mark.parametrize(
    ("acts", "title"),
    [
        ([], "No recorded act in this selection"),
        ([one(YES, YES)], "One recorded act, supported by sources of 2 groups"),
        ([one(YES, NO)], "One recorded act, supported by sources of 1 group"),
        ([one(YES, YES)] * 2, "None of 2 recorded acts rests on one group's sources"),
        (
            [one(NO, YES), one(YES, YES)],
            "1 of 2 recorded acts rest on one group's sources alone, most on South",
        ),
    ],
)
def test_the_title_says_how_much_rests_on_one_group(matrix, about, head, acts, title):
    found, _ = head(evidence_matrix(matrix(*acts), about=about))
    assert found.startswith(title)


def test_the_title_puts_none_of_two_groups_first_that_tie(matrix, about, head):
    found, _ = head(evidence_matrix(matrix(one(YES, NO), one(NO, YES)), about=about))
    assert found == "2 of 2 recorded acts rest on one group's sources alone"


def test_sides_are_called_sides(matrix, about, head):
    acts = matrix(one(NO, YES), one(YES, YES), by="side")
    found = head(evidence_matrix(acts, about=about))
    assert "one side's sources" in found[0]
    assert "square: no other side supports it" in found[1]


def test_few_acts_and_many_and_none_are_drawn_by_the_same_traces(matrix, about):
    drawn = [
        evidence_matrix(matrix(*acts), about=about)
        for acts in ([], [one(YES, NO)], days(41, YES, NO))
    ]
    kinds = [[trace.type for trace in figure.data] for figure in drawn]
    assert kinds == [["bar", "bar", "bar", "scatter", "scatter"]] * 3
    keys = [set(figure.layout.to_plotly_json()) for figure in drawn]
    assert keys[0] == keys[1] == keys[2]


def test_without_summaries_a_row_has_its_day(matrix, about):
    acts = matrix(one(YES, NO)).drop(columns="summary")
    figure = evidence_matrix(acts, about=about)
    assert figure.layout.yaxis.ticktext == ("29 Jun 2025",)


def test_the_picture_can_be_drawn_again_from_its_rows(matrix, about):
    for acts in ([one(YES, NO)], days(41, YES, NO)):
        first = evidence_matrix(matrix(*acts), about=about)
        rows = pd.DataFrame(first.layout.meta["rows"])
        ends = {end: pd.to_datetime(rows[end]) for end in ("earliest", "latest")}
        assert evidence_matrix(rows.assign(**ends), about=about) == first


def test_the_rows_of_many_acts_carry_no_summary(matrix, about):
    few, many = ([one(YES, NO)], days(41, YES, NO))
    drawn = [evidence_matrix(matrix(*acts), about=about) for acts in (few, many)]
    assert ["summary" in it.layout.meta["rows"] for it in drawn] == [True, False]


def test_the_frame_given_stays_as_it_was(matrix, about):
    acts = matrix(*days(41, YES, NO))
    before = acts.copy()
    evidence_matrix(acts, about=about)
    pd.testing.assert_frame_equal(acts, before)


def test_missing_columns_are_all_named(matrix, about):
    acts = matrix(one(YES, NO)).drop(columns=["alone", "by"])
    with pytest.raises(ChartError, match="needs the columns alone, by; "):
        evidence_matrix(acts, about=about)
