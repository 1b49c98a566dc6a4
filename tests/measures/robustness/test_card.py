import pandas as pd
import pytest

from utils.errors import MeasureError
from utils.measures import (
    Headline,
    heavier,
    higher_peak,
    multiverse,
    peaks_in,
    robustness,
)
from utils.measures.robustness.card import percent

B_IS_HEAVIER = heavier("B>A", "A>B")


@pytest.fixture
def four(quarrel, scales):
    """Give two scales by two steps of certainty, dates known, one half-life."""
    options = {"half_lives_days": [30], "draws": 0}
    return multiverse({"all sources": quarrel}, scales=scales, **options)


def test_one_act_of_five_against_two_of_two_or_alike(four):
    # Steep: 5 above 4, and above 2 if only one is confirmed. Flat: 1 below 2, and as
    # much as 1. So it holds on the steep scale only.
    card = robustness(four, B_IS_HEAVIER)
    assert (card.n, card.n_holds, card.n_unsaid, card.share) == (4, 2, 0, 0.5)
    assert card.in_reference == "holds"
    assert card.flips == (("scale", "flat"),)


def test_a_sum_below_four_in_three_of_four(four):
    # Of A there are 4 on the steep scale, or 2 if only one act is confirmed; 2 or 1
    # on the flat one.
    slight = Headline("acts of A weigh less than 4", weighs_below_four)
    card = robustness(four, slight)
    assert (card.n_holds, card.n, card.in_reference) == (3, 4, "does not hold")
    assert card.flips == (("scale", "flat"), ("certainty", "confirmed only"))


def weighs_below_four(acts):
    return bool(-acts.loc[acts["direction"] == "A>B", "weight"].sum() < 4)


def test_a_curve_is_read_where_the_headline_is_about_tension(quarrel, scales):
    # Each side acts on one day, so a half-life changes nothing: steep, B reaches 5 and
    # A 4 or 2; flat, B reaches 1 and A 2 or as much.
    frames = {"all sources": quarrel}
    ways = multiverse(frames, scales=scales, half_lives_days=[30, 1], draws=0)
    card = robustness(ways, higher_peak("B>A", "A>B"))
    assert (card.n_holds, card.n) == (4, 8)


def test_half_lives_matter_where_the_headline_reads_tension(record, scales):
    # Five acts of weight 2. If they fade in a year they add up, and the last, in July,
    # is on top. If they fade in a day, the shortest pause is what matters: nine days
    # before the fourth, in June.
    days = ["2025-06-01", "2025-06-11", "2025-06-21", "2025-06-30"]
    acts = record(
        *[(f"a{i}", d, d, "A>B", "1", "confirmed") for i, d in enumerate(days)],
        ("b", "2025-07-20", "2025-07-20", "A>B", "1", "confirmed"),
    )
    ways = multiverse(
        {"all": acts},
        scales=scales[:1],
        half_lives_days=[365, 1],
        draws=0,
        certainty=["with reported"],
    )
    july = peaks_in("A>B", "2025-07-01", "2025-07-31")
    card = robustness(ways, july)
    assert (card.n_holds, card.n) == (1, 2)
    assert card.flips == (("half-life", "1 day"),)


def test_what_always_holds_has_a_share_of_one(four):
    card = robustness(four, Headline("there are acts", lambda acts: len(acts) > 0))
    assert card.share == 1
    assert set(card.table["share"]) == {1.0}
    assert "no other choice, changed alone, turns it" in str(card)


def test_what_cannot_be_said_is_never_false(quarrel, scales):
    frames = {"all sources": quarrel, "without B's sources": quarrel[:0]}
    ways = multiverse(frames, scales=scales, half_lives_days=[30], draws=0)
    card = robustness(ways, B_IS_HEAVIER)
    assert (card.n, card.n_holds, card.n_unsaid, card.share) == (8, 2, 4, 0.5)
    assert "in 2 of 4 variants (50 %), and cannot be said in 4 more" in str(card)


def test_a_reference_that_cannot_be_said_says_so(quarrel, scales):
    frames = {"none": quarrel[:0], "all sources": quarrel}
    ways = multiverse(frames, scales=scales, half_lives_days=[30], draws=0)
    card = robustness(ways, B_IS_HEAVIER)
    assert card.in_reference == "cannot be said"
    assert str(card).endswith("spread over their window it cannot be said.")


def test_a_card_says_itself(four):
    assert str(robustness(four, B_IS_HEAVIER)) == (
        "Acts B to A weigh more than A to B: this holds in 2 of 4 variants (50 %). "
        "With steep, 30 days, with reported, all sources, spread over "
        "their window it holds; changed alone, these turn it: scale flat."
    )


def test_draws_that_turn_it_are_counted(record, scales):
    acts = record(
        ("a", "2025-06-30", "2025-07-01", "A>B", "1", "confirmed"),
        ("b", "2025-07-05", "2025-07-05", "B>A", "1", "confirmed"),
    )
    ways = multiverse(
        {"all": acts},
        scales=scales[:1],
        half_lives_days=[30],
        certainty=["with reported"],
        draws=40,
    )
    july = heavier("B>A", "A>B", since="2025-07-01", until="2025-07-31")
    card = robustness(ways, july)
    drawn = card.table.set_index("choice").loc["drawn by lot"]
    assert (drawn["n_alone"], drawn["n_flips"]) == (40, 40 - drawn["n_holds"])
    assert 10 < drawn["n_flips"] < 30
    assert f"dates drawn by lot ({drawn['n_flips']} of 40)" in str(card)


def test_any_function_of_a_frame_of_acts_will_do(four):
    card = robustness(four, lambda acts: bool(acts["weight"].min() < -4))
    assert (card.n_holds, card.n) == (2, 4)


def test_headline_and_reference_stand_in_every_row(four):
    table = robustness(four, B_IS_HEAVIER).table
    assert set(table["headline"]) == {str(B_IS_HEAVIER)}
    assert set(table["in_reference"]) == {"holds"}
    assert table["n"].tolist() == [4, 2, 2, 4, 2, 2, 4, 4]


def test_a_headline_that_can_be_said_in_no_variant_is_refused(four):
    with pytest.raises(MeasureError, match=r"highest in 1999: There is no tension fr"):
        robustness(four, peaks_in("X>Y", "1999-01-01", "1999-12-31"))


def test_without_a_variant_nothing_can_be_said():
    with pytest.raises(MeasureError, match="there is no variant"):
        robustness([], B_IS_HEAVIER)


def test_an_answer_that_is_none_is_an_error_and_not_a_verdict(four):
    with pytest.raises(MeasureError, match="is true or false"):
        robustness(four, Headline("mine", lambda acts: None))


def test_other_errors_are_not_taken_for_verdicts(four):
    with pytest.raises(KeyError):
        robustness(four, Headline("mine", lambda acts: acts["no such column"].any()))


@pytest.mark.parametrize(
    ("k", "n", "said"),
    [(0, 5, "0 %"), (5, 5, "100 %"), (1, 1000, "under 1 %"), (999, 1000, "over 99 %")],
)
def test_some_is_never_rounded_to_all_or_to_none(k, n, said):
    assert percent(k, n) == said


def test_the_table_is_a_frame_of_plain_values(four):
    table = robustness(four, B_IS_HEAVIER).table
    assert isinstance(table, pd.DataFrame)
    assert table["reference"].dtype == bool
    assert table["n_flips"].dtype == "int64"
