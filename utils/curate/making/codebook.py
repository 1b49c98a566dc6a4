"""The codebook of a new case: only what will have to be extended."""

from collections.abc import Mapping
from pathlib import Path

from utils.curate.making.asked import Asked
from utils.curate.making.rows import csv_text
from utils.tables.loading import DATA
from utils.tables.schema import CODEBOOK_TABLES

COPIED = ("types", "forms")
"""Tables of the common codebook that are copied, to be added to."""
NOT_LOOKED_AT = "ownership and steering were not examined for each of them."


def codebook_files(wanted: Asked) -> Mapping[str, str]:
    """Give the tables as text: the sides of this case, and copies to add to."""
    common = DATA / "codebook"
    copies = {f"codebook/{name}.csv": _text(common / f"{name}.csv") for name in COPIED}
    header = list(CODEBOOK_TABLES["sides"])
    return {"codebook/sides.csv": csv_text([header, *_sides(wanted)]), **copies}


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


def _sides(wanted: Asked) -> list[list[str]]:
    rows = []
    for side, name in zip(wanted.sides, wanted.names, strict=True):
        code = side.lower()
        state = f"Bodies of the state of {name} and media that it owns."
        other = (
            f"Media and organizations of {name} that are not owned by the state in "
            f"name; {NOT_LOOKED_AT}"
        )
        rows += [
            [f"{code}_state", f"{name}, state", code, name, state],
            [f"{code}_private", f"{name}, private", code, name, other],
        ]
    bodies = "Texts of international organizations."
    rest = "Media and organizations of all other countries, media in exile among them."
    return [
        *rows,
        ["intergovernmental", "International organization", "other", "Other", bodies],
        ["other", "Other countries", "other", "Other", rest],
    ]
