"""What an invented file has of invented acts."""

import pandas as pd
import pytest
from invented_events import events_of

from utils.errors import EventsError
from utils.selection import select
from utils.tables import case_of

ACTS = [
    ("a1", "2025-03-01", "AZE", "RUS", "accuse", "112"),
    ("a2", "2025-03-01", "AZE", "RUS", "accuse", "112"),
    ("a3", "2025-03-10", "RUS", "AZE", "meet", "040"),
    ("a4", "[2025-03-12..2025-03-20]", "RUS", "AZE", "accuse", "111"),
    ("a5", "2025-05-01", "AZE", "RUS", "accuse", "112"),
    ("a6", "2025-03-03", "AZE", "RUS", "accuse", ""),
]
ROWS = [
    ("1", "2025-03-01", "AZE", "RUS", "111"),
    ("2", "2025-03-03", "AZE", "RUS", "010"),
    ("3", "2025-03-10", "AZE", "RUS", "040"),
    ("4", "2025-03-22", "RUS", "AZE", "110"),
    ("5", "2025-03-31", "RUS", "AZE", "190"),
    ("6", "2025-03-02", "AZE", "TUR", "112"),
]


@pytest.fixture(scope="module")
def case():
    """Give six acts: four to be compared, one of other days, one without a code."""
    columns = ["action_id", "date", "actor_id", "target_id", "form", "cameo"]
    acts = pd.DataFrame(ACTS, columns=columns).assign(type="media", summary="x")
    actors = pd.DataFrame({"actor_id": ["AZE", "RUS"], "name": ["A", "R"]})
    actors = actors.assign(country=actors["actor_id"], role="country", parent_id="")
    return case_of({"actions": acts, "actors": actors}, sides=["AZE", "RUS"])


@pytest.fixture(scope="module")
def events(tmp_path_factory):
    return events_of(tmp_path_factory.mktemp("events"), ROWS)


@pytest.fixture(scope="module")
def seen(case, events):
    return asked(events, case)


def asked(events, case, chosen=None, window_days=2, kind="root"):
    return events.against(case, chosen, window_days=window_days, kind=kind)


def test_one_of_two_acts_has_the_one_event_and_a_wide_window_reaches_further(seen):
    assert seen.acts["action_id"].tolist() == ["a1", "a2", "a3", "a4"]
    assert seen.acts["seen"].tolist() == [True, False, False, True]
    assert seen.acts["n_near"].tolist() == [1, 1, 0, 1]
    assert seen.acts["seen_on"].dt.day.tolist()[::3] == [1, 22]
    assert seen.acts["days_apart"].tolist()[::3] == [0, 2]


def test_recall_is_the_share_seen_with_its_exact_interval(seen):
    # Clopper and Pearson for 2 of 4.
    assert (seen.recall.value, seen.recall.n) == (0.5, 4)
    assert seen.recall.low == pytest.approx(0.0676, abs=1e-4)
    assert seen.recall.high == pytest.approx(0.9324, abs=1e-4)


def test_recall_can_be_parted_by_direction(seen):
    parted = seen.by("direction").set_index("direction")
    assert parted[["n_acts", "n_seen"]].to_numpy().tolist() == [[2, 1], [2, 1]]


def test_what_is_beside_adds_up_to_the_events_of_those_directions(seen):
    numbers = seen.beside[["n_counted", "n_alike", "n_beside"]].sum()
    assert numbers.tolist() == [2, 0, 3]
    assert set(seen.beside.loc[seen.beside["n_beside"] > 0, "type"]) == {
        *("make_public_statement", "consult", "fight"),
    }


def test_it_says_itself_with_all_that_was_left_out(seen):
    said = str(seen)
    assert "2 of 4 recorded acts have a coded event of their own: 50 %" in said
    assert "the same direction and CAMEO root, lies within 2 days" in said
    assert "1 more act is near events that are counted for another act." in said
    assert "2 are counted for an act, 0 more are like one, and 3 are like none" in said
    assert "1 act is not certainly within these days." in said
    assert "1 act is without a code to compare." in said


def test_a_wider_kind_sees_no_less(seen):
    table = seen.under_other_choices()
    assert list(table.columns) == [0, 1, 2, 7]
    assert table.loc["root"].tolist() == [0.25, 0.25, 0.5, 0.5]
    assert (table.loc["quad"] >= table.loc["root"]).all()


def test_by_chance_alone_acts_of_other_days_would_be_seen_too(seen):
    assert seen.by_chance["moved_days"].min() == 5
    assert seen.by_chance["moved_days"].max() == 26
    assert seen.by_chance["share"].between(0, 1).all()


def test_a_selection_chooses_the_acts_to_be_compared(events, case):
    only = asked(events, case, select(directions=["RUS>AZE"]))
    assert only.acts["action_id"].tolist() == ["a3", "a4"]


def test_the_days_of_the_events_bound_what_is_compared(events, case):
    early = asked(events.within(select(since="2025-03-01", until="2025-03-09")), case)
    assert early.acts["action_id"].tolist() == ["a1", "a2"]
    assert early.until == "2025-03-09"


def test_where_no_act_lies_in_the_days_of_the_events_recall_is_refused(events, case):
    other = events.within(select(since="2025-04-01", until="2025-04-30"))
    with pytest.raises(EventsError, match=r"none of the 6 chosen acts lies certainly"):
        asked(other, case)


@pytest.mark.parametrize("window_days", [-1, 1.5, True, "2"])
def test_days_that_are_no_whole_number_are_refused(events, case, window_days):
    with pytest.raises(EventsError, match="window_days is a whole number of days"):
        asked(events, case, window_days=window_days)
