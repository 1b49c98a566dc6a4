"""Who acts towards whom in a militarized dispute, and when."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.curate.disputes import ACTIONS, UNKNOWN, edtf, towards
from utils.errors import ProjectError
from utils.tables import read_dates

SPANS = [
    ((1999, 3, 19), (1999, 3, 19), "1999-03-19"),
    ((1999, 3, 19), (1999, 3, 30), "1999-03-19/1999-03-30"),
    ((2011, 1, 3), (2014, 12, 31), "2011-01-03/2014-12-31"),
    ((1993, 2, -9), (1993, 2, -9), "1993-02"),
    ((1993, 2, -9), (1993, 2, 28), "1993-02"),
    ((1993, 2, -9), (1993, 2, 27), "[1993-02-01..1993-02-27]"),
    ((1993, 2, -9), (1993, 6, 4), "1993-02"),
    ((1993, 9, 3), (1993, 9, -9), "1993-09-03"),
    ((1993, -9, -9), (1993, -9, -9), "1993"),
    ((1993, -9, -9), (1993, 5, -9), "[1993-01-01..1993-05-31]"),
    ((1993, -9, -9), (1993, 5, 7), "[1993-01-01..1993-05-07]"),
    ((1996, 2, -9), (1996, 2, -9), "1996-02"),
]
NO_SPANS = [
    ((1999, 2, 29), (1999, 3, 1), "is no day of the calendar"),
    ((1999, 13, -9), (1999, 13, -9), "is no day of the calendar"),
    ((-9, -9, -9), (1999, 3, 1), "is no day of the calendar"),
    ((1999, -9, 4), (1999, 3, 1), "of an unknown month"),
    ((1999, 3, 30), (1999, 3, 19), "cannot end by 1999-03-19"),
    ((1999, 3, -9), (1999, 2, -9), "cannot end by 1999-02-28"),
]


@pytest.mark.parametrize(("start", "end", "text"), SPANS)
def test_what_is_known_of_the_days_is_written_and_no_more(start, end, text):
    assert edtf(start, end) == text


@pytest.mark.parametrize(("start", "end", "why"), NO_SPANS)
def test_days_that_cannot_be_are_refused(start, end, why):
    with pytest.raises(ProjectError, match=why):
        edtf(start, end)


@st.composite
def parts(draw):
    """Give a day of the calendar, with its day, or day and month, perhaps unknown."""
    day = draw(st.dates(date(1992, 1, 1), date(1996, 12, 31)))
    known = draw(st.integers(1, 3))
    told = (day.year, day.month, day.day)[:known]
    return day, (*told, *[UNKNOWN] * (3 - known))


@given(parts(), parts())
def test_the_day_that_an_act_began_is_never_outside_what_is_written(one, other):
    (start, first), (end, last) = sorted([one, other])
    [found] = read_dates(pd.Series([edtf(first, last)])).itertuples()
    assert found.earliest.date() <= start <= found.latest.date()
    both_known = UNKNOWN not in (*first, *last)
    assert found.lasted_days == ((end - start).days + 1 if both_known else 1)


def incident(*participants):
    columns = ["incidnum", "ccode", "insidea", "action"]
    return pd.DataFrame([("1", *one) for one in participants], columns=columns)


def test_who_acts_does_so_towards_the_other_side():
    rows = incident(("371", "1", "16"), ("373", "0", "0"))
    assert towards(rows)["target"].to_list() == ["373", ""]


def test_in_a_clash_both_act_towards_each_other():
    rows = incident(("371", "1", "17"), ("373", "0", "17"))
    assert towards(rows)["target"].to_list() == ["373", "371"]


def test_towards_which_of_several_states_is_not_guessed():
    rows = incident(("345", "1", "7"), ("365", "0", "1"), ("373", "0", "0"))
    assert towards(rows).to_numpy().tolist() == [
        ["", "2 states stand on the other side"],
        ["345", ""],
        ["", "takes no militarized action"],
    ]


def test_who_stands_alone_acts_towards_nobody():
    rows = incident(("371", "1", "7"), ("365", "1", "7"))
    assert {*towards(rows)["reason"]} == {"no state stands on the other side"}


def test_incidents_are_not_mixed_up():
    both = pd.concat([incident(("371", "1", "16")), incident(("373", "0", "0"))])
    rows = both.assign(incidnum=["1", "2"])
    assert towards(rows)["target"].to_list() == ["", ""]


def test_the_actions_are_numbered_as_in_mid():
    assert [ACTIONS.index(name) for name in ("alert", "seizure", "clash")] == [
        8,
        15,
        17,
    ]
    assert len(ACTIONS) == 22
