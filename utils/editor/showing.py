"""What the page shows of a document: its acts, one row as a form, its faults."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from utils.editor.choices import usual_code
from utils.editor.document import Document
from utils.editor.fields import FORMS, Field
from utils.editor.places import GOES_ALONG, Place, holding_up, keys_of, with_key
from utils.editor.standing import Standing
from utils.errors import CaseError, Fault
from utils.tables import in_words

MOST_FAULTS = 200
Told = dict[str, Any]
Found = tuple[Fault, Place | None]
"""A fault or a warning, with the row that it is in."""


def told_acts(
    document: Document, marked: Mapping[str, set[str]], standing: Standing
) -> list[list]:
    """Give a line for each act: number, id, date, parties, summary and marks.

    The marks are those of `marked`, ids of acts by a letter (f for a fault, w for a
    warning), and n for never saved or c for changed.
    """
    table = document.tables["actions"]
    names = _names(document)
    lines = []
    for record in table.filled():
        key, date, actor, target, summary = (
            table.cell(record, column)
            for column in ("action_id", "date", "actor_id", "target_id", "summary")
        )
        new = Place("actions", record.number) in standing.new
        marks = "".join(mark for mark, acts in marked.items() if key in acts)
        marks += "n" if new else "c" if key in standing.acts else ""
        who = f"{names.get(actor, actor)} → {names.get(target, target)}"
        lines.append([record.number, key, date, who, summary, marks])
    return lines


def told_row(document: Document, place: Place, faults: list[Fault]) -> Told:
    """Give a row as a form: each field with its value, its words and its faults."""
    table = document.tables[place.table]
    line = table.line_of.get(place.number)
    here = [it for it in faults if it.file == table.file and it.line == line]
    row = document.row(place)
    fields = [_field(document, it, row, here) for it in FORMS[place.table]]
    columns = {field["column"] for field in fields}
    return {
        "table": place.table,
        "number": place.number,
        "fields": fields,
        "faults": [_said(it) for it in here if it.column not in columns],
    }


def told_act(document: Document, place: Place, faults: list[Fault]) -> Told:
    """Give an act as a form, with its evidence and what else names it."""
    key = document.row(place)["action_id"]
    evidence = with_key(document.tables["evidence"], key)
    rows = [Place("evidence", it.number) for it in evidence]
    standing = document.standing()
    return {
        **told_row(document, place, faults),
        "key": key,
        "is_new": place in standing.new,
        "is_changed": key in standing.acts,
        "evidence": [told_row(document, it, faults) for it in rows],
        "named_by": list(map(str, holding_up(document.tables, place))),
    }


def told_found(found: Sequence[Found]) -> list[Told]:
    """Give the first faults or warnings in words, and whether each leads to a form."""
    return [
        {"words": str(fault), "leads": bool(place and place.table in FORMS)}
        for fault, place in found[:MOST_FAULTS]
    ]


def placed(document: Document, faults: Iterable[Fault]) -> list[Found]:
    """Give faults or warnings with the rows that they are in."""
    return [(fault, document.place_of(fault)) for fault in faults]


def say_date(text: str) -> Told:
    """Say what a date means, or what is wrong with it; an empty one says nothing.

    >>> say_date("2025-02")
    {'words': 'some day in February 2025', 'wrong': False}
    >>> say_date("29.06.2025")
    {'words': 'does not begin with the year; write 2025-06-29', 'wrong': True}
    """
    if not text:
        return {"words": "", "wrong": False}
    try:
        return {"words": in_words(text), "wrong": False}
    except CaseError as why:
        return {"words": _said(why.faults[0]), "wrong": True}


def acts_with(document: Document, found: Iterable[Found]) -> set[str]:
    """Name the acts that have a fault or a warning in their row or their evidence."""
    places = {place for _, place in found if place and place.table in GOES_ALONG}
    return {document.row(place)["action_id"] for place in places}


def _field(
    document: Document, field: Field, row: dict[str, str], here: list[Fault]
) -> Told:
    value = row[field.column]
    told = {
        **field.told(),
        "value": value,
        "faults": [_said(it) for it in here if it.column == field.column],
    }
    if field.kind == "date" and not told["faults"]:
        told["words"] = say_date(value)["words"]
    if field.kind == "code":
        usual = usual_code(document.checks.shelf, row["form"])
        told["offer"] = usual if usual != value else ""
    return told


def _said(fault: Fault) -> str:
    return f"{fault.problem}; {fault.remedy}"


def _names(document: Document) -> dict[str, str]:
    actors = document.tables["actors"]
    names = (actors.cell(it, "name") for it in actors.filled())
    return dict(zip(keys_of(actors), names, strict=True))


def first_act(document: Document) -> Iterator[Place]:
    """Give the first act of the file, if there is one."""
    for record in document.tables["actions"].filled():
        yield Place("actions", record.number)
        return
