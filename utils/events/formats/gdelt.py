"""GDELT's event files: 1.0, 2.0 and the reduced ones."""

from typing import Any

from utils.events.formats.cameo import MEETINGS, OLDER_CODES, VISITS
from utils.events.formats.expressions import compact_day, renamed, text, whole
from utils.events.formats.format import Format

_ACTOR = (
    *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode"),
    *("Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code"),
)
_PLACE = ("Type", "FullName", "CountryCode", "ADM1Code")
_POINT = ("Lat", "Long", "FeatureID")


def _columns(place: tuple[str, ...]) -> tuple[str, ...]:
    return (
        *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
        *(f"Actor{number}{name}" for number in (1, 2) for name in _ACTOR),
        *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass"),
        *("GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone"),
        *(
            f"{whose}Geo_{name}"
            for whose in ("Actor1", "Actor2", "Action")
            for name in place
        ),
        *("DATEADDED", "SOURCEURL"),
    )


_EVENT = {
    "event_id": text("GLOBALEVENTID"),
    "earliest": compact_day("SQLDATE"),
    "latest": compact_day("SQLDATE"),
    "actor": text("Actor1Code"),
    "actor_name": text("Actor1Name"),
    "actor_country": renamed(text("Actor1CountryCode"), OLDER_CODES),
    "target": text("Actor2Code"),
    "target_name": text("Actor2Name"),
    "target_country": renamed(text("Actor2CountryCode"), OLDER_CODES),
    "code": text("EventCode"),
    "quad_given": text("QuadClass"),
    "place": text("ActionGeo_FullName"),
    "place_country": text("ActionGeo_CountryCode"),
    "published": compact_day("DATEADDED"),
    "story": text("SOURCEURL"),
    "source": text("SOURCEURL"),
}
_SHAPES = {
    "GLOBALEVENTID": r"\d+",
    "SQLDATE": r"\d{8}",
    "EventCode": r"\d{2,4}",
    "QuadClass": r"[1-4]",
}
_CAMEO: dict[str, Any] = {
    "ontology": "cameo",
    "mirrors": VISITS,
    "mutual": MEETINGS,
    "scale": "goldstein-gdelt",
    "version": "CAMEO 1.1b3",
    "licence": "Open with attribution to the GDELT Project, as stated by GDELT",
}

GDELT_1 = Format(
    name="gdelt-1",
    title="GDELT 1.0 Events",
    columns=_columns((*_PLACE, *_POINT)),
    event=_EVENT,
    translated={"place_country": "fips"},
    shapes={**_SHAPES, "DATEADDED": r"\d{8}"},
    header_cell="SQLDATE",
    optional=("SOURCEURL",),
    citation="The GDELT Project, GDELT 1.0 Event Database",
    **_CAMEO,
)
GDELT_2 = Format(
    name="gdelt-2",
    title="GDELT 2.0 Events",
    columns=_columns((*_PLACE, "ADM2Code", *_POINT)),
    event=_EVENT,
    translated={"place_country": "fips"},
    shapes={**_SHAPES, "DATEADDED": r"\d{14}"},
    header_cell="SQLDATE",
    citation="The GDELT Project, GDELT 2.0 Event Database",
    **_CAMEO,
)
GDELT_REDUCED = Format(
    name="gdelt-reduced",
    title="GDELT 1.0 reduced",
    columns=(
        *("Date", "Source", "Target", "CAMEOCode", "NumEvents", "NumArts"),
        *("QuadClass", "Goldstein"),
        *(
            f"{whose}Geo{name}"
            for whose in ("Source", "Target", "Action")
            for name in ("Type", "Lat", "Long")
        ),
    ),
    event={
        "earliest": compact_day("Date"),
        "latest": compact_day("Date"),
        "actor": text("Source"),
        "actor_country": renamed(text("Source").str.slice(0, 3), OLDER_CODES),
        "target": text("Target"),
        "target_country": renamed(text("Target").str.slice(0, 3), OLDER_CODES),
        "code": text("CAMEOCode"),
        "quad_given": text("QuadClass"),
    },
    header=True,
    n=whole("NumEvents"),
    translated={"actor_country": "cameo", "target_country": "cameo"},
    citation="The GDELT Project, GDELT 1.0 Event Database, reduced",
    **{**_CAMEO, "mirrors": (), "mutual": ()},
)
