"""Check every cell of a table against the rules of its column."""

import warnings
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager

with warnings.catch_warnings():
    # Where PySpark is installed, pandera looks into it, and it warns of a new pandas.
    warnings.filterwarnings("ignore", "PySpark does not yet", FutureWarning)
    import pandera.pandas as pa
from pandera.errors import SchemaErrors

from utils.errors import Fault
from utils.tables.damage import damage_of
from utils.tables.reading import Sheet
from utils.tables.rules import Rule, cameo, one_of
from utils.tables.schema import Columns

Words = Mapping[str, Collection[str]]


def cell_faults(sheet: Sheet, columns: Columns, words: Words) -> Iterator[Fault]:
    """Give a fault for each cell that breaks a rule of its column.

    `words` has the known words by the name of their table; where a table is
    missing, any word goes.
    """
    rules = {name: _rules(given, words) for name, given in columns.items()}
    said = {(name, r.name): r.say for name, each in rules.items() for r in each}
    try:
        with _without_spark():
            _schema(rules).validate(sheet.rows, lazy=True)
    except SchemaErrors as broken:
        cases = broken.failure_cases[["column", "check", "failure_case", "index"]]
        for column, rule, value, line in cases.itertuples(index=False):
            problem, remedy = damage_of(value) or said[column, rule](value)
            yield Fault(sheet.file, int(line), column, value, problem, remedy)


@contextmanager
def _without_spark() -> Iterator[None]:
    """Keep PySpark from warning, into which pandera looks when it is first asked."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "PySpark does not yet", FutureWarning)
        yield


def _rules(given: Sequence[Rule | str], words: Words) -> list[Rule]:
    return [each if isinstance(each, Rule) else _word(each, words) for each in given]


def _word(table: str, words: Words) -> Rule:
    known = words.get(table, ())
    return cameo(known) if table == "cameo" else one_of(known)


def _schema(rules: Mapping[str, list[Rule]]) -> pa.DataFrameSchema:
    return pa.DataFrameSchema(
        {
            name: pa.Column(str, [pa.Check(r.holds, error=r.name) for r in each])
            for name, each in rules.items()
            if each
        }
    )
