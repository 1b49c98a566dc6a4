"""What a new case says of itself in its `datapackage.json`."""

import json
from collections.abc import Mapping

from utils.curate.making.asked import Asked
from utils.tables.package import FILE
from utils.tables.schema import CASE_TABLES, KEYS

VERSION = "0.1.0"
STANDARD = "https://datapackage.org/profiles/2.0/datapackage.json"
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
TABLES = ("actions", "actors", "sources", "evidence", "landmarks")


def package_file(wanted: Asked) -> Mapping[str, str]:
    """Give the file as text; it follows version 2 of the Data Package standard."""
    told = {
        "$schema": STANDARD,
        "name": wanted.name,
        "title": wanted.title,
        "version": VERSION,
        "created": f"{wanted.today}T00:00:00Z",
        "sides": list(wanted.sides),
        "densePeriod": {"since": wanted.since, "until": wanted.until},
        "licenses": [LICENCE],
        "resources": [_resource(table) for table in TABLES],
    }
    return {FILE: json.dumps(told, ensure_ascii=False, indent=2) + "\n"}


def _resource(table: str) -> dict[str, object]:
    fields = [{"name": column, "type": "string"} for column in CASE_TABLES[table]]
    return {
        "name": table,
        "type": "table",
        "path": f"{table}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "primaryKey": list(KEYS[table])},
    }
