"""From the lines of a file to events with the same columns, whatever the format."""

from collections.abc import Mapping

import narwhals as nw

from utils.events.countries import countries
from utils.events.engines.engine import Engine
from utils.events.formats.format import CODED, EVENT, Format, Sides
from utils.events.ontology import codes

REASONS = {
    "stray header": "the line is a header in the middle of a file",
    "no day": "the day is missing or is no day of the calendar",
    "no number": "the number of events that the line stands for is missing or 0",
    "no act": "the party is there but does nothing",
    "no other side": "nobody stands on the other side",
    "several on the other side": "it is not told towards which of several it acts",
    "several countries": "the country of a party is a list, not one country",
    "unknown code": "the code of what was done is in no list",
    "no country": "the country of one party or of both is not given",
    "unknown country": "what is given as a country is in no list of countries",
}
"""Why a line that can be read is no event here; the first that holds is counted."""

PARTIES = ("actor_country", "target_country")


def canonical(
    lines: nw.LazyFrame, form: Format, engine: Engine, *, bare: bool = False
) -> nw.LazyFrame:
    """Give the columns of `EVENT` and `CODED`, `n`, `direction` and `left_out`.

    `n` is the number of events that a line stands for, `left_out` one of `REASONS`,
    or nothing for an event that stays. With `bare`, it is only what can be counted:
    lines without both countries are passed by, and no country of a place is sought.
    """
    if form.finished:
        return _finished(lines, form)
    return _made(lines, form, engine, bare=bare)


def _made(
    lines: nw.LazyFrame, form: Format, engine: Engine, *, bare: bool
) -> nw.LazyFrame:
    for name in {*form.optional} - {*form.columns}:
        lines = lines.with_columns(nw.lit("").alias(name))
    for step in form.prepared:
        lines = lines.with_columns(*(each.alias(name) for name, each in step.items()))
    if form.sides:
        lines = _with_other_side(lines, form.sides)
    refused = {"stray header": _stray_header(form), **form.refused}
    given = {name: form.event.get(name, nw.lit("")) for name in EVENT}
    given |= {"place_country": nw.lit("")} if bare else {}
    given |= {name: form.event[name] for name in CODED if name in form.event}
    given["left_out"] = form.event.get("left_out", _first_that_holds(refused))
    given["n"] = nw.lit(1, nw.Int64) if form.n is None else form.n
    events = lines.select(*(each.alias(name) for name, each in given.items()))
    if bare:
        # An engine does the rest for the lines that are left.
        events = events.filter(*(nw.col(party) != "" for party in PARTIES))
    events = _translated(events, form, engine, places=not bare)
    if "type" not in form.event:
        events = _coded(events, form, engine)
    events = events.with_columns(
        direction=direction_of(directed=form.directed), left_out=_left_out()
    )
    return events.select(*EVENT, *CODED, "n", "direction", "left_out")


def _finished(lines: nw.LazyFrame, form: Format) -> nw.LazyFrame:
    """Take the columns as they stand, so that an engine reads those that are asked."""
    direction = direction_of(directed=form.directed).alias("direction")
    return lines.select(*EVENT, *CODED, "n", direction, "left_out")


def _stray_header(form: Format) -> nw.Expr:
    first = form.header_column
    return nw.col(first).fill_null("").str.to_lowercase() == first.lower()


def _with_other_side(lines: nw.LazyFrame, sides: Sides) -> nw.LazyFrame:
    """Give each row the party across, and how many there are."""
    keys = [sides.incident, sides.side]
    party = nw.col(sides.party)
    across = lines.select(*keys, sides.party).unique().group_by(*keys)
    found = across.agg(across=party.min(), n_across=nw.len())
    found = found.with_columns(nw.col("n_across").cast(nw.Int64))
    own = nw.col(sides.side)
    turned = nw.when(own == "1").then(nw.lit("0")).otherwise(nw.lit("1"))
    found = found.with_columns(turned.alias(sides.side))
    joined = lines.join(found, on=keys, how="left")
    return joined.with_columns(
        across=nw.col("across").fill_null(""), n_across=nw.col("n_across").fill_null(0)
    )


def _translated(
    events: nw.LazyFrame, form: Format, engine: Engine, *, places: bool
) -> nw.LazyFrame:
    """Put the code used here for what the file gives, and nothing for the unknown."""
    for column, listed in form.translated.items():
        if column not in PARTIES:
            if not places:
                continue
            table = countries(listed)
            known = [table[name].to_list() for name in ("given", "country")]
            meant = nw.col(column).replace_strict(*known, default=nw.lit(""))
            events = events.with_columns(meant.alias(column))
            continue
        names = {"given": column, "country": f"{column}_meant"}
        table = engine.table(countries(listed).rename(columns=names))
        events = events.join(table, on=column, how="left")
        meant = nw.col(f"{column}_meant").fill_null("")
        strange = (nw.col(column) != "") & (meant == "") & (nw.col("left_out") == "")
        reason = nw.when(strange).then(nw.lit("unknown country"))
        events = events.with_columns(
            meant.alias(column), left_out=reason.otherwise(nw.col("left_out"))
        ).drop(f"{column}_meant")
    return events


def _coded(events: nw.LazyFrame, form: Format, engine: Engine) -> nw.LazyFrame:
    table = codes(form.ontology)[["code", *CODED]]
    events = events.join(engine.table(table), on="code", how="left")
    return events.with_columns(*(nw.col(name).fill_null("") for name in CODED))


def direction_of(*, directed: bool) -> nw.Expr:
    """Give the direction that follows from the two countries, such as `AZE>RUS`."""
    actor, target = map(nw.col, PARTIES)
    if directed:
        return nw.concat_str(actor, target, separator=">", ignore_nulls=True)
    first, last = nw.min_horizontal(actor, target), nw.max_horizontal(actor, target)
    return nw.concat_str(first, last, separator="--")


def _left_out() -> nw.Expr:
    already = nw.col("left_out")
    sooner = (already != "") & (already != "unknown country")
    actor, target = map(nw.col, PARTIES)
    reasons = {
        "no day": nw.col("earliest") == "",
        "no number": nw.col("n") < 1,
        "unknown code": nw.col("type") == "",
        "unknown country": already != "",
        "no country": (actor == "") | (target == ""),
    }
    return nw.when(sooner).then(already).otherwise(_first_that_holds(reasons))


def _first_that_holds(reasons: Mapping[str, nw.Expr]) -> nw.Expr:
    found = nw.lit("")
    for reason, holds in reversed([*reasons.items()]):
        found = nw.when(holds).then(nw.lit(reason)).otherwise(found)
    return found
