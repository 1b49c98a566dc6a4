"""Lists that turn a country's name or its code elsewhere into the code used here."""

from functools import cache

import pandas as pd

from utils.events.ontology import FOLDER


@cache
def countries(listed: str) -> pd.DataFrame:
    """Give `given` and `country` (ISO 3166-1 alpha-3) of one list, as text.

    The lists are `fips` (FIPS 10-4), `cow` (numbers of the Correlates of War),
    `cameo` and `names`.

    >>> countries("fips").set_index("given").loc["AJ", "country"]
    'AZE'
    """
    path = FOLDER / "countries" / f"{listed}.csv"
    return pd.read_csv(path, dtype="str", keep_default_na=False)
