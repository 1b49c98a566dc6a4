from dataclasses import replace

import pandas as pd
import pytest

from utils import load, select
from utils.errors import SelectionError
from utils.tables.side_sources import own_sides, told_by_each_side


@pytest.fixture(scope="module")
def case():
    return load("azerbaijan-russia")


def sources(*rows):
    return pd.DataFrame(rows, columns=["side", "publisher_country"])


def test_less_than_three_quarters_of_a_kind_do_not_make_it_a_country_s_own():
    rows = [("press", "A"), ("press", "A"), ("press", "B")]
    assert own_sides(sources(*rows), "A") == []
    assert own_sides(sources(*rows, ("press", "A")), "A") == ["press"]


def test_a_source_of_unknown_country_speaks_against():
    rows = [("press", "A"), ("press", None), ("state", "A")]
    assert own_sides(sources(*rows), "A") == ["state"]


def test_every_kind_that_is_mostly_published_there_is_named():
    rows = [("state", "A"), *[("press", "A")] * 3, ("press", "B")]
    assert own_sides(sources(*rows), "A") == ["press", "state"]


def test_a_period_is_told_by_the_sources_of_each_side(case):
    one, other = told_by_each_side(case, select(since="2025-06", until="2025-07"))
    assert one == select(
        sides=["aze_private", "aze_state"], since="2025-06", until="2025-07"
    )
    assert other.sides == {"rus_private", "rus_state"}


def test_what_was_chosen_of_sources_before_is_dropped(case):
    chosen = select(types="media", only_sides=["turkish"], sides=["western"])
    one, _ = told_by_each_side(case, chosen)
    assert one == select(types="media", sides=["aze_private", "aze_state"])


def test_a_side_without_sources_of_its_own_is_refused(case):
    there = case.sources[case.sources["publisher_country"] != "AZE"]
    with pytest.raises(SelectionError, match=r"published in Azerbaijan, so"):
        told_by_each_side(replace(case, sources=there), select())
