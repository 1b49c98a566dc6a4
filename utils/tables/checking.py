"""Check what spans rows and tables; every fault of every file at once."""

from collections.abc import Iterator

from utils.errors import Fault
from utils.tables.ancestry import parent_faults
from utils.tables.answers import reply_faults
from utils.tables.cells import Words, cell_faults
from utils.tables.links import Sheets, key_faults, link_faults
from utils.tables.problems import date_problems
from utils.tables.reading import Sheet
from utils.tables.schema import CASE_TABLES

NEEDS_NO_PROOF = ("actions", "actors")
NEEDS_ROWS = (*NEEDS_NO_PROOF, "sources", "evidence")


def faults_of(sheets: Sheets, words: Words, *, proved: bool = True) -> list[Fault]:
    """Find everything that is wrong in the tables of a case.

    `words` has the known words of the codebook. What merely follows from
    another fault (a column that is missing, a line with too few cells) is not
    told again. Unless the acts are to be `proved`, none needs a source.
    """
    found = [fault for sheet in sheets.values() for fault in sheet.faults]
    for table, sheet in sheets.items():
        further = [
            *cell_faults(sheet, CASE_TABLES[table], words),
            *key_faults(sheet, table),
            *(_no_rows(sheet, table) if proved or table in NEEDS_NO_PROOF else ()),
        ]
        found += heard(sheet, further)
    spanning = [
        *link_faults(sheets),
        *_date_faults(sheets),
        *parent_faults(sheets["actors"]),
        *reply_faults(sheets["actions"]),
        *(_unproved(sheets) if proved else ()),
    ]
    for sheet in sheets.values():
        found += heard(sheet, [fault for fault in spanning if fault.file == sheet.file])
    return found


def heard(sheet: Sheet, faults: list[Fault]) -> list[Fault]:
    """Leave out what follows from a missing column or a crooked line."""
    return [
        fault
        for fault in faults
        if fault.line not in sheet.crooked and fault.column not in sheet.missing
    ]


def _no_rows(sheet: Sheet, table: str) -> Iterator[Fault]:
    if table in NEEDS_ROWS and sheet.rows.empty and not sheet.faults:
        yield Fault(sheet.file, None, None, "", "has no rows", "add at least one")


def _date_faults(sheets: Sheets) -> Iterator[Fault]:
    for table in ("actions", "landmarks"):
        sheet = sheets[table]
        dates = sheet.rows["date"]
        wrong = date_problems(dates[dates != ""])
        for line, value, problem, remedy in wrong.itertuples():
            yield Fault(sheet.file, line, "date", value, problem, remedy)


def _unproved(sheets: Sheets) -> Iterator[Fault]:
    actions, evidence = sheets["actions"], sheets["evidence"]
    if not (actions.has("action_id") and evidence.has("action_id")):
        return
    ids = actions.rows["action_id"]
    for line, value in ids[(ids != "") & ~ids.isin(evidence.rows["action_id"])].items():
        problem = "has no evidence"
        remedy = "add a row to evidence.csv with the source that reports it"
        yield Fault(actions.file, line, "action_id", value, problem, remedy)
