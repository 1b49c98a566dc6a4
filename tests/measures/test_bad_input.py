"""Every public measure meets bad input with a sentence, or with a result."""

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache

import numpy as np
import pandas as pd
import pytest
from bad_input import BAD_COLUMNS, CHANGES, INDEXES, NEEDED, OPTIONS
from every_measure import (
    ANNOUNCED,
    BY_ROW,
    MEASURES,
    OF_ROWS,
    PUBLIC,
    SCALE,
    STEPS,
    options,
)

from utils import load, measures, select
from utils.errors import MeasureError


@pytest.fixture(scope="module")
def case():
    """Give the acts of the surveyed period, with weights, and the claims about them."""
    whole = load("azerbaijan-russia")
    chosen = select(since="2024-12-25", until="2025-12-31").apply(whole.actions)
    acts = measures.weigh(chosen, whole.scales[SCALE])
    ids = whole.claims["action_ids"].fillna("").str.split(";")
    told = [{it.strip() for it in row} <= {"", *acts["action_id"]} for row in ids]
    claims = whole.claims[told]
    before = [frame.copy() for frame in (whole.evidence, whole.sources, claims)]
    yield replace(whole, actions=acts, claims=claims)
    after = (whole.evidence, whole.sources, claims)
    assert all(a.equals(b) for a, b in zip(before, after, strict=True))


@pytest.fixture(scope="module")
def whole(case):
    """Write what a measure gives of all acts, once."""
    return cache(lambda name: written(MEASURES[name](case)))


def every(of=MEASURES):
    return pytest.mark.parametrize("name", of)


def is_sentence(said):
    return bool(re.fullmatch(r"(?s)[A-Za-z0-9'].{25,}[^.]\.", said)) and "<" not in said


def met(name, case, /, **more):
    """Measure; give the result, or None where it is refused in a sentence."""
    before, said = case.actions.copy(), ""
    try:
        found = MEASURES[name](case, **more)
    except MeasureError as refusal:
        found, said = None, str(refusal)
    assert before.equals(case.actions), "the acts that were given have been changed"
    assert is_sentence(said) != (found is not None), said
    return found


def parts(found, path=""):
    """Give every column and number of a result, with its name."""
    for name, inside in within(found):
        at = f"{path}.{name}".strip(".")
        if isinstance(inside, pd.Series):
            yield at, inside
        else:
            yield from parts(inside, at)


def within(found):
    """Give what a result is made of: columns, fields, or the values of a dict."""
    if isinstance(found, pd.DataFrame):
        return list(found.items())
    if isinstance(found, dict):
        return [("", value) for value in found.values()]
    if is_dataclass(found):
        return [(field.name, getattr(found, field.name)) for field in fields(found)]
    return [("", pd.Series(np.ravel(found)))]


def unannounced(name, found):
    """Name the numbers that are missing or infinite, and not said to be so."""
    bare = {path for path, part in parts(found) if not finite(part)}
    return bare - set(ANNOUNCED.get(name, ()))


def finite(part):
    """Say whether all numbers are; one that is marked as missing (NA) is not silent."""
    if part.dtype.kind != "f":
        return True
    marked = isinstance(part.dtype, pd.Float64Dtype)
    numbers = part.dropna() if marked else part
    return bool(np.isfinite(numbers.to_numpy(float)).all())


def written(found):
    """Write the values of a result, by the name of the column."""
    texts = {}
    for path, part in parts(found):
        rounded = part.astype(float).round(9) if part.dtype.kind == "f" else part
        texts.setdefault(path, []).extend(rounded.astype(object).map(str))
    return texts


def test_every_public_measure_is_in_the_table():
    assert set(MEASURES) == PUBLIC


@every()
def test_every_option_of_a_measure_is_tried(name):
    assert {it for it in options(name) if it not in OPTIONS} == set()


@every()
def test_no_act_leads_to_an_error_or_a_number_that_is_none(name, case, subtests):
    for change, changed in CHANGES.items():
        with subtests.test(change):
            found = met(name, replace(case, actions=changed(case.actions)))
            assert unannounced(name, found) == set()


@every()
def test_what_is_no_weight_or_day_is_refused_where_it_is_needed(name, case, subtests):
    for column in NEEDED:
        bare = replace(case, actions=case.actions.drop(columns=column))
        with subtests.test(column):
            needed = met(name, bare) is None
            for change in BAD_COLUMNS.get(column, []):
                found = met(name, replace(case, actions=change(case.actions)))
                assert found is None or not needed


@every()
def test_a_number_or_a_word_that_is_none_is_refused(name, case):
    tried = [(it, value) for it in options(name) for value in OPTIONS[it]]
    taken = [it for it in tried if met(name, case, **dict([it])) is not None]
    assert taken == []


@every(of=[name for name in MEASURES if {"since", "until"} <= options(name)])
def test_a_period_that_ends_before_it_begins_is_refused(name, case):
    with pytest.raises(MeasureError, match="ends on 2025-06-01, before it begins"):
        MEASURES[name](case, since="2025-06-02", until="2025-06-01")


@every(of=[name for name in MEASURES if "draws" in options(name)])
def test_no_draws_are_no_interval(name, case):
    assert (met(name, case, draws=0) is None) == (name != "multiverse")


@every()
def test_the_index_of_the_acts_makes_no_difference(name, case, whole):
    for index in INDEXES.values():
        found = MEASURES[name](replace(case, actions=index(case.actions)))
        assert written(found) == whole(name)


@every(of=[name for name in MEASURES if name not in OF_ROWS])
def test_the_order_of_the_acts_makes_no_difference(name, case, whole):
    acts = case.actions.sample(frac=1, random_state=3)
    found, usual = written(MEASURES[name](replace(case, actions=acts))), whole(name)
    moved = {path for path in usual if sorted(found[path]) != sorted(usual[path])}
    assert moved <= BY_ROW.get(name, set())


@every(of=[name for name in MEASURES if {"since", "until"} <= options(name)])
def test_a_period_without_an_act_is_measured_or_refused(name, case):
    empty = replace(case, actions=case.actions.iloc[:0])
    found = met(name, empty, since="2025-06-01", until="2025-06-02")
    assert unannounced(name, found) == set()


@pytest.mark.parametrize("step", STEPS)
def test_what_measures_give_each_other_may_be_empty_or_lack_columns(step, case):
    give, names = STEPS[step]
    frame = give(case)
    for take in [getattr(measures, name) for name in names]:
        with pytest.raises(MeasureError, match=r"(?s)need.*column.*\.$"):
            take(frame[[]])
        try:
            found = take(frame.iloc[:0])
        except MeasureError as refusal:
            found = str(refusal)
        assert isinstance(found, str) or unannounced(take.__name__, found) == set()
