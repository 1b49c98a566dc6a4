"""The card that shows one act with all that it rests on."""

from collections.abc import Iterable, Mapping
from typing import Any

from anywidget import AnyWidget
from traitlets import Bunch, Dict, Int, TraitError, Unicode, validate

from utils.explorer.scripts import joined

ACT = ("title", "rows", "sources", "related")
SOURCE = (
    *("publisher", "side", "supports", "title"),
    *("published", "url", "note", "language"),
)
RELATED = ("id", "label", "kind")


class ActCard(AnyWidget):
    """One act: facts, sources, who contradicts it, what it answers.

    `act` is empty, or has `title`, `rows` (pairs of label and value),
    `sources` (mappings with publisher, side, supports, title, published, url,
    note, language; those that `supports` calls "contradicts" get a list of
    their own) and `related` (mappings with id, label, kind). Addresses become
    links only if they are http or https. `position` is the place of the act
    among the `total` shown, from 1; 0 for none. `unit` is what is walked through:
    row, where one stands for several acts.

    Presses send `{"do": "previous"}`, `{"do": "next"}` and
    `{"do": "choose", "id": ...}` (see `on_msg`); the card itself never moves.

    >>> ActCard(act={"title": "A note is handed over"}, position=1, total=3).position
    1

    Raises
    ------
    TraitError
        If an act, a source or a related act has a key that is not named here.
    """

    _esm = joined("dom.js", "act_card.js")
    _css = joined("explorer.css")

    act = Dict().tag(sync=True)
    unit = Unicode("act").tag(sync=True)
    position = Int().tag(sync=True)
    total = Int().tag(sync=True)

    @validate("act")
    def _known_keys(self, proposal: Bunch) -> dict[str, Any]:
        act: dict[str, Any] = proposal.value
        _refuse_odd([act], ACT, "An act")
        _refuse_odd(act.get("sources", ()), SOURCE, "A source")
        _refuse_odd(act.get("related", ()), RELATED, "A related act")
        if any(len(row) != 2 for row in act.get("rows", ())):
            raise TraitError("Each row of an act is a pair of label and value.")
        return act


def _refuse_odd(
    given: Iterable[Mapping[str, Any]], allowed: tuple[str, ...], what: str
) -> None:
    for mapping in given:
        odd = [key for key in mapping if key not in allowed]
        if odd:
            raise TraitError(
                f"{what} has no {', '.join(map(repr, odd))}; "
                f"it may have {', '.join(allowed)}."
            )
