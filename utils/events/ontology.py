"""The codes of a system of events: what each means, and under which type it falls."""

from functools import cache
from pathlib import Path

import pandas as pd

from utils.tables.codebook import Shelf, read_codebook

DATA = Path(__file__).parents[2] / "data"
FOLDER = DATA / "ontologies"


@cache
def codes(ontology: str) -> pd.DataFrame:
    """Give `code`, `type`, `form`, `tone` and `quad` of every code, as text.

    >>> codes("cameo").set_index("code").loc["042", ["type", "tone", "quad"]].tolist()
    ['consult', 'cooperative', '1']
    """
    return pd.read_csv(
        FOLDER / ontology / "codes.csv", dtype="str", keep_default_na=False
    )


@cache
def shelf(ontology: str) -> Shelf:
    """Give the codebook and the scales, with the project's own where it has none."""
    folder = FOLDER / ontology
    return read_codebook([folder, DATA / "codebook"], case=folder, largest_file_mb=50)
