"""Hold a file of events against a curated case."""

from numbers import Integral
from typing import TYPE_CHECKING, Any

import narwhals as nw
import pandas as pd

from utils.errors import EventsError
from utils.events.against.kinds import check_kind, kinds_of_acts
from utils.events.against.matching import dyad
from utils.events.against.seen import WINDOWS, Seen
from utils.events.daily import added_up
from utils.events.said import title_of
from utils.selection import Selection
from utils.tables import Case

if TYPE_CHECKING:
    from utils.events.events import Events

_CELL = ("latest", "direction", "code", "type", "tone", "quad")


def seen_of(events: "Events", case: Case, chosen: Selection | None, **how: Any) -> Seen:
    """Say what the events have of the acts of a case; see `Events.against`."""
    window_days, kind = how["window_days"], how["kind"]
    _check(window_days)
    check_kind(kind, events.format.ontology)
    acts = _acts(case, chosen)
    since, until = _period(events)
    inside = (acts["earliest"] >= since) & (acts["latest"] <= until)
    _refuse_none(acts, inside, since, until)
    known = kinds_of_acts(acts, kind).ne("")
    compared = acts[inside & known].reset_index(drop=True)
    return Seen(
        title=title_of(events.format, events.selection),
        **{"since": since, "until": until, "window_days": window_days, "kind": kind},
        n_outside=int((~inside).sum()),
        n_without_kind=int((inside & ~known).sum()),
        compared=compared,
        cells=_cells(events, compared, since, until, max(window_days, *WINDOWS)),
    )


def _acts(case: Case, chosen: Selection | None) -> pd.DataFrame:
    """Give the acts to be compared."""
    one, other = case.sides
    both = Selection(directions=frozenset({f"{one}>{other}", f"{other}>{one}"}))
    acts = (chosen or both).apply(case.actions)
    return acts.assign(direction=acts["direction"].astype("str"))


def _period(events: "Events") -> tuple[str, str]:
    """Give the days asked for, or those of the first and the last event."""
    asked = events.selection
    if asked.since and asked.until:
        return asked.since, asked.until
    ends = {"since": nw.col("earliest").min(), "until": nw.col("latest").max()}
    found = events.engine.collected(events.chosen.select(**ends)).iloc[0]
    if pd.isna(found["since"]):
        raise EventsError("No event is chosen; choose other countries, days or types.")
    return asked.since or found["since"], asked.until or found["until"]


def _cells(
    events: "Events", acts: pd.DataFrame, since: str, until: str, margin_days: int
) -> pd.DataFrame:
    """Count the events of the directions of the acts, some days beyond the period."""
    margin = pd.Timedelta(days=margin_days)
    first, last = pd.Timestamp(since) - margin, pd.Timestamp(until) + margin
    wider = events.within(events.selection.but(since=first, until=last))
    either = {*acts["direction"], *acts["direction"].map(dyad)}
    facing = nw.col("direction").is_in(sorted(either))
    counted = added_up(wider.condensed(_CELL).filter(facing), None, _CELL)
    found = events.engine.collected(counted).rename(columns={"date": "earliest"})
    days = {it: pd.to_datetime(found[it]) for it in ("earliest", "latest")}
    return found.assign(**days)


def _refuse_none(acts: pd.DataFrame, inside: pd.Series, since: str, until: str) -> None:
    if inside.any():
        return
    before = acts[acts["latest"] < since].nlargest(1, "latest")["date"]
    after = acts[acts["earliest"] > until].nsmallest(1, "earliest")["date"]
    near = [f"the last before them is of {day}" for day in before]
    near += [f"the first after them of {day}" for day in after]
    raise EventsError(
        f"The events run from {since} to {until}, and none of the {len(acts):,} chosen "
        f"acts lies certainly there{'; ' if near else ''}{', '.join(near)}. There is "
        "nothing to hold the events against: take a file of other days."
    )


def _check(window_days: object) -> None:
    whole = isinstance(window_days, Integral) and not isinstance(window_days, bool)
    if not whole or window_days < 0:  # type: ignore[operator]
        raise EventsError(
            f"window_days is a whole number of days from 0 on, not {window_days!r}."
        )
