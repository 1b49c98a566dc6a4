"""POLECAT: weekly files coded by PLOVER's types and modes."""

import narwhals as nw

from utils.events.formats.expressions import iso_day, renamed, told
from utils.events.formats.format import Format

_NOTHING = "None"
_QUADS = {
    "verbal cooperation": "1",
    "material cooperation": "2",
    "verbal conflict": "3",
    "material conflict": "4",
}
_PARTY = (
    *("{0} Name", "{0} Country", "{0} COW", "Primary {0} Sector", "{0} Sectors"),
    *("{0} Title", "{0} Name Raw", "Wikipedia {0} ID"),
)


def _told(column: str) -> nw.Expr:
    return told(column, _NOTHING)


def _code() -> nw.Expr:
    kind, mode = _told("Event Type").str.to_uppercase(), _told("Event Mode")
    both = nw.concat_str(kind, mode.str.to_lowercase(), separator="-")
    return nw.when(mode == "").then(kind).otherwise(both)


def _is_list(column: str) -> nw.Expr:
    return _told(column).str.contains(r"[;,|]")


POLECAT = Format(
    name="polecat",
    title="POLECAT",
    columns=(
        *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity"),
        *("Quad Code", "Contexts"),
        *(name.format(who) for who in ("Actor", "Recipient") for name in _PARTY),
        *("Placename", "City", "District", "Province", "Country", "Latitude"),
        *("Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source"),
        *("Publication Date", "Story People", "Story Organizations"),
        *("Story Locations", "Language", "Version"),
    ),
    ontology="plover",
    event={
        "event_id": _told("Event ID"),
        "earliest": iso_day("Event Date"),
        "latest": iso_day("Event Date"),
        "actor": _told("Actor Name"),
        "actor_name": _told("Actor Name"),
        "actor_country": _told("Actor Country"),
        "target": _told("Recipient Name"),
        "target_name": _told("Recipient Name"),
        "target_country": _told("Recipient Country"),
        "code": _code(),
        "quad_given": renamed(_told("Quad Code").str.to_lowercase(), _QUADS),
        "place": _told("Placename"),
        "place_country": _told("Country"),
        "published": iso_day("Publication Date"),
        "source": _told("Source"),
    },
    header=True,
    refused={
        "several countries": _is_list("Actor Country") | _is_list("Recipient Country")
    },
    translated={"place_country": "names"},
    repeats=True,
    needed=(
        *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity"),
        *("Quad Code", "Actor Name", "Actor Country", "Recipient Name"),
        "Recipient Country",
    ),
    optional=("Placename", "Country", "Publication Date", "Source"),
    also_called={"Intensity": "Event Intensity"},
    scale="plover",
    version="PLOVER",
    citation="Halterman et al., POLECAT Weekly Data, Harvard Dataverse, "
    "doi:10.7910/DVN/AJGVIT",
    licence="Not to be passed on; see doi:10.7910/DVN/AJGVIT",
)
