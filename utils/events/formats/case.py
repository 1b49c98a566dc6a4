"""The acts of a case of this suite, as own files have them."""

from utils.events.formats.format import Format
from utils.events.formats.own import COLUMNS

CASE = Format(
    name="case",
    title="Acts of a case",
    columns=COLUMNS,
    ontology="cameo",
    event={},
    header=True,
    separator=",",
    needed=COLUMNS,
)
