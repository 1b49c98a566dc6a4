from datetime import date

import pytest

from utils.explorer.period_picker import PeriodPicker
from utils.explorer.state import ExplorerState
from utils.selection import Selection, select


@pytest.fixture
def state():
    return ExplorerState(selection=select(since="2025-06-01", until="2025-07-31"))


@pytest.fixture
def period(state):
    return PeriodPicker(state, ("2025-06-10", "2025-06-20"))


def press(period, name):
    [button] = [b for b in period.widget.children[3].children if b.description == name]
    button.click()


def test_the_pickers_open_on_the_selection(period):
    assert (period.since.value, period.until.value, period.dates.value) == (
        *(date(2025, 6, 1), date(2025, 7, 31)),
        "possibly",
    )


def test_a_date_is_written_into_the_selection(period, state):
    period.since.value = date(2025, 7, 1)
    assert state.selection == select(since="2025-07-01", until="2025-07-31")


def test_the_meaning_of_uncertain_dates_is_written_too(period, state):
    period.dates.value = "certainly"
    assert state.selection.dates == "certainly"


def test_a_date_taken_away_opens_that_end(period, state):
    period.until.value = None
    assert state.selection == select(since="2025-06-01")


def test_a_selection_from_code_moves_the_pickers(period, state):
    state.selection = select(until="2025-03-01", dates="certainly")
    assert (period.since.value, period.until.value, period.dates.value) == (
        *(None, date(2025, 3, 1)),
        "certainly",
    )


def test_both_ends_change_at_once(period, state):
    heard = []
    state.observe(heard.append, "selection")
    state.selection = select(since="2024-01-01", until="2024-12-31")
    assert len(heard) == 1


def test_a_period_that_ends_before_it_begins_is_told_and_changes_nothing(period, state):
    before = state.selection
    period.since.value = date(2025, 8, 1)
    assert "ends on 2025-07-31, before it begins" in period.fault.value
    assert state.selection == before


def test_mending_the_period_takes_the_sentence_away(period, state):
    period.since.value = date(2025, 8, 1)
    period.until.value = date(2025, 8, 31)
    assert period.fault.value == ""
    assert state.selection == select(since="2025-08-01", until="2025-08-31")


def test_going_back_to_what_was_takes_the_sentence_away(period):
    period.since.value = date(2025, 8, 1)
    period.since.value = date(2025, 6, 1)
    assert period.fault.value == ""


@pytest.mark.parametrize("year", [2, 20, 202])
def test_a_year_that_is_still_being_typed_changes_nothing(period, state, year):
    before = state.selection
    period.since.value = date(year, 7, 1)
    assert (state.selection, period.fault.value) == (before, "")


def test_the_surveyed_period_and_all_dates_are_one_press(period, state):
    press(period, "Surveyed period")
    assert state.selection == select(since="2025-06-10", until="2025-06-20")
    press(period, "All dates")
    assert state.selection == Selection()
