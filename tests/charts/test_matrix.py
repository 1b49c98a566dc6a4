import numpy as np
import pandas as pd
import pytest

from utils.charts import matrix
from utils.errors import ChartError


@pytest.fixture
def pairs():
    """Make what the measure gives, from {(actor, target): number}."""

    def make(numbers, by="country"):
        groups = sorted({name for pair in numbers for name in pair})
        rows = [(by, a, t, numbers.get((a, t), 0)) for a in groups for t in groups]
        frame = pd.DataFrame(rows, columns=["by", "actor", "target", "n"])
        return frame.assign(n_conflictual=frame["n"], n_cooperative=0)

    return make


@pytest.fixture
def few(pairs):
    """Let C act most, so that only what comes first as a side comes before it."""
    return pairs({("A", "B"): 3, ("B", "A"): 2, ("C", "A"): 9, ("C", "D"): 1})


def numbers(figure):
    """Give the number that is written at each row and column."""
    text, axes = figure.data[1], (figure.layout.yaxis, figure.layout.xaxis)
    names = [dict(zip(axis.tickvals, axis.ticktext, strict=True)) for axis in axes]
    places = zip(text.y, text.x, text.text, strict=True)
    return {(names[0][y], names[1][x]): n for y, x, n in places}


def test_a_number_stands_in_each_cell_that_has_acts(few, about):
    assert numbers(matrix(few, about=about)) == {
        ("A", "B"): "3",
        ("B", "A"): "2",
        ("C", "A"): "9",
        ("C", "D"): "1",
    }


def test_cells_without_an_act_are_empty(few, about):
    z = np.array(matrix(few, about=about).data[0].z, float)
    assert np.nansum(z) == 15
    assert np.isnan(z).sum() == 12


def test_the_sides_come_first_and_others_by_their_number_of_acts(few, about):
    figure = matrix(few, about=about)
    assert list(figure.layout.yaxis.ticktext) == ["A", "B", "C", "D"]
    assert list(figure.layout.xaxis.ticktext) == ["A", "B", "C", "D"]
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]


def test_many_groups_are_folded_into_others_and_nothing_is_lost(pairs, about, head):
    many = pairs({(f"G{i}", "A"): i for i in range(1, 31)})
    figure = matrix(many, about=about)
    shown = len(figure.layout.yaxis.ticktext)
    assert figure.layout.yaxis.ticktext[-1] == "All others"
    assert (
        f"The {31 - shown + 1} with the fewest acts are taken together."
        in (head(figure)[1])
    )
    assert sum(map(int, numbers(figure).values())) == sum(range(1, 31))


def test_a_wider_chart_shows_more_groups(pairs, about):
    many = pairs({(f"G{i}", "A"): i for i in range(1, 31)})
    shown = [
        len(matrix(many, about=about, width_px=w).layout.yaxis.ticktext)
        for w in (360, 560, 1400)
    ]
    assert shown == sorted(set(shown))


def test_long_names_stand_upright_and_short_ones_lie(few, about):
    long = few.replace({"A": "foreign_ministry_of_somewhere"})
    assert matrix(few, about=about).layout.xaxis.tickangle == 0
    assert matrix(long, about=about).layout.xaxis.tickangle == -90


def test_the_title_names_the_pair_with_most_acts(few, about, head):
    title, said = head(matrix(few, about=about))
    assert title == "Most between two: 9 of 15 recorded acts, from C to A"
    assert said.startswith("Recorded acts by country of the actor and of the target.")


def test_pairs_with_as_many_acts_are_counted(pairs, about, head):
    title, _ = head(matrix(pairs({("A", "B"): 3, ("B", "A"): 3}), about=about))
    assert title == "Most between two: 3 of 6 recorded acts, in each of 2 pairs"


def test_pointing_at_a_cell_tells_pair_and_tone(few, about):
    cells = matrix(few, about=about).data[0]
    assert list(cells.customdata[0][1]) == ["A", "B", 3, 3, 0]


def test_no_act_is_said_with_as_many_traces(few, pairs, about, head):
    empty = matrix(pairs({}), about=about)
    assert head(empty)[0] == "No recorded act in this selection"
    assert len(empty.data) == len(matrix(few, about=about).data) == 2


def test_a_name_is_no_markup(pairs, about):
    figure = matrix(pairs({("<b>", "A"): 1}), about=about)
    assert "&lt;b&gt;" in figure.layout.yaxis.ticktext


def test_a_missing_column_is_named(few, about):
    with pytest.raises(ChartError, match="A matrix needs the column n; "):
        matrix(few.drop(columns="n"), about=about)
