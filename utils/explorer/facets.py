"""The facets: what each offers, what is counted beside it, what it writes."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from utils.charts.sheet.words import arrow
from utils.explorer.facet_picker import FacetPicker
from utils.explorer.state import ExplorerState
from utils.explorer.stock import Shown
from utils.selection import NOTHING
from utils.tables import Case

Option = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Facet:
    """One field of the selection, and what may be ticked in it.

    `codes` numbers the value of each act; `holds` says for each option (row)
    which of these values (columns) it stands for.
    """

    field: str
    title: str
    options: list[Option]
    codes: np.ndarray
    holds: np.ndarray

    def counts(self, shown: Shown) -> dict[str, int]:
        """Count the acts of each option under all other filters."""
        beside = self.codes[shown.beside(self.field)]
        n = np.bincount(beside[beside >= 0], minlength=self.holds.shape[1])
        sums = (self.holds @ n).tolist()
        values = [option["value"] for option in self.options]
        return dict(zip(values, sums, strict=True))


def facets(case: Case) -> list[Facet]:
    """Give the facets of a case: direction, type, certainty, actor."""
    book = case.codebook
    return [
        _facet(case, "directions", "Direction", _directions(case)),
        _facet(case, "types", "Type", _coded(book.types, "type")),
        _facet(case, "certainty", "Certainty", _coded(book.certainty, "certainty")),
        _facet(case, "actors", "Actor", _actors(case)),
    ]


def picker(facet: Facet, state: ExplorerState) -> FacetPicker:
    """Give the widget of a facet, tied to its field of the selection both ways."""
    widget = FacetPicker(title=facet.title, options=facet.options)

    values = {option["value"] for option in facet.options}

    def choose(change: Any) -> None:
        wanted = [NOTHING] if change.new == [] else change.new or []
        state.selection = state.selection.but(**{facet.field: wanted})

    def ticked(change: Any = None) -> None:
        chosen = getattr(state.selection, facet.field)
        widget.unobserve(choose, "chosen")
        widget.set_trait("chosen", [*(chosen & values)] if chosen else None)
        widget.observe(choose, "chosen")

    widget.observe(choose, "chosen")
    ticked()
    state.observe(ticked, "selection")
    return widget


_COLUMNS = {"directions": "direction", "types": "type", "certainty": "certainty"}


def _facet(case: Case, field: str, title: str, options: list[Option]) -> Facet:
    column = case.actions[_COLUMNS.get(field, "actor_path")].cat
    apart = "/" if field == "actors" else ""
    values = [option["value"] for option in options]
    held = [_parts(str(name), apart) for name in column.categories]
    holds = np.array([[v in parts for parts in held] for v in values], dtype=np.int64)
    codes = column.codes.to_numpy().astype(np.int64)
    return Facet(field, title, options, codes, holds.reshape(len(values), -1))


def _parts(value: str, apart: str) -> list[str]:
    parts = value.split(apart) if apart else [value]
    return [*parts, f"{parts[-1]}/"] if apart else parts


def _coded(table: pd.DataFrame, key: str) -> list[Option]:
    rows = table[[key, "label", "definition"]].itertuples(index=False, name=None)
    return [{"value": v, "label": n, "definition": d} for v, n, d in rows]


def _directions(case: Case) -> list[Option]:
    names = _names(case)
    occur = case.actions["direction"].value_counts()
    shown = [d for d in case.actions["direction"].cat.categories if occur[d]]
    return [
        {
            "value": direction,
            "label": _replaced(arrow(direction), names),
            "definition": f"Acts coded {direction}: actor first, target second.",
        }
        for direction in shown
    ]


def _names(case: Case) -> dict[str, str]:
    actors = case.actors.set_index("actor_id")["name"]
    countries = case.actors.loc[case.actors["role"] == "country", "actor_id"]
    return actors[countries].to_dict()


def _replaced(text: str, names: dict[str, str]) -> str:
    return " ".join(names.get(word, word) for word in text.split(" "))


def _actors(case: Case) -> list[Option]:
    """Give the actors that act, each below the body that it belongs to."""
    paths = case.actions["actor_path"]
    acting = {str(path) for path in paths.cat.categories[paths.cat.codes.unique()]}
    groups = {
        path.rsplit("/", n)[0] for path in acting for n in range(1, path.count("/") + 1)
    }
    actors = case.actors.set_index("actor_id")
    found: list[Option] = []
    for path in sorted(
        acting | groups,
        key=lambda path: (path.split("/")[0] not in case.sides, path.split("/")),
    ):
        found.append(_actor(path.split("/"), actors))
        if path in acting and path in groups:
            found.append(_itself(path.split("/")[-1], actors))
    return found


def _actor(parts: list[str], actors: pd.DataFrame) -> Option:
    row = actors.loc[parts[-1]]
    role = str(row["role"]).replace("_", " ")
    said = [parts[-1], role, row["country"]]
    return {
        "value": parts[-1],
        "label": row["name"],
        "also": f"{row['name_native']} {parts[-1]}",
        "definition": ", ".join(dict.fromkeys(said)),
        "parent": parts[-2] if len(parts) > 1 else "",
    }


def _itself(actor_id: str, actors: pd.DataFrame) -> Option:
    name = actors.loc[actor_id, "name"]
    return {
        "value": f"{actor_id}/",
        "label": f"{name} itself",
        "definition": f"Acts of {name}, without the bodies below it",
        "parent": actor_id,
    }
