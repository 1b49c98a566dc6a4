"""Days are read by the calendar, as Python knows it."""

from datetime import date, timedelta

import pandas as pd
import pytest

from utils.events.engines import start
from utils.events.formats.expressions import compact_day, iso_day

YEARS = (1, 4, 100, 400, 1900, 1996, 2000, 2023, 2024, 2100, 9999)
DAYS = [
    date(year, 1, 1) + timedelta(days=n)
    for year in YEARS
    for n in range((date(year, 12, 31) - date(year, 1, 1)).days + 1)
]
NONE = [
    *("20230229", "21000229", "19000229", "20230431", "20230100", "20230001"),
    *("20231301", "20230132", "00000101", "", "2018", "2018x101", " 20180101"),
    *("201801011", "2018-1-1", "٢٠١٨٠١٠١", "20180101\t", "2018010112000"),
]


def read(engine, given, expression):
    working = start(engine)
    rows = working.table(pd.DataFrame({"given": given})).select("given", day=expression)
    return working.collected(rows).set_index("given")["day"].to_dict()


@pytest.mark.parametrize("engine", ["duckdb", "polars", "pandas"])
def test_every_day_of_the_calendar_is_read(engine):
    compact = {f"{day:%Y%m%d}".zfill(8): f"{day}" for day in DAYS}
    assert read(engine, [*compact], compact_day("given")) == compact
    iso = {f"{day}": f"{day}" for day in DAYS}
    assert read(engine, [*iso], iso_day("given")) == iso


@pytest.mark.parametrize("engine", ["duckdb", "polars", "pandas"])
def test_what_is_no_day_is_nothing(engine):
    assert {*read(engine, NONE, compact_day("given")).values()} == {""}
    assert {*read(engine, NONE, iso_day("given")).values()} == {""}


def test_a_time_of_day_may_stand_behind_a_compact_one():
    assert read("duckdb", ["20180101235959"], compact_day("given")) == {
        "20180101235959": "2018-01-01"
    }
