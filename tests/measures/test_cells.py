"""Rows that stand for several acts: counted as so many, or refused."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from every_measure import MEASURES, PUBLIC, SCALE
from hypothesis import given
from hypothesis import settings as laws
from hypothesis import strategies as st

from utils import load, measures, select
from utils.errors import MeasureError

REFUSED = {
    *("answered_more", "answers_lower", "chains", "delays", "in_kind", "proportion"),
    *("missing_triggers", "reply_pairs", "reply_rate", "alone", "alone_share"),
    *("claim_support", "contradictions", "evidence_matrix", "reporting"),
    *("source_numbers", "verdicts"),
}
"""What needs each act by itself."""
BY_ROW = {
    *("by_certainty", "by_scale", "draw_dates", "drawn_days", "multiverse", "spread"),
    *("vanished_acts", "weigh"),
}
"""What gives the acts themselves, a row for each row."""
NO_ACTS = {
    *("agreement", "bradley_terry", "disagreements", "fade", "scale_from"),
    "simulate_hawkes",
}
"""What takes no frame of acts."""
COUNTED = sorted(PUBLIC - REFUSED - BY_ROW - NO_ACTS)


def each_by_itself(cells):
    """Write out the acts of each row as rows of their own."""
    acts = cells.loc[cells.index.repeat(cells["n"])].drop(columns="n")
    ids = [f"{name}-{i}" for i, name in enumerate(acts["action_id"])]
    return acts.reset_index(drop=True).assign(action_id=ids)


def columns(found, path=""):
    """Give every column and number of a result, with its name, as plain lists."""
    if isinstance(found, pd.DataFrame):
        found = {str(name): column.tolist() for name, column in found.items()}
    elif hasattr(found, "__dataclass_fields__"):
        found = {name: getattr(found, name) for name in found.__dataclass_fields__}
    elif isinstance(found, np.ndarray):
        found = found.tolist()
    if isinstance(found, dict):
        parts = [columns(part, f"{path}.{name}") for name, part in found.items()]
        return {name: value for part in parts for name, value in part.items()}
    if isinstance(found, tuple | list):
        parts = [columns(part, f"{path}[{i}]") for i, part in enumerate(found)]
        return {name: value for part in parts for name, value in part.items()}
    return {path: found}


def alike(one, other):
    """Say where two results differ by more than rounding."""
    one, other = columns(one), columns(other)
    assert one.keys() == other.keys()
    return [
        (name, value, other[name])
        for name, value in one.items()
        if not _same(value, other[name])
    ]


def _same(one, other):
    if isinstance(one, float) and isinstance(other, float | int):
        return bool(np.isclose(one, other, rtol=1e-9, atol=1e-7, equal_nan=True))
    return str(one) == str(other)


@pytest.fixture(scope="module")
def cells():
    """Give the surveyed acts, of known day each, as rows of one to four acts."""
    case = load("azerbaijan-russia")
    chosen = select(since="2024-12-25", until="2025-12-31").apply(case.actions)
    acts = measures.weigh(chosen, case.scales[SCALE]).reset_index(drop=True)
    acts = acts.assign(latest=acts["earliest"], n=1 + np.arange(len(acts)) % 4)
    return replace(case, actions=acts)


@pytest.fixture(scope="module")
def single(cells):
    return replace(cells, actions=each_by_itself(cells.actions))


def test_every_public_measure_is_decided():
    assert PUBLIC >= REFUSED | BY_ROW | NO_ACTS
    assert set(COUNTED) <= set(MEASURES)


@pytest.mark.parametrize("name", COUNTED)
def test_a_row_of_several_acts_counts_as_so_many(name, cells, single):
    assert alike(MEASURES[name](cells), MEASURES[name](single)) == []


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_needs_single_acts_says_so(name, cells):
    with pytest.raises(MeasureError, match="stand for several acts of a day"):
        MEASURES[name](cells)


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_rows_of_one_act_each_are_single_acts(name, cells):
    ones = replace(cells, actions=cells.actions.assign(n=1))
    bare = replace(cells, actions=cells.actions.drop(columns="n"))
    told = [_answer(name, case) for case in (ones, bare)]
    assert alike(*told) == []


def _answer(name, case):
    try:
        return MEASURES[name](case)
    except MeasureError as refusal:
        return str(refusal)


@pytest.mark.parametrize("name", [*COUNTED, *sorted(REFUSED)])
def test_a_number_that_is_not_whole_is_refused(name, cells):
    odd = cells.actions["n"].where(cells.actions.index != 5, 1.5)
    with pytest.raises(MeasureError, match=r"of 4\d\d rows|of \d+ rows"):
        MEASURES[name](replace(cells, actions=cells.actions.assign(n=odd)))


def test_days_are_not_drawn_for_several_acts_at_once(cells):
    late = cells.actions["latest"].mask(cells.actions.index == 1, "2025-03-01")
    acts = cells.actions.assign(latest=late)
    with pytest.raises(MeasureError, match="A day drawn by lot needs each act"):
        measures.draw_dates(acts)
    assert len(measures.drawn_days(acts.drop(index=1), draws=2)[0]) == len(acts) - 1


def test_acts_that_vanished_are_listed_with_their_number(cells):
    frames = {"all": cells.actions, "some": cells.actions.iloc[2:]}
    assert measures.vanished_acts(frames)["n"].tolist() == [1, 2]


def test_an_act_that_both_sets_have_stands_for_as_many_in_both(cells):
    acts = cells.actions
    with pytest.raises(MeasureError, match="differs in its number of acts"):
        measures.compare_counts(acts, acts.assign(n=acts["n"] + 1))
    with pytest.raises(MeasureError, match="differs in its number of acts"):
        measures.compare_counts(acts, acts.drop(columns="n"))


@st.composite
def day_cells(draw):
    """Give a few rows, some of which may lie on any of several days."""
    size = draw(st.integers(1, 8))

    def column(values):
        return [draw(st.sampled_from(values)) for _ in range(size)]

    first = pd.Timestamp("2025-06-25") + pd.to_timedelta(column(range(12)), unit="D")
    lasts = pd.to_timedelta(column([0, 0, 0, 1, 9]), unit="D")
    types = pd.Categorical(column(["media", "judicial"]), ["media", "judicial"])
    return pd.DataFrame(
        {
            "action_id": [f"c{i}" for i in range(size)],
            "earliest": first,
            "latest": first + lasts,
            "direction": column(["A>B", "B>A"]),
            "type": types,
            "tone": column(["conflictual", "neutral"]),
            "form": column(["accuse", "expel", "praise"]),
            "cameo": column(["111", "112"]),
            "actor_country": column(["A", "B"]),
            "target_country": column(["A", "B"]),
            "certainty": pd.Categorical(column(["confirmed", "disputed"])),
            "weight": column([-4.0, -1.5, 0.0, 2.0, np.nan]),
            "n": column([1, 1, 2, 5, 40]),
        }
    )


FORMS = pd.DataFrame({"form": ["accuse", "expel", "praise"], "rung": [2, 7, None]})
RUNGS = pd.DataFrame({"rung": [2, 7], "label": ["Blame", "Removal"]})
MINE = measures.Scale("mine", {"111": -2})
FORMAL = measures.Scale("formal", {"accuse": -3, "praise": 2}, column="form")
LAWS = {
    "balance": lambda acts: measures.balance(acts, draws=20),
    # Where counts are fractions, their last digits may change what is drawn.
    "breadth": lambda acts: measures.breadth(acts, "month", draws=10).drop(
        columns=["low", "high"]
    ),
    "compare_scales": lambda acts: measures.compare_scales(acts, [MINE, FORMAL]),
    "cooperation": lambda acts: measures.cooperation(acts, "week"),
    "counts": lambda acts: measures.counts(acts, "week", by=["direction", "type"]),
    "coverage": lambda acts: measures.coverage(acts, MINE),
    "daily": measures.daily,
    "ladder": lambda acts: measures.ladder(acts, FORMS, RUNGS, window_days=3),
    "tension": lambda acts: measures.tension(acts, half_life_days=4),
    "unranked": lambda acts: measures.unranked(acts, FORMS),
    "who_towards_whom": measures.who_towards_whom,
    "more_acts": lambda acts: measures.more_acts("A>B", "B>A")(acts),
    "heavier": lambda acts: measures.heavier("A>B", "B>A")(acts),
    "compare_tension": lambda acts: measures.compare_tension(
        acts, acts[acts["type"].eq("media")]
    ),
    "compare_counts": lambda acts: measures.compare_counts(
        acts, acts[acts["type"].eq("media")], "week"
    ),
}


@pytest.mark.parametrize("name", LAWS)
@laws(max_examples=15)
@given(day_cells())
def test_cells_measure_as_their_acts_do(name, cells):
    told = []
    for acts in (cells, each_by_itself(cells)):
        try:
            told.append(LAWS[name](acts))
        except MeasureError as refusal:
            told.append(str(refusal))
    assert alike(*told) == []


def test_uncertain_acts_of_one_row_are_drawn_apart_in_a_search_for_breaks():
    days = pd.date_range("2025-01-01", periods=40, freq="7D").repeat([1, 2] * 20)
    wide = pd.to_timedelta(9 * (np.arange(len(days)) % 3 == 0), unit="D")
    ends = {"earliest": days, "latest": days + wide}
    cells = pd.DataFrame({"action_id": "x", **ends, "n": 3})
    found = [
        measures.change_points(acts, "week", draws=10, penalty=2)
        for acts in (cells, each_by_itself(cells))
    ]
    assert alike(found[0].table, found[1].table) == []
