import numpy as np
import pandas as pd
import pytest

from utils.charts import robustness_card
from utils.errors import ChartError

STEMS, WHOLE, DOTS, DIAMONDS, NUMBERS, CROSSES = range(6)
COLUMNS = ["dimension", "choice", "n", "n_holds", "n_unsaid", "reference", "n_flips"]


@pytest.fixture
def table():
    """Make the table of a headline that holds in 3 of 4 variants."""

    def make(*rows, in_reference="holds", headline="acts A to B weigh more"):
        rows = rows or (
            ("all", "all variants", 4, 3, 0, False, 1),
            ("scale", "steep", 2, 2, 0, True, 0),
            ("scale", "flat", 2, 1, 0, False, 1),
            ("half-life", "30 days", 2, 2, 0, True, 0),
            ("half-life", "10 days", 2, 1, 0, False, 0),
        )
        frame = pd.DataFrame(list(rows), columns=COLUMNS)
        said = frame["n"] - frame["n_unsaid"]
        return frame.assign(
            share=frame["n_holds"] / said.where(said > 0),
            n_alone=frame["n_flips"],
            in_reference=in_reference,
            headline=headline,
        )

    return make


def labels(figure):
    return list(figure.layout.yaxis.ticktext)


def test_each_choice_has_a_row_below_the_name_of_its_dimension(table, about):
    assert labels(robustness_card(table(), about=about)) == [
        *("<b>All variants</b>", "In the reference"),
        *("<b>Scale</b>", "steep", "flat", "<b>Half-life</b>", "30 days", "10 days"),
    ]


def test_marks_stand_at_the_share_in_the_row_of_their_choice(table, about):
    data = robustness_card(table(), about=about).data
    assert list(zip(data[DOTS].x, data[DOTS].y, strict=True)) == [
        *((0.75, 0), (0.5, -4), (0.5, -7))
    ]
    diamonds = list(zip(data[DIAMONDS].x, data[DIAMONDS].y, strict=True))
    assert diamonds == [(1, -3), (1, -6)]


def test_the_number_of_each_share_is_written_out(table, about):
    numbers = robustness_card(table(), about=about).data[NUMBERS]
    assert list(numbers.text) == [
        "75 %",
        "yes",
        "",
        "100 %",
        "50 %",
        "",
        "100 %",
        "50 %",
    ]


@pytest.mark.parametrize(
    ("answer", "said"),
    [("holds", "yes"), ("does not hold", "no"), ("cannot be said", "–")],
)
def test_the_reference_has_its_own_answer(table, about, answer, said):
    figure = robustness_card(table(in_reference=answer), about=about)
    assert figure.data[NUMBERS].text[1] == said


def test_a_cross_marks_the_choice_that_turns_it_alone(table, about):
    crosses = robustness_card(table(), about=about).data[CROSSES]
    assert list(crosses.y) == [-4]
    assert crosses.hovertext[0] == (
        "flat: holds in 1 of 2 variants; changed alone, turns it in 1 of 1"
    )


def test_a_dotted_line_shows_all_variants(table, about):
    line = robustness_card(table(), about=about).data[WHOLE]
    assert list(line.x) == [0.75, 0.75]
    assert line.line.dash == "dot"


def test_where_nothing_can_be_said_there_is_no_mark(table, about):
    figure = robustness_card(
        table(
            ("all", "all variants", 2, 1, 1, False, 0),
            ("scale", "steep", 1, 1, 0, True, 0),
            ("scale", "flat", 1, 0, 1, False, 0),
        ),
        about=about,
    )
    assert list(figure.data[DOTS].y) == [0]
    assert figure.data[NUMBERS].text[-1] == "–"


def test_the_title_says_the_share_and_what_holds(table, about, head):
    title, _ = head(robustness_card(table(), about=about))
    assert title == "Holds in 75 % of 4 variants: acts A to B weigh more"


def test_what_is_cut_off_in_the_title_stands_whole_below(table, about, head):
    long = "acts A to B weigh more " + "and more " * 12 + "every day"
    title, said = head(robustness_card(table(headline=long), about=about))
    assert title.endswith("…")
    assert long in said


def test_variants_in_which_it_cannot_be_said_are_counted_apart(table, about, head):
    rows = table(
        ("all", "all variants", 1500, 1, 500, False, 0),
        ("scale", "steep", 1500, 1, 500, True, 0),
    )
    title, said = head(robustness_card(rows, about=about))
    assert title.startswith("Holds in under 1 % of 1,000 variants: ")
    assert "in 500 more it cannot be said" in said


def test_nothing_is_said_of_such_variants_where_there_is_none(table, about, head):
    assert "cannot be said" not in head(robustness_card(table(), about=about))[1]


def test_nobody_takes_variants_for_a_sample(table, about, head):
    assert "not a sample" in head(robustness_card(table(), about=about))[1]


def test_names_are_never_markup(table, about):
    rows = table(
        ("all", "all variants", 1, 1, 0, False, 0),
        ("scale", "<b>x</b>", 1, 1, 0, True, 0),
    )
    assert labels(robustness_card(rows, about=about))[-1] == "&lt;b&gt;x&lt;/b&gt;"


def test_a_long_name_is_shortened(table, about):
    rows = table(
        ("all", "all variants", 1, 1, 0, False, 0),
        ("scale", "a name of a scale " * 9, 1, 1, 0, True, 0),
    )
    figure = robustness_card(rows, about=about, width_px=560)
    assert labels(figure)[-1].endswith("…")
    assert figure.layout.margin.l < 0.5 * 560


def test_the_numbers_stand_beyond_the_shares(table, about):
    figure = robustness_card(table(), about=about)
    assert min(figure.data[NUMBERS].x) > 1
    assert figure.data[CROSSES].x[0] < figure.layout.xaxis.range[1]
    assert max(figure.layout.xaxis.tickvals) == 1


def test_traces_and_keys_are_the_same_for_an_empty_frame(table, about, head):
    one, other = (robustness_card(f, about=about) for f in (table(), table()[:0]))
    assert len(one.data) == len(other.data) == 6
    keys = [figure.layout.to_plotly_json().keys() for figure in (one, other)]
    assert keys[0] == keys[1]
    assert head(other)[0] == "No headline was tested in this selection"


def test_missing_columns_are_all_named(table, about):
    with pytest.raises(ChartError, match="needs the columns n_flips, share; this"):
        robustness_card(table().drop(columns=["share", "n_flips"]), about=about)


def test_the_row_of_all_variants_is_found_wherever_it_stands(table, about, head):
    one, other = (robustness_card(f, about=about) for f in (table(), table()[::-1]))
    assert head(one) == head(other)


def test_a_part_of_the_table_is_refused(table, about):
    part = table()[table()["dimension"] != "all"]
    with pytest.raises(ChartError, match=r"one row of all variants .* has 0"):
        robustness_card(part, about=about)


def test_the_frame_given_stays_as_it_was(table, about):
    given = table()
    before = given.copy()
    robustness_card(given, about=about)
    pd.testing.assert_frame_equal(given, before)
    assert np.isfinite(given["share"]).all()
