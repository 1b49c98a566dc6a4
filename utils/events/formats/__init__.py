"""The formats of event files that are known here, each a declaration."""

from utils.events.formats.acled import ACLED
from utils.events.formats.case import CASE
from utils.events.formats.format import CODED, EVENT, Format, Sides
from utils.events.formats.gdelt import GDELT_1, GDELT_2, GDELT_REDUCED
from utils.events.formats.icews import ICEWS
from utils.events.formats.mid import COW_MID
from utils.events.formats.polecat import POLECAT

FORMATS = {
    form.name: form
    for form in (
        *(GDELT_1, GDELT_2, GDELT_REDUCED, ICEWS, COW_MID, POLECAT, ACLED),
        CASE,
    )
}

__all__ = ["CODED", "EVENT", "FORMATS", "Format", "Sides"]
