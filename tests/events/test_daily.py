"""Events of a file, added up by day."""

import pandas as pd
import pytest

from utils.events import Events
from utils.events.engines import DuckEngine
from utils.events.formats.gdelt import GDELT_2
from utils.scale import Scale
from utils.selection import select

SCALE = Scale("mine", {"042": 1.9, "112": -2})


def row(event_id, day, actor, target, code, **more):
    cells = dict.fromkeys(GDELT_2.columns, "")
    cells |= {"GLOBALEVENTID": event_id, "SQLDATE": day, "EventCode": code}
    cells |= {"Actor1CountryCode": actor, "Actor2CountryCode": target}
    return "\t".join((cells | more).values())


@pytest.fixture
def events(tmp_path):
    file = tmp_path / "export"
    rows = [
        row("1", "20180101", "AZE", "RUS", "042"),
        row("2", "20180101", "AZE", "RUS", "042"),
        row("3", "20180101", "RUS", "AZE", "112"),
        row("4", "20180230", "RUS", "AZE", "112"),
        row("5", "20180102", "RUS", "", "112"),
    ]
    file.write_text("\n".join(rows) + "\n")
    return Events((file,), GDELT_2, DuckEngine())


def test_acts_of_a_day_and_direction_are_counted_and_their_weights_added_up(events):
    daily = events.daily(SCALE)
    assert daily["direction"].tolist() == ["AZE>RUS", "RUS>AZE"]
    assert daily["n"].tolist() == [2, 1]
    assert daily["weight"].tolist() == [3.8, -2.0]
    assert daily["date"].tolist() == [pd.Timestamp("2018-01-01")] * 2


def test_a_selection_chooses_what_is_added_up(events):
    chosen = events.within(select(directions=["RUS>AZE"]))
    assert chosen.daily()["n"].tolist() == [1]


def test_the_country_of_the_place_can_be_asked_for(tmp_path):
    (tmp_path / "export").write_text(
        row("1", "20180101", "AZE", "RUS", "042", ActionGeo_CountryCode="AJ") + "\n"
    )
    daily = Events((tmp_path / "export",), GDELT_2, DuckEngine()).daily(
        by=["place_country"]
    )
    assert daily[["place_country", "n"]].to_numpy().tolist() == [["AZE", 1]]
