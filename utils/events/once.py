"""Count an event once that a file tells several times."""

import narwhals as nw

from utils.events.formats.format import CODED, EVENT, Format

KEYS = ("told_day", "told_by", "told_stays")
"""Columns by which two tellings of one act are known, for as long as they are needed.

`told_by` is empty for an act that is told once.
"""
_APART = "\x1f"


def without_repeats(events: nw.LazyFrame, form: Format) -> nw.LazyFrame:
    """Give each record once; `n_reports` says how often it stood there.

    Records are the same where all columns are; the same id with something else is
    another record.
    """
    if not form.repeats:
        return events.with_columns(n_reports=nw.lit(1, nw.Int64))
    same = [*EVENT, *CODED, "n", "direction", "left_out"]
    grouped = events.group_by(*same).agg(n_reports=nw.len())
    return grouped.with_columns(nw.col("n_reports").cast(nw.Int64))


def with_keys(events: nw.LazyFrame, form: Format) -> nw.LazyFrame:
    """Give each event the columns of `KEYS`."""
    by, stays = nw.lit(""), nw.lit(1, nw.Int64)
    actor, target, code = nw.col("actor"), nw.col("target"), nw.col("code")
    apart = actor != target
    for visit, host in form.mirrors:
        for side, parties in ((visit, (actor, target)), (host, (target, actor))):
            told, here = _joined(nw.lit(visit), *parties), (code == side) & apart
            by = nw.when(here).then(told).otherwise(by)
        stays = nw.when(apart & (code == host)).then(0).otherwise(stays)
    if form.mutual:
        here = code.is_in(list(form.mutual)) & apart
        one, other = nw.min_horizontal(actor, target), nw.max_horizontal(actor, target)
        told = _joined(code, one, other, nw.col("story"))
        by = nw.when(here).then(told).otherwise(by)
        stays = nw.when(here & (actor > target)).then(0).otherwise(stays)
    day = nw.when(by != "").then(nw.col("earliest")).otherwise(nw.lit(""))
    return events.with_columns(
        told_day=day, told_by=by, told_stays=stays.cast(nw.Int64)
    )


def _joined(*parts: nw.Expr) -> nw.Expr:
    return nw.concat_str(*parts, separator=_APART)


def with_mirrored(events: nw.LazyFrame, form: Format) -> nw.LazyFrame:
    """Say which events are the `mirrored` telling of another, with its keys dropped.

    Needs `direction`, `code` and the columns of `KEYS`. Of a visit, that of the host
    is mirrored; of what two did together, that of the party later in the alphabet.
    The one that stays of these runs from neither to the other: `AZE--RUS`.
    """
    if not (form.mirrors or form.mutual):
        return events.with_columns(mirrored=nw.lit(0, nw.Int64)).drop(*KEYS)
    stays, keys = nw.col("told_stays"), ("told_day", "told_by")
    events = events.with_columns(
        told_first=stays.max().over(*keys), told_last=stays.min().over(*keys)
    )
    told, both = nw.col("told_by") != "", nw.col("told_first") > nw.col("told_last")
    together = told & both & nw.col("code").is_in(list(form.mutual))
    one, other = nw.min_horizontal, nw.max_horizontal
    countries = nw.col("actor_country"), nw.col("target_country")
    neither = nw.concat_str(one(*countries), other(*countries), separator="--")
    direction = nw.when(together).then(neither).otherwise(nw.col("direction"))
    mirrored = nw.when(told & both & (stays == 0)).then(1).otherwise(0)
    return events.with_columns(
        mirrored=mirrored.cast(nw.Int64), direction=direction
    ).drop(*KEYS, "told_first", "told_last")
