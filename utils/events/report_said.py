"""The sentences of a report."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from utils.events.report import FIRST

if TYPE_CHECKING:
    from utils.events.report import Report


def sentences(report: "Report") -> list[str]:
    """Say what was read, what was not and why, and where it came from."""
    said = [
        _where_from(report),
        *_twins(report),
        *_passed_by(report),
        *_became(report),
        *_unparsable(report),
        *_headers(report),
        *_when(report),
        *_quads(report),
        *_coverage(report),
        *_ids(report),
        *_to_cite(report),
    ]
    return [sentence for sentence in said if sentence]


def _where_from(report: "Report") -> str:
    form, files = report.events.format, report.files
    named = _few([f"{file}" for file in files["file"]])
    size = files["bytes"].sum() / 1e6
    version = f", {form.version}" if form.version else ""
    return f"{form.title} ({form.name}{version}), {size:,.1f} MB: {named}."


def _twins(report: "Report") -> Iterator[str]:
    for file in report.events.sources:
        if file.same_as:
            yield f"{file.shown} has the bytes of {file.same_as} and is not read."


def _passed_by(report: "Report") -> Iterator[str]:
    if beside := report.events.passed_by:
        one = "is no file of events and was not read."
        several = "are no files of events and were not read."
        yield f"{_few(beside)} {one if len(beside) == 1 else several}"


def _became(report: "Report") -> Iterator[str]:
    accounts, frame = report.accounts, report.frame()
    rows = frame.set_index("what")["rows"]
    told = accounts.told
    yield (
        f"{rows['read']:,} rows were read: {told['kept']:,} are kept, "
        f"{told['grouped']:,} are the same record again, {told['mirrored']:,} tell "
        f"what another tells, {sum(accounts.left_out.values()):,} are left out and "
        f"{len(report.unparsable):,} are no rows."
    )
    if told["n"] != told["kept"]:
        yield f"The rows that are kept stand for {told['n']:,} events."
    why = [f"{why} {n:,}" for why, n in accounts.left_out.items() if n]
    if why:
        yield f"Left out: {', '.join(why)}."


def _unparsable(report: "Report") -> Iterator[str]:
    lines = report.unparsable
    for file, line, problem in lines.head(FIRST).itertuples(index=False):
        yield f"{file}, line {line}: {problem}."
    if len(lines) > FIRST:
        yield f"{len(lines) - FIRST:,} more lines are in report().unparsable."


def _headers(report: "Report") -> Iterator[str]:
    found = report.stray_headers
    if len(found):
        lines = [f"{file}, line {line}" for file, line in found.to_numpy()]
        yield f"Headers stand in the middle of {_few(lines)}."


def _when(report: "Report") -> Iterator[str]:
    since, until = report.period
    if since:
        yield f"The events lie between {since} and {until}."
    late = [f"{n:,} by {lag} or more" for lag, n in report.late.items() if n]
    if late:
        yield f"Of the kept rows, some name a day before the record: {', '.join(late)}."


def _quads(report: "Report") -> Iterator[str]:
    quads = report.quads
    rows = int(quads["rows"].sum())
    other = int(quads.loc[quads["quad"] != quads["quad_given"], "rows"].sum())
    if rows:
        yield (
            f"The quad class that the file gives is not that of the code in "
            f"{other:,} of {rows:,} rows; quad is that of the code."
        )


def _coverage(report: "Report") -> Iterator[str]:
    if report.scale is None:
        return
    found = report.coverage()
    bare = found[found["weight"].isna()]
    n, without = int(found["n"].sum()), int(bare["n"].sum())
    codes = f": {_few([*bare['code']])}" if without else ""
    yield f"{report.scale} weighs {n - without:,} of {n:,}, not {without:,}{codes}."


def _ids(report: "Report") -> Iterator[str]:
    if shared := report.accounts.n_shared_ids:
        again = "" if report.events.format.repeats else ", and may be read twice"
        ids = "id stands" if shared == 1 else "ids stand"
        yield f"{shared:,} {ids} for several records{again}; all are kept."


def _to_cite(report: "Report") -> Iterator[str]:
    form = report.events.format
    for what, said in (("Cite", form.citation), ("Licence", form.licence)):
        if said:
            yield f"{what}: {said.removesuffix('.')}."


def _few(names: Sequence[str]) -> str:
    more = len(names) - FIRST
    listed = ", ".join(names[:FIRST])
    return f"{listed} and {more:,} more" if more > 0 else listed
