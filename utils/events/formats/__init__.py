"""The formats of event files that are known here, each a declaration."""

from utils.events.formats.format import CODED, EVENT, Format, Sides
from utils.events.formats.gdelt import GDELT_1, GDELT_2, GDELT_REDUCED

FORMATS = {form.name: form for form in (GDELT_1, GDELT_2, GDELT_REDUCED)}

__all__ = ["CODED", "EVENT", "FORMATS", "Format", "Sides"]
