"""What the notebook on scales says in words, against what its cells show."""

import re

import numpy as np
import pandas as pd
import pytest
from notebook_outputs import drawn, rows, said, title

from utils import measures
from utils.tables import read_scale

NAME = "03-scales-and-weights"
WAYS = ["AZE>RUS", "RUS>AZE"]


@pytest.fixture(scope="module")
def shown(run):
    return run(NAME)


@pytest.fixture(scope="module")
def table(shown):
    """Give the numbers of a printed table by the label of their row."""
    return lambda tag: dict(rows(shown, tag))


def gap(acts, scale):
    """Say how much more conflictual weight runs one way than the other."""
    weight = measures.weigh(acts, scale)["weight"].clip(upper=0)
    one, other = (weight[acts["direction"] == way].sum() for way in WAYS)
    return other - one


@pytest.fixture(scope="module")
def highest(shown):
    """Give the highest day of each curve that is drawn."""
    curves = drawn(shown, "curves").assign(date=lambda it: pd.to_datetime(it["date"]))
    return measures.peaks(curves)


def test_every_scale_of_the_codebook_weighs_the_acts(shown, case):
    acts, *scales = said(shown, "selection").splitlines()
    assert scales == [str(scale) for scale in case.scales.values()]
    assert f"{len(scales)} scales" in title(shown, "comparison")
    assert f"of {acts.split()[0]} recorded acts" in title(shown, "comparison")


def test_opposite_signs_are_rare(shown):
    opposite, n = re.search(r"on (\d+) of (\d+)", title(shown, "comparison")).groups()
    assert 0 < int(opposite) < 0.02 * int(n)


def test_some_mark_stands_at_no_weight(shown):
    frame = drawn(shown, "comparison")
    assert (frame["n_weighted"] < frame["n"]).any()


def test_all_pairs_come_closer_to_one_order_than_to_none(table):
    ranks = {pair: numbers[-1] for pair, numbers in table("pairs").items()}
    assert len(ranks) == 6
    assert min(ranks.values()) > 0.5
    assert "goldstein-gdelt  goldstein-icews" in max(ranks, key=ranks.get)


def test_the_two_lists_of_goldstein_descend_from_one_table(case):
    one, other = (
        case.scales[f"goldstein-{name}"].weights for name in ("gdelt", "icews")
    )
    both = one.keys() & other.keys()
    assert np.mean([one[code] == other[code] for code in both]) > 0.98


def test_goldstein_and_plover_part_over_demands_alone(shown):
    parted = rows(shown, "parted")
    assert {label for label, _ in parted} == {"demand"}
    assert all(goldstein < 0 for _, (_, goldstein, _, _) in parted)
    assert {np.sign(plover) for _, (_, _, plover, _) in parted} == {0, 1}


def test_plover_keeps_nearly_all_of_one_direction_and_two_thirds_of_the_other(table):
    covered = table("covered")
    kept = np.divide(covered["plover"], covered["signs"])
    assert kept[0] > 0.9
    assert kept[1] == pytest.approx(2 / 3, abs=0.05)


def test_most_gaps_are_four_forms_of_words_and_run_one_way(table):
    gaps = table("left-out")
    total = np.sum(list(gaps.values()), axis=0)
    named = [gaps[f] for f in ("make_statement", "reassure", "appeal", "deny")]
    assert np.sum(named) > total.sum() / 2
    assert total[1] > 0.75 * total.sum()
    assert all(one <= other for one, other in gaps.values())


def test_what_is_left_out_is_what_plover_does_not_cover(table):
    covered = table("covered")
    left = np.sum(list(table("left-out").values()), axis=0)
    assert (left + covered["plover"]).tolist() == covered["signs"]


@pytest.mark.parametrize("scale", ["goldstein-gdelt", "goldstein-icews", "signs"])
def test_on_shared_acts_the_directions_lie_closer_together(table, scale):
    one_shared, one_covered, other_shared, other_covered = table("means")[scale]
    assert 0 < other_shared - one_shared < other_covered - one_covered


def test_plover_reverses_the_order_of_averages(table):
    one_shared, one_covered, other_shared, other_covered = table("means")["plover"]
    assert other_shared < one_shared
    assert other_covered < one_covered


def test_all_scales_put_one_direction_ahead_though_the_other_has_more_acts(table):
    assert all(one > other for one, other in table("sums").values())
    assert table("covered")["signs"][0] < table("covered")["signs"][1]


def test_only_the_signs_put_it_far_ahead(table):
    ahead = {scale: one / other for scale, (one, other) in table("sums").items()}
    assert ahead.pop("signs") > 1.25
    assert max(ahead.values()) < 1.1


def test_the_signs_weigh_a_criticism_like_a_raid(case):
    tone = case.codebook.forms.set_index("form")["tone"]
    signs = case.scales["signs"].weights
    assert signs[tone["criticise"]] == signs[tone["search_premises"]] < 0


def test_the_stern_scale_leaves_the_order_and_mine_turns_it(table):
    ahead = {scale: one > other for scale, (one, other) in table("own").items()}
    assert ahead == {"goldstein-icews": True, "mine": False, "stern": True}


def test_most_weights_borrowed_from_plover_leave_the_order(case, acts):
    icews, plover = case.scales["goldstein-icews"], case.scales["plover"]
    codes = set(acts["cameo"].astype(str)) & plover.weights.keys()
    borrowed = [
        icews.but({code: plover.weights[code]})
        for code in codes
        if icews.weights[code] != plover.weights[code]
    ]
    turned = [scale for scale in borrowed if gap(acts, scale) < 0]
    assert 1 <= len(turned) < 0.1 * len(borrowed)


def test_june_has_one_sign_on_every_scale_and_july_the_other(table):
    months = table("months")
    assert min(months["2025-06"]) > 0
    assert max(months["2025-07"]) < 0


def test_only_the_last_december_has_both_signs(table):
    months = table("months")
    both = [month for month, n in months.items() if min(n) < 0 < max(n)]
    assert both == ["2025-12"]
    assert 0 in np.ravel([n for month, n in months.items() if month < "2026"])


def test_the_highest_days_hardly_move_with_the_scale(highest):
    days = highest.groupby("direction")["date"]
    assert days.nunique().max() > 1
    assert (days.max() - days.min()).max() <= pd.Timedelta(days=3)


def test_the_line_of_signs_lies_low(highest):
    height = highest.groupby("variant")["tension"].max()
    assert height.idxmin() == "Signs of tone"


def test_the_half_life_moves_the_highest_days_far_more(case, acts):
    since, until = case.dense_period
    frames = measures.by_scale(acts, case.scales)
    days = [
        measures.in_variants(
            frames, measures.tension, half_life_days=n, since=since, until=until
        ).pipe(measures.peaks)
        for n in (30, 60)
    ]
    moved = (days[1]["date"] - days[0]["date"]).groupby(days[0]["direction"]).max()
    assert moved.min() >= pd.Timedelta(days=14)


def test_the_lead_in_june_holds_in_every_variant(shown):
    card = drawn(shown, "june")
    assert set(card["share"]) == {1.0}
    assert "100 %" in title(shown, "june")


def test_no_scale_turns_the_lead_in_july_but_three_other_choices_do(table, case):
    turns = table("july")
    assert {scale.label for scale in case.scales.values()}.isdisjoint(turns)
    assert "confirmed only" in turns
    assert "without Russian state-near sources" in turns
    assert "drawn by lot" in turns
    assert 0.25 < turns["all variants"][0] < 0.75


def test_a_swap_of_published_scales_turns_the_lead_over_the_year(shown):
    card = drawn(shown, "year")
    turned = card[card["n_flips"] > 0]
    assert {"scale", "sources"} <= set(turned["dimension"])
    assert set(card["in_reference"]) == {"holds"}


def test_over_the_whole_period_no_scale_turned_it(case, acts):
    assert all(gap(acts, scale) > 0 for scale in case.scales.values())


def test_what_moves_the_peak_in_july_is_no_scale(case, surveyed):
    since, until = case.dense_period
    ways = measures.multiverse(
        case.left_out(surveyed),
        scales=case.scales,
        half_lives_days=[30],
        draws=0,
        since=since,
        until=until,
    )
    peak = measures.peaks_in("RUS>AZE", "2025-07-01", "2025-07-31")
    turned = {name for name, _ in measures.robustness(ways, peak).flips}
    assert turned == {"certainty", "sources"}


def test_a_table_of_ones_own_is_a_scale(tmp_path, acts, shown):
    assert "from utils.tables import read_scale" in shown.cells[-1].source
    path = tmp_path / "mine.csv"
    path.write_text("code,weight\n100,-3\n", "utf-8")
    assert measures.coverage(acts, read_scale(path)).n_weighted > 0
