"""What the acts of a case are called where they are counted."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from utils import charts, measures
from utils.about import About
from utils.charts.sheet.unit import in_unit

SIDES = {"sides": ("AZE", "RUS"), "side_names": ("Azerbaijan", "Russia")}
FILES = About("Files", unit="coded event", note="Reports are counted.", **SIDES)
DAY = pd.to_datetime(["2025-01-01", "2025-01-02"])
ACTS = pd.DataFrame({"earliest": DAY, "latest": DAY, "direction": "AZE>RUS"})


def words_of(about):
    return charts.butterfly(measures.counts(ACTS), about=about).layout.meta


def test_a_chart_calls_the_acts_what_the_data_call_them():
    said = words_of(FILES)
    assert said["words"]["title"].startswith("Coded events from AZE")
    assert said["words"]["said"].startswith("Coded events by month")
    assert "0 coded events" in said["words"]["source"]
    assert "coded events by month" in said["alt"]


def test_the_note_stands_once_in_the_footer():
    assert words_of(FILES)["words"]["source"].count("Reports are counted.") == 1


def test_without_a_name_of_their_own_they_are_recorded_acts():
    said = words_of(About("A quarrel", **SIDES))
    assert said["words"]["title"].startswith("Recorded acts from AZE")


@given(st.text())
def test_no_other_words_are_touched(text):
    assert in_unit(About("A quarrel"), text) == text
    if "recorded act" not in text.lower():
        assert in_unit(FILES, text) == text
