"""A case of chosen events: single acts where they are few, day cells where not."""

from collections.abc import Collection, Iterable
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import narwhals as nw
import pandas as pd

from utils.errors import EventsError
from utils.events.case_tables import (
    Tables,
    in_order,
    tables_of_cells,
    tables_of_events,
)
from utils.events.daily import added_up, as_daily
from utils.events.ontology import book, shelf
from utils.events.said import NOTE, title_of, unit_of
from utils.tables import Case
from utils.tables.derive import typed_tables
from utils.tables.schema import CASE_TABLES

if TYPE_CHECKING:
    from utils.events.events import Events

MOST_ACTS = 20_000
"""So many events are shown one by one; more of them are shown by the day."""
MOST_CELLS = 200_000
CELL = ("direction", "code", "type", "form", "tone")
Sides = Collection[str]


def n_events(events: "Events") -> int:
    """Count the events that are chosen."""
    counted = events.condensed(("direction",)).select(nw.col("n").sum())
    return int(events.engine.collected(counted)["n"].fillna(0).sum())


def single_acts(events: "Events", most: int) -> pd.DataFrame:
    """Give the chosen events one by one; see `Events.acts`."""
    found = _single(events, most)
    tables = tables_of_events(found, events.format.ontology)
    acts = _typed(tables, events, _two_of(tables, ()))["actions"]
    return acts.assign(quad=found["quad"], quad_given=found["quad_given"])


def day_cells(events: "Events", most: int) -> pd.DataFrame:
    """Give the chosen events by the day; see `Events.cells`."""
    lazy = added_up(events.condensed(CELL), None, CELL).head(most + 1)
    found = as_daily(events.engine.collected(lazy), None)
    if len(found) > most:
        raise EventsError(
            f"The chosen events make more than {most:,} day cells; choose fewer: "
            "directions, or years by since and until."
        )
    days = found["date"].astype("datetime64[us]")
    cameo = found["code"] if events.format.ontology == "cameo" else ""
    return found.assign(date=days, earliest=days, latest=days, cameo=cameo)


def case_of_events(events: "Events", sides: Sides, *, title: str, most: int) -> Case:
    """Give a case of the chosen events; see `Events.case`."""
    ontology = events.format.ontology
    if n_events(events) > most:
        cells = day_cells(events, MOST_CELLS)
        tables = tables_of_cells(cells, ontology)
    else:
        tables = tables_of_events(_single(events, most), ontology)
    _refuse_none(tables, events)
    both = _two_of(tables, sides)
    if not both[0]:
        raise EventsError(
            f"All chosen events are within {both[1]}; a case lies between two "
            "countries: choose events of another, too."
        )
    typed = _typed(tables, events, both)
    return Case(
        **_said(events, title),
        **typed,
        sides=both,
        dense_period=_period(typed["actions"], events),
        checksum=_checksum(tables),
        codebook=book(ontology),
        scales=shelf(ontology).scales(),
    )


def _single(events: "Events", most: int) -> pd.DataFrame:
    found = events.engine.collected(events.chosen.head(most + 1))
    if len(found) > most:
        raise EventsError(
            f"The chosen events are {n_events(events):,}, and at most {most:,} are "
            "given one by one: choose fewer (directions, types, or years by since and "
            "until), take cells(), or give a higher number as most."
        )
    return in_order(found)


def _typed(tables: Tables, events: "Events", sides: tuple[str, str]) -> Tables:
    """Give every table of a case, with typed columns; what is not there is empty."""
    whole = {
        table: _with_all(tables.get(table, pd.DataFrame()), columns)
        for table, columns in CASE_TABLES.items()
    }
    return dict(typed_tables(whole, book(events.format.ontology), sides))


def _with_all(frame: pd.DataFrame, columns: Iterable[str]) -> pd.DataFrame:
    missing = [column for column in columns if column not in frame]
    empty = pd.DataFrame("", frame.index, missing, dtype="str")
    whole = pd.concat([frame, empty], axis=1)
    if "earliest" in whole:
        whole["date"] = _written(whole)
    return whole


def _written(acts: pd.DataFrame) -> pd.Series:
    first, last = (acts[it].dt.strftime("%Y-%m-%d") for it in ("earliest", "latest"))
    return first.where(first == last, "[" + first + ".." + last + "]").astype("str")


def _two_of(tables: Tables, sides: Sides) -> tuple[str, str]:
    """Give the two sides: those asked for, or those with the most between them.

    Where nothing lies between two countries, the first side has no name.
    """
    acts, actors = tables["actions"], tables["actors"]
    if sides:
        return _asked(sides, {*actors["country"]})
    n = acts["n"] if "n" in acts else pd.Series(1, acts.index)
    ends = acts["direction"].str.extract("^(.*?)(?:>|--)(.*)$")
    pairs = pd.DataFrame({"one": ends.min(axis=1), "other": ends.max(axis=1), "n": n})
    between = pairs[pairs["one"] != pairs["other"]]
    sums = between.groupby(["one", "other"], as_index=False)["n"].sum()
    if sums.empty:
        return "", min(actors["country"], default="none")
    top = sums.sort_values(["n", "one", "other"], ascending=[False, True, True])
    return str(top["one"].iloc[0]), str(top["other"].iloc[0])


def _asked(sides: Sides, countries: set[str]) -> tuple[str, str]:
    known = ", ".join(sorted(countries))
    if isinstance(sides, str) or len({*sides}) != 2:
        raise EventsError(
            f'The sides are two countries, as in sides=("AZE", "RUS"), not {sides!r}.'
        )
    if unknown := sorted({*sides} - countries):
        raise EventsError(
            f"No chosen event has {' or '.join(unknown)} as a party; there are {known}."
        )
    one, other = sorted(sides)
    return one, other


def _refuse_none(tables: Tables, events: "Events") -> None:
    if tables["actions"].empty:
        chosen = events.selection.describe()
        raise EventsError(
            f"There are no events to make a case of; chosen are {chosen}. Choose "
            "other countries, days or types, and see report() for what was left out."
        )


def _period(acts: pd.DataFrame, events: "Events") -> tuple[str, str]:
    """Give the days asked for; where they are open, those of the chosen events."""
    first, last = acts["earliest"].min(), acts["latest"].max()
    chosen = events.selection
    return chosen.since or f"{first:%Y-%m-%d}", chosen.until or f"{last:%Y-%m-%d}"


def _said(events: "Events", title: str) -> dict[str, Any]:
    """Say where the events come from."""
    form = events.format
    folder = Path(events.files[0]).parent if events.files else Path()
    return {
        "name": form.name,
        "title": title or title_of(form, events.selection),
        "version": getattr(form, "version", "") or form.title,
        "licence": form.licence,
        "authors": (form.citation,) if form.citation else (),
        "folder": folder,
        "unit": unit_of(form),
        "note": NOTE,
        "opens_on": form.scale,
    }


def _checksum(tables: Tables) -> str:
    """Hash what was made of the files, which is the same on every engine."""
    whole = sha256()
    for name, frame in tables.items():
        whole.update(f"{name} {','.join(frame.columns)} {len(frame)}\n".encode())
        rows = frame.astype("str").to_numpy().ravel().tolist()
        whole.update("\n".join(chain(rows)).encode())
    return whole.hexdigest()
