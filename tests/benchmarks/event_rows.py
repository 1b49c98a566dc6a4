"""GDELT-shaped rows of any number, the same for the same seed, as files or a question.

The cells are as long as real ones. Dyads, days and codes vary as they do there: few
countries are in most rows, three of four rows lack the country of a party, a few
tell of a day a year before, a few ids come twice.
"""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from utils.events.formats.gdelt import GDELT_2
from utils.events.ontology import codes

COUNTRIES = (
    *("USA", "RUS", "GBR", "CHN", "ISR", "UKR", "IND", "TUR", "FRA", "DEU"),
    *("IRN", "PAK", "AUS", "CAN", "JPN", "SYR", "EGY", "KOR", "ITA", "IRQ"),
    *("SAU", "AFG", "NGA", "POL", "ESP", "PSE", "LBN", "QAT", "ZAF", "GRC"),
    *("ARM", "AZE", "GEO", "MEX", "BRA", "PHL", "IDN", "KEN", "VNM", "NLD"),
)
PLACES = (
    "Baku, Baki, Azerbaijan",
    "Moscow, Moskva, Russia",
    "Washington, District of Columbia, United States",
    "Yerevan, Yerevan, Armenia",
    "Tbilisi, T'bilisi, Georgia",
    "Paris, France (general), France",
    "Kyiv, Kyyiv, Misto, Ukraine",
    "Beijing, Beijing, China",
)
YEARS = 10


def write_export(file: Path, rows: int, seed: int = 1) -> Path:
    """Write so many rows as GDELT 2.0 has them, once; give the file."""
    if not file.exists():
        unfinished = file.with_suffix(".unfinished")
        with duckdb.connect() as connection:
            connection.execute("SET memory_limit = '512MB'")
            connection.execute("SET preserve_insertion_order = true")
            connection.execute(
                f"COPY ({export_sql(rows, seed)}) TO '{unfinished}' "
                "(HEADER false, DELIMITER '\t', QUOTE '', ESCAPE '')"
            )
        unfinished.rename(file)
    return file


def export_sql(rows: int, seed: int = 1) -> str:
    """Give the question whose answer is the rows, column by column."""
    cells = dict.fromkeys(GDELT_2.columns, "''") | _event(rows) | _places() | _ends()
    draws = ", ".join(
        f"(hash(i, {seed}, {k}) >> 11)::DOUBLE / 9007199254740992 AS u{k}"
        for k in range(8)
    )
    columns = ", ".join(f"{cells[name]} AS {name}" for name in GDELT_2.columns)
    days = f"INTERVAL (floor(i * {YEARS * 365} / {rows})::INTEGER) DAY"
    stale = "CASE WHEN u7 < 0.03 THEN INTERVAL 365 DAY ELSE INTERVAL 0 DAY END"
    return (
        f"WITH drawn AS (SELECT i, {draws} FROM range({rows}) r(i)), dated AS "
        f"(SELECT *, DATE '2015-02-18' + {days} - {stale} AS day FROM drawn) "
        f"SELECT {columns} FROM dated"
    )


def _event(rows: int) -> dict[str, str]:
    code = _one_of(list(codes("cameo")["code"]), "power(u3, 2)")
    actor, target = (
        _one_of(COUNTRIES, f"power(least(u{k} * 2, 0.999999), 3)") for k in (1, 2)
    )
    found = {
        "GLOBALEVENTID": "700000000 + i - (u0 < 0.002)::BIGINT",
        "SQLDATE": "strftime(day, '%Y%m%d')",
        "MonthYear": "strftime(day, '%Y%m')",
        "Year": "strftime(day, '%Y')",
        "FractionDate": "strftime(day, '%Y.') || (1000 + u4 * 8999)::INTEGER",
        "IsRootEvent": "(u4 < 0.5)::INTEGER",
        "EventCode": code,
        "EventBaseCode": f"left({code}, 3)",
        "EventRootCode": f"left({code}, 2)",
        "QuadClass": "1 + floor(u5 * 4)::INTEGER",
        "GoldsteinScale": "round(u5 * 20 - 10, 1)",
        "NumMentions": "1 + floor(u6 * 20)::INTEGER",
        "NumSources": "1",
        "NumArticles": "1 + floor(u6 * 20)::INTEGER",
        "AvgTone": "u4 * 20 - 10",
    }
    for who, country, draw in (("Actor1", actor, "u1"), ("Actor2", target, "u2")):
        there = f"CASE WHEN {draw} < 0.5 THEN {country} ELSE '' END"
        found |= {
            f"{who}Code": f"{there} || CASE WHEN u6 < 0.4 THEN 'GOV' ELSE '' END",
            f"{who}Name": f"CASE WHEN {draw} < 0.5 THEN 'NAME OF ' ELSE '' END || "
            f"{there}",
            f"{who}CountryCode": there,
            f"{who}Type1Code": "CASE WHEN u6 < 0.4 THEN 'GOV' ELSE '' END",
        }
    return found


def _places() -> dict[str, str]:
    found = {}
    for k, whose in enumerate(("Actor1", "Actor2", "Action")):
        found |= {
            f"{whose}Geo_Type": "4",
            f"{whose}Geo_FullName": _one_of(PLACES, f"u{k + 4}"),
            f"{whose}Geo_CountryCode": _one_of(["AJ", "RS", "US", "AM"], f"u{k + 4}"),
            f"{whose}Geo_ADM1Code": "'RS48'",
            f"{whose}Geo_ADM2Code": "'25106'",
            f"{whose}Geo_Lat": f"round(u{k + 4} * 90, 4)",
            f"{whose}Geo_Long": f"round(u{k + 4} * 180, 4)",
            f"{whose}Geo_FeatureID": f"-(u{k + 4} * 3000000)::INTEGER",
        }
    return found


def _ends() -> dict[str, str]:
    return {
        "DATEADDED": "strftime(day, '%Y%m%d') || '120000'",
        "SOURCEURL": "'https://www.example.org/world/' || strftime(day, '%Y/%m/%d') "
        "|| '/an-article-of-a-usual-length-' || hash(i)::VARCHAR || "
        "CASE WHEN u0 < 0.0001 THEN '-ə' ELSE '' END || '.html'",
    }


def _one_of(texts: Sequence[str], share: str) -> str:
    listed = ", ".join("'" + text.replace("'", "''") + "'" for text in texts)
    return f"([{listed}])[1 + floor({share} * {len(texts)})::INTEGER]"
