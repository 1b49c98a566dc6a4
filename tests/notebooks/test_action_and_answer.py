"""What the notebook on answers says in words, against what its cells show."""

import re

import numpy as np
import pandas as pd
import pytest
from notebook_outputs import drawn, outputs, rows, said, tagged, title

from utils import measures
from utils.errors import MeasureError

NAME = "04-action-and-answer"
WAYS = ["AZE>RUS", "RUS>AZE"]
SAME = {("day", 0), ("week", 0), ("fortnight", 0)}
NEXT_DAY = {("day", -1), ("day", 1)}


@pytest.fixture(scope="module")
def shown(run):
    return run(NAME)


@pytest.fixture(scope="module")
def table(shown):
    """Give the numbers of a printed table by the label of their row."""
    return lambda tag: dict(rows(shown, tag))


@pytest.fixture(scope="module")
def printed(shown):
    """Give what a cell shows before the value or figure that it ends with."""
    return lambda tag: [
        " ".join((output.get("text") or output.data["text/plain"]).split())
        for output in outputs(shown, tag)[:-1]
    ]


@pytest.fixture(scope="module")
def sentence(shown):
    """Give the sentences that a cell ends with, in one line."""
    return lambda tag: " ".join(said(shown, tag).split())


@pytest.fixture(scope="module")
def answers(acts):
    """Give the pairs of an act and its answer."""
    return measures.reply_pairs(acts).query('kind == "answer"')


@pytest.fixture(scope="module")
def chains(case):
    return measures.chains(case.actions)


@pytest.fixture(scope="module")
def crowded(chains):
    """Give the first and the last day of the chain of most acts."""
    return tuple(chains.loc[chains["n_acts"].idxmax(), ["began", "ended"]])


def overlap(intervals):
    """Say whether each interval (low, high) overlaps with each other."""
    low, high = np.transpose(intervals)
    return low.max() < high.min()


def beyond(found):
    """Name the lags that lie beyond chance, by unit."""
    lags = found[found["beyond_all"].astype(bool)]
    return set(zip(lags["unit"], lags["lag_bins"], strict=True))


def share_lower(acts, scale, direction):
    shares = measures.proportion(measures.reply_pairs(measures.weigh(acts, scale)))
    found = shares.shares.query("reply_direction == @direction").set_index("change")
    return found.loc["lower", "share"], found.loc["same", "share"]


def test_answers_follow_ups_and_third_parties_are_counted_apart(table, answers):
    counts = {kind: n for kind, (n,) in table("pairs").items()}
    assert counts == {"answer": len(answers), "follow-up": 6, "third party": 0}


def test_an_answer_comes_from_the_other_side(answers):
    turned = (
        answers["reply_direction"].astype(str).str.split(">").str[::-1].str.join(">")
    )
    assert (turned == answers["trigger_direction"].astype(str)).all()


def test_the_title_of_the_arcs_counts_acts_that_were_answered(shown, answers):
    counted = answers.groupby("trigger_direction", observed=True)[
        "trigger_id"
    ].nunique()
    one, other = counted[WAYS]
    assert f"answered: {one} from AZE to RUS and {other} from" in title(shown, "arcs")


def test_most_arcs_stand_nearly_upright_and_many_in_one_week(answers, crowded):
    assert (answers["delay_most_days"] <= 7).mean() > 0.75
    first, last = crowded
    inside = (answers["reply_earliest"] >= first) & (answers["reply_latest"] <= last)
    assert inside.mean() > 1 / 3
    assert last - first < pd.Timedelta(days=7)


def test_one_direction_is_answered_more_and_the_intervals_overlap(table):
    one, other = (table("rate")[way] for way in WAYS)
    assert one[-3] > other[-3]
    assert overlap([one[-2:], other[-2:]])


def test_the_rate_lies_between_certain_and_possible_answers_within_a_week(
    table, answers, period
):
    week = pd.Timedelta(days=7)
    watched = answers["trigger_latest"] + week <= pd.Timestamp(period["until"])
    for way in WAYS:
        mine = answers[watched & (answers["trigger_direction"] == way)]
        least, most = (
            mine.loc[mine[f"delay_{end}_days"] <= 7, "trigger_id"].nunique()
            for end in ("most", "least")
        )
        n, expected, share, *_ = table("rate")[way]
        assert least < expected < most
        assert share == pytest.approx(expected / n, abs=0.01)


def test_no_choice_turns_the_lead(sentence):
    assert re.search(r"holds in (\d+) of \1 variants", sentence("lead"))
    assert "no other choice, changed alone, turns it" in sentence("lead")


def test_the_variants_of_the_lead_share_most_of_their_acts(case, surveyed, acts):
    frames = case.left_out(surveyed).values()
    sizes = [len(step) for f in frames for step in measures.by_certainty(f).values()]
    assert min(sizes) > 2 / 3 * len(acts)


def test_an_act_is_answered_within_a_week_or_hardly_at_all(shown):
    curve = drawn(shown, "delay").pivot(
        index="day", columns="direction", values="share_answered"
    )
    assert (curve.loc[7] > 0.85 * curve.loc[90]).all()
    assert (curve.loc[90] < 1 / 3).all()


def test_the_bands_of_doubt_overlap_on_every_day(shown):
    bands = drawn(shown, "delay").groupby("day")[["low", "high"]]
    assert all(overlap(band.to_numpy()) for _, band in bands)


def test_half_is_never_reached_though_half_of_the_answered_is_at_once(
    printed, sentence
):
    assert ["fewer than half of" in said for said in printed("median")] == [True, True]
    last = re.search(r"half after ([\d.]+) days", sentence("median"))
    assert float(last[1]) <= 1


def test_like_answers_like_more_often_than_by_lot(table):
    *_, share, expected, most = table("kind")["all types"]
    assert share > 1.5 * most > 1.5 * expected


def test_diplomacy_is_the_clearest_and_law_enforcement_is_not_in_kind(table):
    above = {name: row[-3] - row[-1] for name, row in table("kind").items()}
    many = {name for name, row in table("kind").items() if row[0] >= 20}
    assert max(many, key=above.get) == "diplomatic"
    assert above["cultural"] > 0
    n, in_kind, *_ = table("kind")["law_enforcement"]
    assert in_kind < n / 10
    assert above["law_enforcement"] < 0


def test_one_raid_alone_has_many_answers(answers):
    counted = answers["trigger_id"].value_counts()
    assert counted.index[0] == "20250627-rus-yekaterinburg-raids"
    assert counted.iloc[0] > 0.1 * len(answers)
    assert counted.iloc[0] > 2 * counted.iloc[1]


def test_on_average_answers_weigh_less_on_the_one_scale(printed):
    (found,) = printed("weight")
    intervals = re.findall(r"interval (\S+) to (\S+)\)", found)
    assert [float(high) < 0 for _, high in intervals] == [True, True]


def test_the_headline_on_weight_flips_with_the_scale_alone(shown):
    card = drawn(shown, "weight")
    turned = card[card["n_flips"] > 0].query('dimension != "all"')
    assert turned[["dimension", "choice"]].values.tolist() == [
        ["scale", "Signs of tone"]
    ]
    others = card.query('dimension == "scale" and choice != "Signs of tone"')
    assert len(others) == 3
    assert set(others["share"]) == {1.0}


def test_the_title_of_the_card_is_whole(shown):
    assert "weigh less than their trigger" in title(shown, "weight").split("Tested")[0]


def test_on_the_signs_most_answers_are_level(case, acts):
    _, same = share_lower(acts, case.scales["signs"], "AZE>RUS")
    assert same > 0.5


def test_acts_that_were_answered_weigh_far_more_than_the_others(table):
    for way in WAYS:
        others, answered = table("triggers")[way]
        assert answered < others - 2


def test_most_acts_weigh_less_than_one_that_was_answered(case, acts, answers):
    scale = case.scales["goldstein-icews"]
    weight = measures.weigh(acts, scale).set_index("action_id")["weight"].clip(upper=0)
    triggers = weight[answers["trigger_id"].unique()]
    assert (weight > triggers.mean()).mean() > 2 / 3


def test_the_chain_of_most_acts_has_a_short_longest_path(printed, chains):
    largest = chains.loc[chains["n_acts"].idxmax()]
    assert largest["n_acts"] > 10 * largest["longest_path"]
    line = f"{largest['n_acts']} {largest['longest_path']} {largest['began']:%Y-%m-%d}"
    assert line in printed("chains")[0]


def test_one_side_comes_last_more_often_in_plain_pairs_alone(table):
    (longer, pairs), (other_longer, other_pairs) = (
        table("chains")[side] for side in ("AZE", "RUS")
    )
    assert longer == other_longer
    assert 0 < pairs - other_pairs < 10


def test_the_last_words_are_those_of_all_chains(table, chains):
    assert np.sum(list(table("chains").values())) == len(chains)


def test_the_same_time_and_the_next_day_one_way_lie_beyond_chance(shown):
    assert beyond(drawn(shown, "association")) == SAME | {("day", 1)}
    assert "same day, week and fortnight; 1 day after AZE to RUS" in title(
        shown, "association"
    )


def test_the_next_day_the_other_way_falls_just_short(shown):
    day = drawn(shown, "association").query('unit == "day"').set_index("lag_bins")
    assert 0.9 < day.loc[-1, "r"] / day.loc[-1, "high_all"] < 1
    assert day.loc[-1, "r"] > day.loc[-1, "high_null"]


def test_the_parts_leave_out_the_days_of_the_chain_of_most_acts(shown, crowded):
    one = pd.Timedelta(days=1)
    ends = [f"{day:%Y-%m-%d}" for day in (crowded[0] - one, crowded[1] + one)]
    assert re.findall(r'"(20[\d-]+)"', tagged(shown, "parts").source) == ends


def test_before_that_week_the_same_day_is_left_and_after_it_nothing(printed, sentence):
    (before,) = printed("parts")
    assert "1 beyond chance (same day" in before
    assert "none beyond chance" in sentence("parts")


def test_acts_follow_those_of_their_own_side_no_less(table):
    follow = table("hawkes")
    own = [numbers for label, numbers in follow.items() if len(set(label.split())) == 1]
    other = [
        numbers for label, numbers in follow.items() if len(set(label.split())) == 2
    ]
    assert (len(own), len(other)) == (2, 2)
    assert np.mean(own, axis=0)[0] >= np.mean(other, axis=0)[0]
    assert overlap([numbers[1:] for numbers in follow.values()])


def test_the_fit_says_that_its_intervals_are_too_narrow(printed):
    radius, _, dispersion = printed("hawkes")
    assert "bursts die out" in radius
    assert "the true intervals are wider" in dispersion


def test_with_directions_dealt_by_lot_much_the_same_picture_comes_out(shown, printed):
    for words in ("same day", "same week", "same fortnight", "1 day after"):
        assert words in printed("lot")[0]
    across = [n for label, n in rows(shown, "lot") if len(set(label.split())) == 2]
    assert [low > 0 for _, low, _ in across] == [True, True]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_lot_gives_that_picture(acts, period, seed):
    dealt = acts["direction"].sample(frac=1, random_state=seed).array
    found = measures.association(acts.assign(direction=dealt), **period)
    assert beyond(found.table) >= SAME
    assert beyond(found.table) & NEXT_DAY


def test_the_fit_says_nothing_about_the_months_after(acts, period):
    with pytest.raises(MeasureError, match="needs at least 50 acts; there are"):
        measures.hawkes(acts, since="2025-07-04", until=period["until"])


def test_the_other_direction_wavers_on_the_signs_with_confirmed_acts(case, acts):
    sure = acts[acts["certainty"] == "confirmed"]
    lower = {
        name: [share_lower(part, scale, "RUS>AZE")[0] > 0.5 for part in (acts, sure)]
        for name, scale in case.scales.items()
    }
    assert lower.pop("signs") == [True, False]
    assert set(map(tuple, lower.values())) == {(True, True)}
