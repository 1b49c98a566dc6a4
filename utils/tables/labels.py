"""Names for coded values, as they stand in a sentence."""

from collections.abc import Iterator

import pandas as pd

from utils.tables.codebook import Codebook


def labels_of(codebook: Codebook, actors: pd.DataFrame) -> dict[str, str]:
    """Give the name of each coded value, by its code.

    Types, tones and certainty are plain words; forms and sides stand in quotes.
    An actor's id followed by a stroke is that body without those below it.
    """
    plain = [codebook.types, codebook.tones, codebook.certainty]
    found = {code: name.lower() for table in plain for code, name in _pairs(table)}
    for table in (codebook.forms, codebook.sides):
        found |= {code: f'"{name}"' for code, name in _pairs(table)}
    names = dict(_pairs(actors))
    alone = {f"{code}/": f"{name} itself" for code, name in names.items()}
    return {**found, **names, **alone}


def _pairs(table: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Give code and name, which are the first two columns of each such table."""
    return zip(table.iloc[:, 0], table.iloc[:, 1], strict=True)
