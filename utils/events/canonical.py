"""From the lines of a file to events with the same columns, whatever the format."""

import narwhals as nw

from utils.events.engines.engine import Engine
from utils.events.formats.format import EVENT, Format
from utils.events.ontology import codes

REASONS = {
    "no day": "the day is missing or is no day of the calendar",
    "unknown code": "the code of what was done is in no list",
    "no country": "the country of one party or of both is not given",
}
"""Why a line that can be read is no event here; the first that holds is counted."""


def canonical(lines: nw.LazyFrame, form: Format, engine: Engine) -> nw.LazyFrame:
    """Give the columns of `EVENT`, those of the code, `direction` and `left_out`.

    Of the code come `type`, `form`, `tone` and `quad`. `left_out` is one of
    `REASONS`, or nothing for an event that stays.
    """
    events = lines.select(
        *(form.event.get(name, nw.lit("")).alias(name) for name in EVENT)
    )
    known = engine.table(codes(form.ontology))
    events = events.join(known, on="code", how="left")
    coded = [nw.col(name).fill_null("") for name in ("type", "form", "tone", "quad")]
    return events.with_columns(*coded).with_columns(
        direction=_direction(form.directed), left_out=_left_out()
    )


def _direction(directed: bool) -> nw.Expr:
    actor, target = nw.col("actor_country"), nw.col("target_country")
    if directed:
        return nw.concat_str(actor, target, separator=">")
    first, last = nw.min_horizontal(actor, target), nw.max_horizontal(actor, target)
    return nw.concat_str(first, last, separator="--")


def _left_out() -> nw.Expr:
    nowhere = (nw.col("actor_country") == "") | (nw.col("target_country") == "")
    uncoded = nw.col("type") == ""
    reason = nw.when(nowhere).then(nw.lit("no country")).otherwise(nw.lit(""))
    reason = nw.when(uncoded).then(nw.lit("unknown code")).otherwise(reason)
    undated = nw.col("earliest") == ""
    return nw.when(undated).then(nw.lit("no day")).otherwise(reason)
