import numpy as np
import pandas as pd
import pytest

from utils.charts import scale_comparison
from utils.errors import ChartError

LONG = "a_form_whose_name_is_far_longer_than_any_that_was_foreseen_by_those_who_drew_it"


@pytest.fixture
def table():
    """Make what the measure gives, from (code, n, opposite, differ, *weights).

    A weight is (acts with a weight, mean, least, most) of one scale.
    """

    def make(*rows, by="form"):
        found = [
            (by, *row[:4], f"s{i}", f"Scale {i}", 10.0, *weight)
            for row in rows
            for i, weight in enumerate(row[4:])
        ]
        columns = "by code n n_opposite n_differ scale label unit n_weighted mean least"
        return pd.DataFrame(found, columns=[*columns.split(), "most"])

    return make


@pytest.fixture
def three(table):
    """Give three codes on two scales; the second lacks one code, and a part."""
    none = (0, np.nan, np.nan, np.nan)
    return table(
        ("demand", 5, 1, 4, (5, -0.7, -0.7, -0.7), (3, 0.1, 0.0, 0.3)),
        ("meet", 2, 0, 0, (2, 0.4, 0.2, 0.6), (2, 1.0, 1.0, 1.0)),
        ("deny", 1, 0, 0, (1, -0.2, -0.2, -0.2), none),
    )


def seen(trace):
    """Give the marks of a scale as (row, x), in whole rows."""
    x, y = np.array(trace.x, float), np.array(trace.y, float)
    return [(round(b), round(a, 3)) for a, b in zip(x, y, strict=True)]


def test_rows_go_from_conflict_to_cooperation_and_say_how_many_acts(three, about):
    axis = scale_comparison(three, about=about).layout.yaxis
    assert list(axis.ticktext) == ["<b>Demand (5)</b>", "Deny (1)", "Meet (2)"]


def test_a_code_that_no_scale_weighs_comes_last(table, about):
    none = (0, np.nan, np.nan, np.nan)
    rows = ("meet", 1, 0, 0, (1, 1, 1, 1)), ("deny", 1, 0, 0, none)
    axis = scale_comparison(table(*rows), about=about).layout.yaxis
    assert list(axis.ticktext) == ["Deny (1)", "Meet (1)"]


def test_each_mark_stands_at_the_mean_of_its_scale(three, about):
    one = scale_comparison(three, about=about).data[0]
    assert seen(one) == [(0, -0.7), (1, -0.2), (2, 0.4)]


def test_what_lacks_a_weight_stands_in_a_column_of_its_own(three, about):
    figure = scale_comparison(three, about=about)
    axis, other = figure.layout.xaxis, figure.data[1]
    column = round(axis.tickvals[-1], 3)
    assert axis.ticktext[-1] == "no weight"
    assert seen(other) == [(0, 0.1), (2, 1.0), (0, column), (1, column)]
    assert column > 1


def test_there_is_no_such_column_where_nothing_lacks_a_weight(table, about):
    full = table(("meet", 1, 0, 0, (1, 1, 1, 1), (1, 0.5, 0.5, 0.5)))
    axis = scale_comparison(full, about=about).layout.xaxis
    assert list(axis.ticktext) == ["-1", "-0.5", "0", "0.5", "1"]


def test_a_line_reaches_from_the_least_to_the_most(three, about):
    line = scale_comparison(three, about=about).data[0].error_x
    assert list(line.array) == pytest.approx([0, 0, 0.2])
    assert list(line.arrayminus) == pytest.approx([0, 0, 0.2])


def test_scales_have_a_shape_each_and_a_lane_each(three, about):
    one, other, *_ = scale_comparison(three, about=about).data
    assert one.marker.symbol != other.marker.symbol
    assert one.y[0] > other.y[0]


def test_the_key_names_each_scale_beside_its_sign(three, about, head):
    said = head(scale_comparison(three, about=about))[1]
    assert "● Scale 0" in said
    assert "◇ Scale 1" in said
    assert "bold: opposite signs" in said


def test_the_title_counts_acts_on_which_signs_differ(three, about, head):
    assert head(scale_comparison(three, about=about))[0] == (
        "2 scales have opposite signs on 1 of 8 recorded acts and differ by a zero on 3"
    )


def test_pointing_at_a_mark_tells_its_own_unit_and_its_number_of_acts(three, about):
    told = scale_comparison(three, about=about).data[1].hovertext
    assert told[0] == (
        "Demand, Scale 1: mean 1 in its own unit, 3 of 5 recorded acts with a weight"
    )
    assert told[3] == "Deny, Scale 1: 0 of 1 recorded act with a weight"


def test_the_chart_grows_with_the_number_of_codes(table, about):
    def height(n_codes):
        rows = [
            (f"code{i}", 1, 0, 0, (1, 0, 0, 0), (1, 0, 0, 0)) for i in range(n_codes)
        ]
        return scale_comparison(table(*rows), about=about).layout.height

    assert height(80) - height(40) == pytest.approx(40 * 22)


def test_traces_are_as_many_for_an_empty_table(three, about, head):
    empty = scale_comparison(three.iloc[:0], about=about)
    assert len(empty.data) == len(scale_comparison(three, about=about).data) == 6
    assert head(empty)[0].startswith("No recorded act in this selection")


def test_a_long_name_is_cut_and_its_number_kept(table, about):
    rows = (LONG, 1234, 5, 5, (1, 1, 1, 1), (1, -1, -1, -1))
    (label,) = scale_comparison(table(rows), about=about).layout.yaxis.ticktext
    assert label.endswith("… (1,234)</b>")


def test_a_long_name_of_a_scale_is_cut_in_the_key(three, about, head):
    figure = scale_comparison(three.assign(label=LONG), about=about, width_px=360)
    assert "● a_form_whose_name_is_far_" in head(figure)[1]
    assert LONG not in head(figure)[1]


def test_names_are_no_markup(table, about):
    rows = ("<i>x", 1, 0, 0, (1, 1, 1, 1), (1, 1, 1, 1))
    figure = scale_comparison(table(rows), about=about)
    assert figure.layout.yaxis.ticktext[0] == "&lt;i&gt;x (1)"
    assert figure.data[0].hovertext[0].startswith("&lt;i&gt;x, ")


def test_codes_are_called_what_they_are(three, about, head):
    figure = scale_comparison(three.assign(by="cameo"), about=about)
    assert "acts of each CAMEO code: below zero" in head(figure)[1]


def test_more_than_six_scales_are_refused(table, about):
    seven = table(("meet", 1, 0, 0, *[(1, 1, 1, 1)] * 7))
    with pytest.raises(ChartError, match="up to 6 scales, not 7"):
        scale_comparison(seven, about=about)


def test_a_missing_column_is_named(three, about):
    with pytest.raises(ChartError, match="A comparison of scales needs the column n;"):
        scale_comparison(three.drop(columns="n"), about=about)


def test_the_frame_given_stays_as_it_was(three, about):
    before = three.copy()
    scale_comparison(three, about=about)
    pd.testing.assert_frame_equal(three, before)
