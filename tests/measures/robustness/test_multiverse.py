import numpy as np
import pandas as pd
import pytest

from utils.errors import MeasureError
from utils.measures import draw_dates, multiverse, tension
from utils.scale import Scale

WINDOW = ("u1", "2025-06-01", "2025-06-30", "A>B", "1", "confirmed")


@pytest.fixture
def frames(quarrel):
    """Give all acts, and those that are left without the sources of one group."""
    return {"all sources": quarrel, "without B's sources": quarrel[:2]}


def chosen(variants, dimension):
    return list(dict.fromkeys(v.choices[dimension] for v in variants))


def test_every_choice_is_made_with_every_other(frames, scales):
    ways = multiverse(frames, scales=scales, half_lives_days=[30, 10], draws=3)
    made = list(ways)
    assert len(ways) == len(made) == 2 * 2 * 2 * 2 * (1 + 3)
    assert {d: chosen(made, d) for d in made[0].choices} == {
        "scale": ["steep", "flat"],
        "half-life": ["30 days", "10 days"],
        "certainty": ["with reported", "confirmed only"],
        "sources": ["all sources", "without B's sources"],
        "dates": ["spread over their window", "drawn by lot"],
    }
    known_dates = [v for v in made if v.choices["dates"] != "drawn by lot"]
    assert len({tuple(v.choices.values()) for v in known_dates}) == 16


def test_the_first_variant_has_the_first_of_each(frames, scales):
    first = next(iter(multiverse(frames, scales=scales)))
    assert list(first.choices.values()) == [
        *("steep", "30 days", "with reported", "all sources"),
        "spread over their window",
    ]
    assert first.half_life_days == 30
    assert first.acts["weight"].tolist() == [-2, -2, -5]


def test_variants_can_be_gone_through_twice(frames, scales):
    ways = multiverse(frames, scales=scales, draws=2)
    assert [v.choices for v in ways] == [v.choices for v in ways]


def test_each_variant_has_its_acts_and_its_weights(frames, scales):
    found = {
        tuple(v.choices.values())[:4]: v.acts["weight"].tolist()
        for v in multiverse(frames, scales=scales, half_lives_days=[30], draws=0)
    }
    assert found["flat", "30 days", "confirmed only", "all sources"] == [-1, -1]
    assert found["steep", "30 days", "confirmed only", "without B's sources"] == [-2]


def test_tension_is_what_the_measure_gives_of_the_acts(record, scales):
    uncertain = record(WINDOW, ("b1", "2025-07-01", "2025-07-09", "B>A", "2", None))
    period = {"since": "2025-05-01", "until": "2025-08-01"}
    for v in multiverse({"all": uncertain}, scales=scales, draws=2, **period):
        measured = tension(v.acts, half_life_days=v.half_life_days, **period)
        pd.testing.assert_frame_equal(v.tension(), measured)


def test_the_curve_of_one_direction_is_that_among_all(quarrel, scales):
    for v in multiverse({"all": quarrel}, scales=scales, draws=1):
        every = v.tension()
        one = every[every["direction"] == "B>A"].reset_index(drop=True)
        pd.testing.assert_frame_equal(v.tension(["B>A"]), one)


def test_a_direction_without_an_act_has_no_curve(quarrel, scales):
    first = next(iter(multiverse({"all": quarrel}, scales=scales)))
    assert len(first.tension(["C>A"])) == 0


def test_dates_drawn_are_days_of_the_window(record, scales):
    ways = multiverse({"all": record(WINDOW)}, scales=scales[:1], draws=50)
    drawn = [v.acts for v in ways if v.choices["dates"] == "drawn by lot"]
    days = np.array([acts["earliest"].iloc[0] for acts in drawn])
    assert pd.Timestamp("2025-06-01") <= days.min() < days.max()
    assert days.max() <= pd.Timestamp("2025-06-30")
    assert all((acts["earliest"] == acts["latest"]).all() for acts in drawn)


def test_an_act_has_one_day_in_a_draw_whatever_else_is_chosen(record, scales):
    acts = record(WINDOW, ("u2", *WINDOW[1:]), ("u3", *WINDOW[1:]))
    frames = {"all": acts, "without some": acts[1:]}
    days = {"all": [], "without some": []}
    for v in multiverse(frames, scales=scales[:1], half_lives_days=[30], draws=9):
        if v.choices["certainty"] == "with reported":
            drawn = v.acts.set_index("action_id")["earliest"]
            days[v.choices["sources"]].append(drawn["u3"])
    assert days["all"] == days["without some"]
    assert len(set(days["all"])) > 1


def test_the_same_seed_draws_the_same_days(record, scales):
    one, same, other = (
        [
            v.acts["earliest"].iloc[0]
            for v in multiverse(
                {"all": record(WINDOW)}, scales=scales[:1], draws=9, seed=seed
            )
        ]
        for seed in (0, 0, 1)
    )
    assert one == same != other


def test_the_first_draw_is_that_of_draw_dates(record, scales):
    acts = record(WINDOW)
    ways = multiverse({"all": acts}, scales=scales[:1], draws=1, seed=4)
    assert list(ways)[-1].acts["earliest"].equals(draw_dates(acts, seed=4)["earliest"])


def test_steps_of_certainty_can_be_named(frames, scales):
    ways = multiverse(frames, scales=scales, certainty=["confirmed only"], draws=0)
    assert chosen(ways, "certainty") == ["confirmed only"]


def test_scales_are_told_by_their_labels(frames, scales):
    labelled = Scale("steep", {"1": -1}, label="Steep (mine)")
    for given in ([labelled, scales[1]], {"a": labelled, "b": scales[1]}):
        ways = multiverse(frames, scales=given, draws=0)
        assert chosen(ways, "scale") == ["Steep (mine)", "flat"]


def test_the_frames_given_stay_as_they_were(frames, scales):
    before = {name: frame.copy() for name, frame in frames.items()}
    list(multiverse(frames, scales=scales, draws=1))
    assert all(frames[name].equals(before[name]) for name in frames)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"frames": {}}, "no frame of acts to choose"),
        ({"scales": []}, "no scale to choose"),
        ({"scales": [Scale("a", {}), Scale("a", {})]}, "two of one scale: a"),
        ({"half_lives_days": []}, "no half-life to choose"),
        ({"half_lives_days": [30, 30.0]}, "two of one half-life: 30"),
        ({"half_lives_days": [0]}, "A half-life is a number of days above zero"),
        ({"half_lives_days": [np.inf]}, "A half-life is a number of days above"),
        ({"half_lives_days": [-1]}, "A half-life is a number of days above zero"),
        ({"certainty": ["confirmed"]}, "no step of certainty 'confirmed'. Did you"),
        ({"certainty": ["confirmed only"] * 2}, "two of one step of certainty"),
        ({"draws": -1}, "draws is a whole number"),
        ({"draws": 2.5}, "draws is a whole number"),
        ({"seed": -1}, "seed is a whole number from 0"),
    ],
)
def test_what_cannot_be_combined_is_refused(frames, scales, change, said):
    with pytest.raises(MeasureError, match=said):
        multiverse(**{"frames": frames, "scales": scales, **change})


@pytest.mark.parametrize("column", ["action_id", "earliest", "latest", "certainty"])
def test_a_missing_column_is_named(quarrel, scales, column):
    with pytest.raises(MeasureError, match=f"column {column}"):
        multiverse({"all": quarrel.drop(columns=column)}, scales=scales)


def test_acts_that_cannot_be_told_apart_are_refused(quarrel, scales):
    twice = pd.concat([quarrel, quarrel[:1]])
    with pytest.raises(MeasureError, match="'all' repeat 1 of their action_id"):
        multiverse({"all": twice}, scales=scales)


def test_a_variant_without_acts_is_one_all_the_same(quarrel, scales):
    ways = list(multiverse({"none": quarrel[:0]}, scales=scales, draws=2))
    assert {len(v.acts) for v in ways} == {0}
    with pytest.raises(MeasureError, match="no act to measure"):
        ways[0].tension()
