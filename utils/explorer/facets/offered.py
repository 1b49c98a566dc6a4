"""What the facets of a case offer: values of the codebook, and bodies in a tree."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from utils.charts.sheet.words import arrow
from utils.explorer.empty import NAMES
from utils.explorer.facets.bodies import Bodies
from utils.explorer.facets.facet import Facet, Option, Values, boxes_below
from utils.explorer.facets.tree import tree
from utils.selection.conditions import CODED, source_counts
from utils.selection.shape import N_SOURCES
from utils.tables import Case

OPEN = ("directions", "types", "actors")
"""Facets that open unfolded."""
_BOOKS = {
    "types": ("types", "type"),
    "forms": ("forms", "form"),
    "tones": ("tones", "tone"),
    "certainty": ("certainty", "certainty"),
    "sides": ("sides", "side"),
}


def facets(case: Case) -> list[Facet]:
    """Give the facets of a case, in the order in which they stand beside it.

    They are direction, type, actor, target, form, tone, certainty, side of source,
    the same with no other side, and number of sources; the last three only where
    the case has evidence, and certainty where it was coded for an act.
    """
    coded = ["forms", "tones", *(["certainty"] * _is_coded(case))]
    told = [] if case.evidence.empty else [_side(case), _alone(case), _sources(case)]
    return [
        _coded(case, "directions", _directions(case)),
        _coded(case, "types", _listed(case, "types")),
        _bodies(case, "actors"),
        _bodies(case, "targets"),
        *(_coded(case, field, _listed(case, field)) for field in coded),
        *told,
    ]


def _is_coded(case: Case) -> bool:
    """Say whether certainty was coded; a case without an act may have one any time."""
    return case.actions.empty or bool(case.actions["certainty"].notna().any())


def _side(case: Case) -> Facet:
    return _coded(case, "sides", _listed(case, "sides"))


def _coded(case: Case, field: str, options: list[Option]) -> Facet:
    """Give a facet whose values stand in a column, one or several to an act."""
    column, apart = CODED[field]
    values = case.actions[column].cat
    held = [name.split(apart) if apart else [name] for name in values.categories]
    names = [option["value"] for option in options]
    return Facet(
        field,
        NAMES[field],
        column,
        options,
        values.codes.to_numpy(),
        _holds([{option} for option in names], held),
        Values(names),
        field in OPEN,
    )


def _bodies(case: Case, field: str) -> Facet:
    """Give the facet of those who act, or are acted upon, below their countries."""
    column = CODED[field][0]
    paths = case.actions[column].cat
    codes = paths.codes.to_numpy()
    used = [str(paths.categories[code]) for code in np.unique(codes[codes >= 0])]
    bodies = Bodies(used)
    options = tree(case, bodies)
    boxes = {path: {box} for path, box in bodies.boxes.items()}
    held = [boxes.get(str(path), set()) for path in paths.categories]
    below = boxes_below(options)
    holds = _holds([{*below[option["value"]]} for option in options], held)
    title, opens = NAMES[field], field in OPEN
    return Facet(field, title, column, options, codes, holds, bodies, opens)


def _alone(case: Case) -> Facet:
    """Give the facet of the sides whose sources support an act with no other's.

    Beside a box stand the acts that this side alone reports; ticked together, sides
    let through as well what several of them report and no further one.
    """
    field = "only_sides"
    column, _ = CODED[field]
    values = case.actions[column].cat
    options = [
        {**it, "definition": f"Acts that no other sources support. {it['definition']}"}
        for it in _listed(case, "sides")
    ]
    names = [option["value"] for option in options]
    holds = np.array([[name == held for held in values.categories] for name in names])
    codes, naming = values.codes.to_numpy(), Values(names)
    sums = holds.astype(np.int64).reshape(len(names), -1)
    return Facet(field, NAMES[field], column, options, codes, sums, naming)


def _sources(case: Case) -> Facet:
    codes = source_counts(case.actions["n_sources"]).astype(np.int8)
    # A case read from its tables has a source for every act.
    names = [number for number in N_SOURCES if number != "0" or (codes == 0).any()]
    options = [_number(number) for number in names]
    held = _holds([{name} for name in names], [[number] for number in N_SOURCES])
    field = "n_sources"
    return Facet(field, NAMES[field], field, options, codes, held, Values(names))


def _number(number: str) -> Option:
    said = {"0": "no source", "1": "1 source", "4+": "4 or more sources"}
    label = said.get(number, f"{number} sources")
    definition = f"Acts that {label} {'supports' if number == '1' else 'support'}."
    if number == "0":
        definition = "Acts that no source supports."
    return {"value": number, "label": label.capitalize(), "definition": definition}


def _holds(wanted: Iterable[set[str]], held: Iterable[Iterable[str]]) -> np.ndarray:
    """Say for each option (row) which values of a column (columns) it stands for."""
    parts = [set(names) for names in held]
    rows = [[not one.isdisjoint(other) for other in parts] for one in wanted]
    return np.array(rows, dtype=np.int64).reshape(len(rows), len(parts))


def _listed(case: Case, field: str) -> list[Option]:
    book, key = _BOOKS[field]
    table: pd.DataFrame = getattr(case.codebook, book)
    rows = table[[key, "label", "definition"]].itertuples(index=False, name=None)
    return [{"value": v, "label": n, "definition": d} for v, n, d in rows]


def _directions(case: Case) -> list[Option]:
    """Give the directions that occur, those between the two sides first."""
    actors = case.actors.set_index("actor_id")
    names = actors.loc[actors["role"] == "country", "name"].to_dict()
    occur = case.actions["direction"].value_counts()
    shown = [d for d in case.actions["direction"].cat.categories if occur[d]]
    return [
        {
            "value": direction,
            "label": " ".join(names.get(w, w) for w in arrow(direction).split(" ")),
            "definition": f"Acts coded {direction}: actor first, target second.",
        }
        for direction in shown
    ]
