"""ICEWS event files as they lie in the Dataverse."""

from utils.events.formats.cameo import MEETINGS, VISITS
from utils.events.formats.expressions import iso_day, told
from utils.events.formats.format import Format

_NOTHING = "NA"


ICEWS = Format(
    name="icews",
    title="ICEWS Coded Event Data",
    columns=(
        *("Event ID", "Event Date", "Source Name", "Source Sectors"),
        *("Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name"),
        *("Target Sectors", "Target Country", "Story ID", "Sentence Number"),
        *("Publisher", "City", "District", "Province", "Country"),
        *("Latitude", "Longitude"),
    ),
    ontology="cameo",
    event={
        "event_id": told("Event ID", _NOTHING),
        "earliest": iso_day("Event Date"),
        "latest": iso_day("Event Date"),
        "actor": told("Source Name", _NOTHING),
        "actor_name": told("Source Name", _NOTHING),
        "actor_country": told("Source Country", _NOTHING),
        "target": told("Target Name", _NOTHING),
        "target_name": told("Target Name", _NOTHING),
        "target_country": told("Target Country", _NOTHING),
        "code": told("CAMEO Code", _NOTHING),
        "place": told("City", _NOTHING),
        "place_country": told("Country", _NOTHING),
        "story": told("Story ID", _NOTHING),
        "source": told("Publisher", _NOTHING),
        "summary": told("Event Text", _NOTHING),
    },
    header=True,
    translated=dict.fromkeys(
        ("actor_country", "target_country", "place_country"), "names"
    ),
    mirrors=VISITS,
    mutual=MEETINGS,
    repeats=True,
    optional=("Event Text", "Publisher", "City", "District", "Province", "Country"),
    scale="goldstein-icews",
    version="CAMEO 1.1b3",
    citation="Boschee et al., ICEWS Coded Event Data, Harvard Dataverse, "
    "doi:10.7910/DVN/28075",
    licence="Terms of the Dataverse; see doi:10.7910/DVN/28075",
)
