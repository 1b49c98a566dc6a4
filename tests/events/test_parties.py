"""Ids of parties and of events, read back into what stands in a file."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from utils.events.parties import (
    actors_of,
    countries,
    party_id,
    party_of,
    read_id,
    written_id,
)


@given(st.text())
def test_any_text_can_be_written_as_an_id_and_read_back(text):
    written = written_id(text)
    assert read_id(written) == text
    assert not set(written) - set("_-") - set(map(chr, range(48, 123)))


@given(st.sampled_from(["AZE", "RUS"]), st.text(min_size=1))
def test_a_party_is_read_back_from_its_id(country, actor):
    expected = "" if actor == country else actor
    assert party_of(party_id(country, actor)) == (country, expected)


def test_no_country_is_called_by_a_city_of_it():
    assert (countries()["DEU"], countries()["AZE"]) == ("Germany", "Azerbaijan")
    assert "KNT" not in countries()


def test_a_country_stands_above_its_bodies():
    rows = [("AZE", "AZEGOVMIL", "BAKU"), ("QQQ", "", "")]
    found = actors_of(pd.DataFrame(rows, columns=["country", "actor", "name"]))
    assert found["actor_id"].tolist() == ["AZE", "QQQ", "AZEGOVMIL"]
    assert found["name"].tolist() == [
        *("Azerbaijan", "QQQ", "Azerbaijan (government, military)")
    ]
    assert found["parent_id"].tolist() == ["", "", "AZE"]
