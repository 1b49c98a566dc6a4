"""Acts as they stand in a table, and how one is named in a line."""

from collections.abc import Callable, Iterable

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


def written(rows: pd.DataFrame, names: Iterable[str]) -> pd.DataFrame:
    """Write acts as they stand in a table, by the columns that `told` names.

    >>> acts = pd.DataFrame({"direction": ["A>B"], "form": ["law_suit"], "n": [3]})
    >>> written(acts, ["direction", "form", "n"]).iloc[0].to_dict()
    {'Direction': 'A → B', 'Form': 'Law suit', 'Acts': '3'}
    """
    columns = {
        _COLUMNS[name]: [_cell(name, value) for value in rows[name].tolist()]
        for name in names
    }
    return pd.DataFrame(columns, dtype="str")


def told(acts: pd.DataFrame) -> list[str]:
    """Name the columns of the acts of a case that a table has.

    Where no act has a summary there is its form instead, and certainty only where it
    was coded; `n` is how many acts a row stands for.

    >>> told(pd.DataFrame({"date": ["2025"], "form": ["accuse"], "summary": [""],
    ...     "certainty": [None], "n": [3]}))
    ['date', 'form', 'n']
    """
    recorded = not len(acts) or acts["summary"].ne("").any()
    without = {"form" if recorded else "summary"}
    if len(acts) and acts["certainty"].isna().all():
        without.add("certainty")
    return [name for name in _COLUMNS if name in acts and name not in without]


def _cell(name: str, value: object) -> str:
    if name == N:
        return f"{value:,}"
    return _SAID.get(name, str)("" if pd.isna(value) else str(value))
