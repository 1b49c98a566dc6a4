"""GDELT's event files: 1.0, 2.0 and the reduced ones."""

from utils.events.formats.expressions import compact_day, text
from utils.events.formats.format import Format

_ACTOR = (
    *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode"),
    *("Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code"),
)
_PLACE = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code")
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
    "actor_country": text("Actor1CountryCode"),
    "target": text("Actor2Code"),
    "target_name": text("Actor2Name"),
    "target_country": text("Actor2CountryCode"),
    "code": text("EventCode"),
    "quad_given": text("QuadClass"),
    "place": text("ActionGeo_FullName"),
    "place_country": text("ActionGeo_CountryCode"),
    "source": text("SOURCEURL"),
}

GDELT_2 = Format(
    name="gdelt-2",
    title="GDELT 2.0 Events",
    columns=_columns((*_PLACE, *_POINT)),
    ontology="cameo",
    event=_EVENT,
    translated={"place_country": "fips"},
    mirrors=(("042", "043"),),
    scale="goldstein-gdelt",
    citation="The GDELT Project, GDELT 2.0 Event Database",
    licence="Open with attribution to the GDELT Project, as stated by GDELT",
)
