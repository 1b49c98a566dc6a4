"""Acts as they stand in a table, and how one is named in a line."""

from collections.abc import Callable, Iterable, Mapping

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
    **{"direction": arrow, "type": label, "certainty": label},
}


def summary(act: pd.Series, labels: Mapping[str, str]) -> str:
    """Say what an act is in a line: its summary, or else its form and its parties.

    `labels` are those of the case.

    >>> act = pd.Series({"summary": "", "form": "173", "actor_name": "Altania",
    ...     "target_name": "Bestovia"})
    >>> summary(act, {"173": '"Arrest"'})
    'Arrest, Altania towards Bestovia'
    """
    if act["summary"]:
        return str(act["summary"])
    parties = f"{act['actor_name']} towards {act['target_name']}"
    return f"{_form(act['form'], labels)}, {parties}"


def _form(code: object, labels: Mapping[str, str]) -> str:
    """Name a form as the codebook does; there it stands in quotes, for sentences."""
    return labels.get(str(code), label(str(code))).strip('"')


def written(
    rows: pd.DataFrame, names: Iterable[str], labels: Mapping[str, str]
) -> pd.DataFrame:
    """Write acts as they stand in a table, by the columns that `told` names.

    `labels` are those of the case.

    >>> acts = pd.DataFrame({"direction": ["A>B"], "form": ["173"], "n": [3]})
    >>> found = written(acts, ["direction", "form", "n"], {"173": '"Arrest"'})
    >>> found.iloc[0].to_dict()
    {'Direction': 'A → B', 'Form': 'Arrest', 'Acts': '3'}
    """
    said = {**_SAID, "form": lambda code: _form(code, labels)}
    columns = {
        _COLUMNS[name]: [
            _cell(value, said.get(name, str)) for value in rows[name].tolist()
        ]
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


def _cell(value: object, say: Callable[[str], str]) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    return say("" if pd.isna(value) else str(value))
