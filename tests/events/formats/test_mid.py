"""Militarized disputes: who acts towards whom, and when, as far as it is known."""

from pathlib import Path

import pandas as pd
import pytest
from event_rows import chosen, left_out, read

from utils import events
from utils.curate.disputes import edtf, towards
from utils.errors import ProjectError
from utils.tables import read_dates

ARMENIA = {"stabb": "ARM", "ccode": "371", "insidea": "0"}
ORIGINAL = Path("data/caucasus-disputes/original/midip-5.0.csv")


def test_a_state_acts_towards_the_one_on_the_other_side(tmp_path):
    found = chosen(read(tmp_path, "cow-mid", {}, ARMENIA))
    assert found["direction"].tolist() == ["ARM>AZE", "AZE>ARM"]
    assert found["form"].tolist() == ["attack", "attack"]


def test_who_does_nothing_or_has_nobody_or_several_across_is_counted(tmp_path):
    third = {"incidnum": "1003"}
    rows = [
        *({}, {**ARMENIA, "action": "0"}),
        {"incidnum": "1002"},
        *(third, {**ARMENIA, **third}, {**ARMENIA, **third, "ccode": "372"}),
    ]
    events = read(tmp_path, "cow-mid", *rows)
    assert left_out(events) == {
        **{"no act": 1, "no other side": 1, "several on the other side": 1}
    }
    directions = sorted(chosen(events)["direction"])
    assert directions == ["ARM>AZE", "AZE>ARM", "GEO>AZE"]


def window(tmp_path, start, end):
    parts = (("year", 0), ("mon", 1), ("day", 2))
    days = {f"st{name}": str(start[place]) for name, place in parts}
    days |= {f"end{name}": str(end[place]) for name, place in parts}
    found = chosen(read(tmp_path, "cow-mid", days, ARMENIA))
    own = found[found["actor_country"] == "AZE"]
    return own[["earliest", "latest"]].to_numpy().tolist()


DAYS = [
    ((1993, 4, 5), (1993, 4, 7)),
    ((1993, 2, -9), (1993, 2, -9)),
    ((1992, 2, -9), (1993, 1, 1)),
    ((1993, 2, -9), (1993, 2, 17)),
    ((1993, -9, -9), (1994, 3, 1)),
    ((1993, -9, -9), (1993, 3, -9)),
    ((1993, 12, -9), (1993, -9, -9)),
]


@pytest.mark.parametrize(("start", "end"), DAYS)
def test_an_unknown_day_is_the_window_that_a_curated_case_has(tmp_path, start, end):
    dates = read_dates(pd.Series([edtf(start, end)]))
    expected = [dates[it].dt.strftime("%Y-%m-%d")[0] for it in ("earliest", "latest")]
    assert window(tmp_path, start, end) == [expected]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        *(((1993, 2, 30), (1993, 3, 1)), ((1993, -9, 4), (1993, 5, 1))),
        *(((1993, 5, 1), (1993, 4, -9)), ((-9, -9, -9), (1993, 1, 1))),
    ],
)
def test_what_is_no_day_there_is_none_here(tmp_path, start, end):
    with pytest.raises(ProjectError):
        edtf(start, end)
    assert window(tmp_path, start, end) == []


def test_the_real_rows_go_the_ways_that_the_curated_case_gives_them(repository):
    given = pd.read_csv(repository / ORIGINAL, dtype="str", keep_default_na=False)
    judged = given.join(towards(given))
    judged = judged[judged["reason"] == ""]
    expected = judged["incidnum"] + "-" + judged["ccode"] + ">" + judged["target"]
    found = events.read(repository / ORIGINAL)
    rows = found.engine.collected(found.chosen)
    numbers = {"AZE": "373", "ARM": "371", "GEO": "372", "RUS": "365"}
    inside = rows[rows["target_country"].isin(numbers)]
    across = inside["event_id"] + ">" + inside["target_country"].map(numbers)
    assert sorted(across) == sorted(expected[judged["target"].isin(numbers.values())])
