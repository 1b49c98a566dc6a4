"""ACLED's exports; neither of two actors is said to act towards the other."""

import narwhals as nw

from utils.events.formats.days import month_of, written_day
from utils.events.formats.expressions import text
from utils.events.formats.format import Format

_DAY = nw.col("day")


def _country(column: str) -> nw.Expr:
    """Give what a name says of a country: of the forces of it, or in brackets."""
    name = text(column).str.strip_chars()
    without_years = name.str.replace_all(r"\s*\(\d{4}[^)]*\).*$", "")
    inside = without_years.str.replace_all(r"^.*\(|\).*$", "")
    after = without_years.str.replace_all(r"^.* (?:of|from) (?:the )?", "")
    bracketed = without_years.str.contains("(", literal=True)
    return nw.when(bracketed).then(inside).otherwise(after)


def _within_month(*, last: bool) -> nw.Expr:
    whole = text("time_precision") == "3"
    return nw.when(whole).then(month_of(_DAY, last=last)).otherwise(_DAY)


ACLED = Format(
    name="acled",
    title="ACLED",
    columns=(
        *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type"),
        *("event_type", "sub_event_type", "actor1", "assoc_actor_1", "inter1"),
        *("actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"),
        *("iso", "region", "country", "admin1", "admin2", "admin3", "location"),
        *("latitude", "longitude", "geo_precision", "source", "source_scale"),
        *("notes", "fatalities", "tags", "timestamp"),
    ),
    ontology="acled",
    event={
        "event_id": text("event_id_cnty"),
        "earliest": _within_month(last=False),
        "latest": _within_month(last=True),
        "actor": text("actor1"),
        "actor_name": text("actor1"),
        "actor_country": _country("actor1"),
        "target": text("actor2"),
        "target_name": text("actor2"),
        "target_country": _country("actor2"),
        "code": text("sub_event_type"),
        "place": text("location"),
        "place_country": text("country"),
        "source": text("source"),
        "summary": text("notes"),
    },
    prepared=written_day("event_date"),
    separator=",",
    header=True,
    quoted=True,
    directed=False,
    translated=dict.fromkeys(
        ("actor_country", "target_country", "place_country"), "names"
    ),
    repeats=True,
    needed=(
        *("event_id_cnty", "event_date", "event_type", "sub_event_type"),
        *("actor1", "actor2", "country"),
    ),
    optional=("time_precision", "location", "source", "notes"),
    scale="signs",
    version="codebook of 2023",
    citation="Armed Conflict Location & Event Data (ACLED), acleddata.com",
    licence="Not to be passed on; see the terms of ACLED",
)
