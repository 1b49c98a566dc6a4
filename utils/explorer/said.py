"""Acts as they stand in a table, and how one is named in a line."""

from collections.abc import Callable, Iterator

import pandas as pd

from utils.charts.sheet.words import arrow, label
from utils.multiplicity import N

RECORDED = "What is recorded"
_COLUMNS = {
    "date": "Date",
    "direction": "Direction",
    "type": "Type",
    "form": "Form",
    N: "Acts",
    "summary": RECORDED,
    "certainty": "Certainty",
}
_SAID: dict[str, Callable[[str], str]] = {
    "date": lambda date: date.replace("..", ".. ").replace("/", "/ "),
    **{"direction": arrow, "type": label, "form": label, "certainty": label},
}


def summary(act: pd.Series) -> str:
    """Say what an act is in a line: its summary, or else its form and its parties.

    >>> summary(pd.Series({"summary": "A note.", "form": "accuse"}))
    'A note.'
    >>> summary(pd.Series({"summary": "", "form": "accuse", "actor_name": "Altania",
    ...     "target_name": "Bestovia"}))
    'Accuse, Altania towards Bestovia'
    """
    if act["summary"]:
        return str(act["summary"])
    parties = f"{act['actor_name']} towards {act['target_name']}"
    return f"{label(str(act['form']))}, {parties}"


def written(rows: pd.DataFrame, every: pd.DataFrame | None = None) -> pd.DataFrame:
    """Write acts as they stand in a table.

    Where no act (of `every`, the acts of the case) has a summary there is its form
    instead, and certainty only where it was coded; `Acts` says how many a row stands
    for.

    >>> acts = pd.DataFrame({"date": ["2025"], "direction": ["A>B"], "type": ["media"],
    ...     "form": ["accuse"], "summary": [""], "certainty": [None], "n": [3]})
    >>> written(acts).iloc[0].tolist()
    ['2025', 'A → B', 'Media', 'Accuse', '3']
    """
    names = _told(rows if every is None else every)
    columns = {
        _COLUMNS[name]: [_cell(name, value) for value in rows[name].tolist()]
        for name in names
    }
    return pd.DataFrame(columns, dtype="str")


def _told(acts: pd.DataFrame) -> Iterator[str]:
    recorded = not len(acts) or acts["summary"].ne("").any()
    without = {"form" if recorded else "summary"}
    if len(acts) and acts["certainty"].isna().all():
        without.add("certainty")
    return (name for name in _COLUMNS if name in acts and name not in without)


def _cell(name: str, value: object) -> str:
    if name == N:
        return f"{value:,}"
    return _SAID.get(name, str)("" if pd.isna(value) else str(value))
