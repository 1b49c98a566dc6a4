"""Read what a case says of itself in its `datapackage.json`."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from utils.errors import CaseError, Fault
from utils.tables.dates import read_dates

FILE = "datapackage.json"


@dataclass(frozen=True)
class Package:
    """Name, title, version, the two sides, the dense period and the licence."""

    name: str
    title: str
    version: str
    sides: tuple[str, str]
    dense_period: tuple[str, str]
    licence: str
    authors: tuple[str, ...] = ()
    created: str = ""


def read_package(folder: Path) -> Package:
    """Read the file with JSON alone.

    Raises
    ------
    CaseError
        If the file is missing or malformed, or lacks what a case needs.
    """
    told = _json(folder / FILE)
    if faults := list(_faults(told)):
        raise CaseError(folder, faults)
    period = told["densePeriod"]
    return Package(
        *(told["name"], told["title"], told["version"]),
        sides=tuple(sorted(told["sides"])),
        dense_period=(period["since"], period["until"]),
        licence=told["licenses"][0]["name"],
        authors=tuple(_titles(told.get("contributors"))),
        created=str(told.get("created", "")),
    )


def _json(path: Path) -> dict[str, Any]:
    try:
        told = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        fault = _fault((None, ""), "is missing", "add it, with name, title and sides")
    except json.JSONDecodeError as why:
        problem = f"is no JSON ({why.msg})"
        fault = Fault(FILE, why.lineno, None, "", problem, "mend the line")
    except (OSError, UnicodeDecodeError, RecursionError, ValueError) as why:
        fault = _fault((None, ""), f"cannot be read ({why})", "save it as UTF-8")
    else:
        if isinstance(told, dict):
            return told
        fault = _fault((None, ""), "is no JSON object", "begin it with { and a name")
    raise CaseError(path.parent, [fault])


def _faults(told: dict[str, Any]) -> Iterator[Fault]:
    for name in ("name", "title", "version"):
        if not _is_text(told.get(name)):
            yield _fault((name, told.get(name)), "is no text", f"give the {name}")
    if not _are_sides(told.get("sides")):
        remedy = 'write the two countries, as ["AZE", "RUS"]'
        yield _fault(("sides", told.get("sides")), "is not two countries", remedy)
    if not _is_period(told.get("densePeriod")):
        problem, remedy = "is no period", "give since and until, two days as 2025-06-29"
        yield _fault(("densePeriod", told.get("densePeriod")), problem, remedy)
    if not _is_licensed(told.get("licenses")):
        remedy = 'write [{"name": "CC-BY-4.0"}] or another licence'
        yield _fault(("licenses", told.get("licenses")), "names no licence", remedy)


def _fault(field: tuple[str | None, object], problem: str, remedy: str) -> Fault:
    name, value = field
    return Fault(FILE, None, name, str(value or ""), problem, remedy)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _are_sides(value: object) -> bool:
    if not isinstance(value, list) or not all(map(_is_text, value)):
        return False
    return len(value) == len(set(value)) == 2


def _is_period(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    since, until = str(value.get("since")), str(value.get("until"))
    forms = read_dates(pd.Series([since, until]))["form"]
    return bool(forms.eq("day").all()) and since <= until


def _is_licensed(value: object) -> bool:
    if not isinstance(value, list) or not value or not isinstance(value[0], dict):
        return False
    return _is_text(value[0].get("name"))


def _titles(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else []:
        if isinstance(one, dict) and _is_text(one.get("title")):
            yield one["title"]
