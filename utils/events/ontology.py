"""The codes of a system of events: what each means, and under which type it falls."""

from functools import cache
from pathlib import Path

import pandas as pd

from utils.tables.codebook import Codebook, Shelf, read_codebook

DATA = Path(__file__).parents[2] / "data"
FOLDER = DATA / "ontologies"
SHARED = DATA / "coded-events"
"""The words that all files of events share: roles, certainty, sides, countries."""


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
    folders = [folder, SHARED, DATA / "codebook"]
    return read_codebook(folders, case=folder, largest_file_mb=50)


@cache
def book(ontology: str) -> Codebook:
    """Give the words of an ontology, each with label and definition.

    >>> book("cameo").types["label"].iloc[0]
    'Make public statement'
    """
    return shelf(ontology).codebook()
