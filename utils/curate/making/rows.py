"""The tables of a new case: a header each, and two example rows."""

import csv
import io
from collections.abc import Mapping, Sequence

from utils.curate.making.asked import Asked
from utils.tables.schema import CASE_TABLES

EXAMPLE = "EXAMPLE, delete this row"
"""How a text begins that stands in a row to be deleted."""


def table_files(wanted: Asked) -> Mapping[str, str]:
    """Give the five tables as text, by the names of their files."""
    rows = {
        "actions": _actions(wanted),
        "actors": _actors(wanted),
        "sources": _sources(wanted),
        "evidence": _evidence(wanted),
        "landmarks": _landmarks(wanted),
    }
    return {
        f"{table}.csv": csv_text([list(CASE_TABLES[table]), *lines])
        for table, lines in rows.items()
    }


def csv_text(rows: Sequence[Sequence[str]]) -> str:
    r"""Write rows as CSV with LF line ends.

    >>> csv_text([["id", "name"], ["a", "One, two"]])
    'id,name\na,"One, two"\n'
    """
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _ids(wanted: Asked) -> list[str]:
    """Give the ids of the two acts: first day, acting country, short words."""
    return [
        f"{day:%Y%m%d}-{side.lower()}-example"
        for day, side in zip(wanted.days, wanted.sides, strict=True)
    ]


def _actions(wanted: Asked) -> list[list[str]]:
    (one, other), (first, last) = wanted.sides, map(str, wanted.days)
    asking, answer = _ids(wanted)
    a, b = wanted.names
    request = f"{EXAMPLE}: the foreign ministry of {a} asked {b} for an explanation."
    talks = f"{EXAMPLE}: the foreign minister of {b} received the envoy of {a}."
    coded = {
        "asked": ["diplomatic", "appeal", "020", request, "confirmed", "", ""],
        "met": ["diplomatic", "meet", "040", talks, "confirmed", asking, ""],
    }
    return [
        [asking, first, one, other, *coded["asked"]],
        [answer, last, other, one, *coded["met"]],
    ]


def _actors(wanted: Asked) -> list[list[str]]:
    """Give the rows of the two countries, which stay."""
    pairs = zip(wanted.sides, wanted.names, strict=True)
    return [
        [side, name, "", side, "country", "", "institution"] for side, name in pairs
    ]


def _sources(wanted: Asked) -> list[list[str]]:
    rows = zip(wanted.sides, wanted.names, wanted.days, strict=True)
    return [
        [
            f"example-{side.lower()}",
            f"A newspaper of {name}",
            side,
            f"{side.lower()}_private",
            f"{EXAMPLE}: title of the page",
            str(day),
            f"https://example.org/{side.lower()}",
            "en",
        ]
        for side, name, day in rows
    ]


def _evidence(wanted: Asked) -> list[list[str]]:
    pairs = zip(_ids(wanted), wanted.sides, strict=True)
    return [
        [action_id, f"example-{side.lower()}", "yes", "", EXAMPLE]
        for action_id, side in pairs
    ]


def _landmarks(wanted: Asked) -> list[list[str]]:
    rows = zip(
        ("First", "Second"), wanted.days, wanted.sides, _ids(wanted), strict=True
    )
    return [
        [
            f"example-{which.lower()}",
            str(day),
            f"{which} landmark",
            EXAMPLE,
            f"example-{side.lower()}",
            action_id,
        ]
        for which, day, side, action_id in rows
    ]
