from dataclasses import replace

import pandas as pd
import pytest

from utils.charts import butterfly
from utils.errors import ChartError


@pytest.fixture
def counts():
    """Make what the measure gives, from (day, direction, number)."""

    def make(*rows):
        frame = pd.DataFrame(list(rows), columns=["date", "direction", "n"])
        return frame.assign(date=pd.to_datetime(frame["date"]), per="month")

    return make


@pytest.fixture
def summer(counts):
    """Give three months: A leads in June, B in July, nobody in August."""
    numbers = {"2025-06-01": (4, 1), "2025-07-01": (2, 6.5), "2025-08-01": (3, 3)}
    ways = ("A>B", "B>A")
    return counts(
        *(
            (day, way, n)
            for day, both in numbers.items()
            for way, n in zip(ways, both, strict=True)
        )
    )


def test_bars_are_the_numbers_one_direction_up_and_the_other_down(summer, about):
    up, down = butterfly(summer, about=about).data[:2]
    assert list(up.y) == [4, 2, 3]
    assert list(down.y) == [-1, -6.5, -3]


def test_each_bar_stands_on_its_own_month(summer, about):
    bar = butterfly(summer, about=about).data[0]
    assert list(bar.x) == ["2025-06-01", "2025-07-01", "2025-08-01"]
    assert [round(width / 86_400_000 / 0.92) for width in bar.width] == [30, 31, 31]


def test_both_directions_have_the_same_scale(summer, about):
    low, high = butterfly(summer, about=about).layout.yaxis.range
    assert -low == high >= 6.5


def test_ticks_are_numbers_of_acts_both_ways_without_a_minus(summer, about):
    axis = butterfly(summer, about=about).layout.yaxis
    assert list(axis.tickvals) == [-5, 0, 5]
    assert list(axis.ticktext) == ["5", "0", "5"]


@pytest.mark.parametrize(
    ("most", "steps"), [(1, 1), (3, 1), (4, 2), (20, 10), (35, 20), (160, 100)]
)
def test_ticks_are_round_numbers(counts, about, most, steps):
    drawn = butterfly(counts(("2025-06-01", "A>B", most)), about=about)
    above = [tick for tick in drawn.layout.yaxis.tickvals if tick > 0]
    assert above[0] == steps
    assert len(above) <= 3


def test_pointing_at_a_bar_tells_its_number_without_a_minus(summer, about):
    down = butterfly(summer, about=about).data[1]
    assert list(down.customdata) == [1, 6.5, 3]


def test_pointing_at_a_bar_tells_its_direction_and_bin(summer, about):
    said = [bar.hovertemplate for bar in butterfly(summer, about=about).data[:2]]
    assert said[0].startswith("A → B, month from ")
    assert said[1].startswith("B → A, month from ")


def test_the_second_direction_is_hatched(summer, about):
    up, down = butterfly(summer, about=about).data[:2]
    assert (up.marker.pattern.shape, down.marker.pattern.shape) == ("", "/")


def test_the_title_says_in_how_many_months_each_direction_has_more(summer, about, head):
    title, _ = head(butterfly(summer, about=about))
    assert title == "More recorded acts from A to B in 1 of 3 months, from B to A in 1"


def test_months_beyond_the_chosen_period_are_not_in_the_title(summer, about, head):
    june = replace(about, since="2025-06-10", until="2025-06-20")
    title, _ = head(butterfly(summer, about=june))
    assert title == "More recorded acts from A to B in 1 of 1 month, from B to A in 0"


@pytest.mark.parametrize(("way", "one", "none"), [("A>B", *"AB"), ("B>A", *"BA")])
def test_one_direction_alone_is_said(summer, about, way, one, none, head):
    title, _ = head(butterfly(summer[summer["direction"] == way], about=about))
    expected = f"Recorded acts from {one} to {none} in 3 of 3 months, "
    assert title == f"{expected}none from {none} to {one}"


def test_no_act_is_said(counts, about, head):
    title, said = head(butterfly(counts(), about=about))
    assert title == "No recorded act between the two sides in this selection"
    assert said.startswith("Recorded acts by month")


@pytest.mark.parametrize(
    ("n", "words"), [(2.0, "2 recorded acts"), (0.2, "1 recorded act")]
)
def test_acts_of_others_are_not_drawn_but_counted_in_words(
    counts, about, n, words, head
):
    figure = butterfly(counts(("2025-06-01", "C>A", n)), about=about)
    assert f"{words} in other directions not drawn." in head(figure)[1]
    assert set(figure.data[0].y) == set(figure.data[1].y) == {0}


@pytest.mark.parametrize(
    ("days", "unit"),
    [
        (["2025-06-01", "2025-06-02"], "day"),
        (["2025-06-02", "2025-06-09"], "week"),
        (["2025-02-01", "2025-03-01", "2025-04-01"], "month"),
        (["2025-01-01", "2025-04-01", "2025-07-01"], "quarter"),
        (["2024-01-01", "2025-01-01"], "year"),
    ],
)
def test_the_bins_are_called_what_they_were_counted_by(counts, about, days, unit, head):
    rows = counts(*((day, "A>B", 1) for day in days)).assign(per=unit)
    figure = butterfly(rows, about=about)
    assert figure.layout.yaxis.title.text == f"recorded acts by {unit}"
    assert f"{len(days)} {unit}s" in head(figure)[0]


@pytest.mark.parametrize(
    ("day", "unit", "days"),
    [
        ("2024-02-01", "month", 29),
        ("2025-01-01", "year", 365),
        ("2025-06-02", "week", 7),
    ],
)
def test_a_single_bin_is_as_long_as_its_unit(counts, about, day, unit, days):
    rows = counts((day, "A>B", 1)).assign(per=unit)
    bar = butterfly(rows, about=about).data[0]
    assert round(bar.width[0] / 86_400_000 / 0.92) == days


@pytest.mark.parametrize("units", [["month", "week"], ["decade", "decade"]])
def test_bins_of_no_one_known_length_are_refused(summer, about, units):
    rows = summer.iloc[:2].assign(per=units)
    with pytest.raises(ChartError, match="per day, week, month, quarter, year"):
        butterfly(rows, about=about)


def test_the_whole_last_bin_is_in_view(summer, about):
    assert butterfly(summer, about=about).layout.xaxis.range[1] > "2025-08-31"


def test_traces_and_keys_are_the_same_for_an_empty_frame(summer, counts, about):
    one, other = (butterfly(f, about=about) for f in (summer, counts()))
    assert len(one.data) == len(other.data) == 5
    keys = [figure.layout.to_plotly_json().keys() for figure in (one, other)]
    assert keys[0] == keys[1]


@pytest.fixture
def doubtful(summer):
    """Let July have between 1 and 4 acts from A, and 5 to 9 from B."""
    ends = {"least": summer["n"], "most": summer["n"]}
    frame = summer.assign(**ends)
    frame.loc[frame["date"] == "2025-07-01", ["least", "most"]] = [[1, 4], [5, 9]]
    return frame


def test_a_whisker_spans_what_the_dates_allow_where_they_are_in_doubt(doubtful, about):
    whiskers = butterfly(doubtful, about=about).data[-1]
    assert list(whiskers.x) == ["2025-07-01", "2025-07-01"]
    assert list(whiskers.base) == [1, -5]
    assert list(whiskers.y) == [3, -4]


def test_a_whisker_stands_in_the_middle_of_its_bin(doubtful, about):
    whiskers = butterfly(doubtful, about=about).data[-1]
    middle = whiskers.offset[0] + whiskers.width / 2
    assert middle / 86_400_000 == pytest.approx(31 / 2)


def test_whiskers_are_in_view(doubtful, about):
    low, high = butterfly(doubtful, about=about).layout.yaxis.range
    assert -low == high >= 9


def test_whiskers_are_explained_where_there_are_any(summer, doubtful, about, head):
    told = "whisker: fewest to most that the dates allow"
    assert told in head(butterfly(doubtful, about=about))[1]
    certain = summer.assign(least=summer["n"], most=summer["n"])
    for frame in (certain, summer, doubtful.drop(columns="most")):
        figure = butterfly(frame, about=about)
        assert told not in head(figure)[1]
        assert len(figure.data[-1].x) == 0


def test_the_meta_holds_the_numbers(summer, about):
    assert butterfly(summer, about=about).layout.meta["rows"]["n"][:2] == [4, 1]


def test_the_frame_given_stays_as_it_was(summer, about):
    before = summer.copy()
    butterfly(summer, about=about)
    pd.testing.assert_frame_equal(summer, before)


def test_a_missing_column_is_named(summer, about):
    with pytest.raises(ChartError, match="A butterfly needs the column n; "):
        butterfly(summer.drop(columns="n"), about=about)


def test_without_two_sides_nothing_faces_anything(summer, about):
    with pytest.raises(ChartError, match="shows two sides facing each other"):
        butterfly(summer, about=replace(about, sides=("A", "B", "C")))
