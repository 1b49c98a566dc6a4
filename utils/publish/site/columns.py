"""What the tables of a case say of themselves in its `datapackage.json`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from utils.publish.site.plan import Plan

TABLES = ("actions", "actors", "sources", "evidence", "landmarks", "claims")
_WORDS_OF = {
    ("actions", "type"): "types",
    ("actions", "form"): "forms",
    ("actions", "certainty"): "certainty",
    ("actions", "cameo"): "scales",
    ("actors", "role"): "roles",
    ("sources", "side"): "sides",
}


@dataclass(frozen=True)
class Column:
    """A column: what it means, and where the codebook lists its words, if it does."""

    name: str
    meaning: str = ""
    needed: bool = False
    words: tuple[str, ...] = ()
    codebook: str = ""
    leads_to: str = ""


@dataclass(frozen=True)
class Table:
    """A table of a case: its file, what it holds, and its columns."""

    name: str
    path: Path
    title: str
    description: str = ""
    columns: tuple[Column, ...] = field(default=())


def tables_of(plan: Plan) -> list[Table]:
    """Give the tables that the case has, told by its data package as far as it does."""
    folder = plan.case.folder
    told = _resources(folder / "datapackage.json")
    paths = {name: folder / f"{name}.csv" for name in TABLES}
    return [
        _table(plan, path, told.get(name, {}))
        for name, path in paths.items()
        if path.is_file()
    ]


def rows_of(table: Table) -> "list[list[str]]":
    """Give the rows of a table as they stand in its file, the head first."""
    import csv

    with table.path.open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.reader(file) if row]


def _resources(path: Path) -> dict[str, dict[str, Any]]:
    """Read the resources by name; `load` has found the file to be sound JSON."""
    told = json.loads(path.read_text("utf-8-sig")).get("resources")
    rows = [one for one in told if isinstance(one, dict)] if told else []
    return {str(one.get("name")): one for one in rows}


def _table(plan: Plan, path: Path, told: Mapping[str, Any]) -> Table:
    name = path.stem
    schema = told.get("schema") or {}
    fields = {one.get("name"): one for one in schema.get("fields", [])}
    leads = _leads(schema, name)
    head = rows_of(Table(name, path, name))[0]
    columns = [_column(name, c, fields.get(c, {}), leads.get(c, "")) for c in head]
    title = str(told.get("title") or name.capitalize())
    return Table(name, path, title, str(told.get("description", "")), tuple(columns))


def _leads(schema: Mapping[str, Any], table: str) -> dict[str, str]:
    """Say to which table a column leads, for keys of one column."""
    return {
        key["fields"][0]: key["reference"].get("resource") or table
        for key in schema.get("foreignKeys", [])
        if len(key["fields"]) == 1
    }


def _column(table: str, name: str, told: Mapping[str, Any], leads_to: str) -> Column:
    rules = told.get("constraints") or {}
    codebook = _WORDS_OF.get((table, name), "")
    words = () if codebook else tuple(map(str, rules.get("enum", ())))
    return Column(
        name,
        str(told.get("description", "")),
        needed=bool(rules.get("required")),
        words=words,
        codebook=codebook,
        leads_to=leads_to,
    )
