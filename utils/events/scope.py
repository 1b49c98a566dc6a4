"""A selection as a condition that an engine can carry out."""

from collections.abc import Iterable

import narwhals as nw

from utils.errors import SelectionError, known
from utils.events.ontology import codes
from utils.events.parties import party_of, read_id
from utils.selection import Selection
from utils.selection.conditions import in_use
from utils.selection.shape import NOTHING

_CODED = {"types": "type", "forms": "form", "tones": "tone"}
_PARTIES = {"actors": "actor", "targets": "target"}
_IDS = ("acts", "without")
CHOSEN_BY = (*_PARTIES, "directions", *_CODED, *_IDS)


def conditions(selection: Selection, ontology: str) -> list[nw.Expr]:
    """Give a condition for each field of a selection that is in use.

    Raises
    ------
    SelectionError
        If the selection asks for what no file of events says, or for a word that
        the ontology has not.
    """
    return [_condition(selection, name, ontology) for name in in_use(selection)]


def _condition(selection: Selection, name: str, ontology: str) -> nw.Expr:
    if name == "period":
        return _period(selection)
    wanted: frozenset[str] = getattr(selection, name, frozenset())
    if name in _PARTIES:
        return _party(_PARTIES[name], wanted)
    if name in _IDS:
        named = _id().is_in([read_id(id) for id in sorted(wanted)])
        return named if name == "acts" else ~named
    if name in _CODED:
        _check(name, wanted, ontology)
        return nw.col(_CODED[name]).is_in(sorted(wanted))
    if name == "directions":
        return nw.col("direction").is_in(sorted(wanted))
    raise SelectionError(
        f"Files of coded events have nothing that {name} could choose from; they can "
        f"be chosen by {', '.join(CHOSEN_BY)}, since and until. What comes of "
        "case() has it as a column."
    )


def _id() -> nw.Expr:
    """Give the id of the file, or else day, parties and code, as acts are named."""
    parts = (nw.col(it) for it in ("earliest", "actor", "target", "code"))
    told = nw.concat_str(*parts, separator=" ")
    given = nw.col("event_id")
    return nw.when(given == "").then(told).otherwise(given)


def _check(name: str, wanted: Iterable[str], ontology: str) -> None:
    words = codes(ontology)[_CODED[name]].drop_duplicates().tolist()
    if unknown := sorted({*wanted} - {*words, NOTHING}):
        raise SelectionError(
            f"{name}: nothing here is called {', '.join(unknown)}. "
            f"{known(words, unknown[0])}"
        )


def _party(who: str, wanted: Iterable[str]) -> nw.Expr:
    """Ask for countries with all that is below them, and for bodies by themselves."""
    country, actor = nw.col(f"{who}_country"), nw.col(who)
    whole = [id for id in wanted if len(id) == 3]
    found = country.is_in(sorted(whole))
    for id in sorted({id.removesuffix("/") for id in wanted if len(id) > 3}):
        above, code = party_of(id)
        itself = actor == code if code else actor.is_in(["", above])
        found |= (country == above) & itself
    return found


def _period(selection: Selection) -> nw.Expr:
    certainly = selection.dates == "certainly"
    begins, ends = ("earliest", "latest") if certainly else ("latest", "earliest")
    since, until = selection.since or "0001-01-01", selection.until or "9999-12-31"
    return (nw.col(begins) >= since) & (nw.col(ends) <= until)
