"""The suite's own files: what was converted, and the acts of a case."""

import pandas as pd
import polars as pl
import pytest
from event_rows import chosen, read

from utils import events, load
from utils.errors import CaseError, EventFilesError
from utils.events.formats.own import COLUMNS, as_written
from utils.selection import select

ROWS = [
    {"EventCode": "040"},
    {
        **{"EventCode": "040", "Actor1Code": "RUSGOV", "Actor1CountryCode": "RUS"},
        **{"Actor2Code": "AZEGOV", "Actor2CountryCode": "AZE"},
    },
    {"Actor1CountryCode": ""},
    {"SQLDATE": "20180230"},
    {"EventCode": "010", "ActionGeo_CountryCode": "AJ"},
]


def written(read):
    return read.engine.collected(as_written(read.every_line, read.format))


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_what_was_converted_counts_as_the_first_file_did(tmp_path, kind):
    first = read(tmp_path, "gdelt-2", *ROWS)
    own = tmp_path / "own"
    rows = written(first)
    if kind == "csv":
        rows.to_csv(own, index=False)
    else:
        pl.DataFrame(rows.to_dict("list")).write_parquet(own)
    again = events.read(own)
    pd.testing.assert_frame_equal(chosen(again), chosen(first))
    assert again.report().frame().equals(first.report().frame())
    assert again.format.title == "GDELT 2.0 Events, converted"


def test_rows_of_a_format_that_is_not_known_are_refused(tmp_path):
    own = tmp_path / "own"
    pd.DataFrame([["gdelt-9"] + [""] * 23], columns=[*COLUMNS]).to_csv(own, index=False)
    with pytest.raises(EventFilesError, match="line 2, format: 'gdelt-9'"):
        events.read(own)


def test_the_acts_of_a_case_are_events(repository):
    folder = repository / "data/azerbaijan-russia"
    case, acts = load(folder), events.read(folder)
    assert int(acts.daily()["n"].sum()) == len(case.actions)
    wanted = select(directions=["AZE>RUS"], types=["media"])
    found = acts.within(wanted).engine.collected(acts.within(wanted).chosen)
    assert {*found["event_id"]} == {*wanted.apply(case.actions)["action_id"]}
    assert acts.report().n_events == len(case.actions)


def test_a_case_that_is_not_sound_is_refused(tmp_path):
    for name in ("actions", "actors"):
        (tmp_path / f"{name}.csv").write_text("a,b\n")
    with pytest.raises(CaseError):
        events.read(tmp_path)
