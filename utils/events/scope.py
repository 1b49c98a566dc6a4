"""A selection as a condition that an engine can carry out."""

import narwhals as nw

from utils.errors import SelectionError
from utils.selection import Selection
from utils.selection.conditions import in_use

_COLUMNS = {
    "directions": "direction",
    "types": "type",
    "forms": "form",
    "tones": "tone",
    "acts": "event_id",
}
_PARTIES = {"actors": "actor", "targets": "target"}


def conditions(selection: Selection) -> list[nw.Expr]:
    """Give a condition for each field of a selection that is in use.

    Raises
    ------
    SelectionError
        If the selection asks for what no file of events says.
    """
    return [_condition(selection, name) for name in in_use(selection)]


def _condition(selection: Selection, name: str) -> nw.Expr:
    if name == "period":
        return _period(selection)
    if name == "without":
        return ~nw.col("event_id").is_in([*selection.without])
    wanted = getattr(selection, name)
    if name in _COLUMNS:
        return nw.col(_COLUMNS[name]).is_in([*wanted])
    if name in _PARTIES:
        who = _PARTIES[name]
        return nw.col(f"{who}_country").is_in([*wanted]) | nw.col(who).is_in([*wanted])
    raise SelectionError(
        f"Events of other systems have nothing that {name} could choose from; "
        f"they can be chosen by {', '.join([*_PARTIES, *_COLUMNS])}, since and until."
    )


def _period(selection: Selection) -> nw.Expr:
    certainly = selection.dates == "certainly"
    begins, ends = ("earliest", "latest") if certainly else ("latest", "earliest")
    since, until = selection.since or "0001-01-01", selection.until or "9999-12-31"
    return (nw.col(begins) >= since) & (nw.col(ends) <= until)
