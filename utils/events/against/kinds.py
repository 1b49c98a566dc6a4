"""What counts as the same kind of act, in a curated record and in a file."""

from collections.abc import Callable

import pandas as pd

from utils.errors import EventsError, known
from utils.events.ontology import codes

KINDS = {
    "code": "the same CAMEO code",
    "root": "the same CAMEO root, the first two figures of the code",
    "quad": "the same quad class: in word or in deed, cooperation or conflict",
    "tone": "the same tone: cooperative, neutral or conflictual",
}
"""The choices, from the narrowest to the widest, and what each asks for."""
WORDS = {
    "code": "CAMEO code",
    "root": "CAMEO root",
    "quad": "quad class",
    "tone": "tone",
}
_CAMEO_ONLY = ("code", "root")
_OF_ACTS: dict[str, Callable[[pd.DataFrame], pd.Series]] = {
    "code": lambda acts: acts["cameo"],
    "root": lambda acts: acts["cameo"].str[:2],
    "quad": lambda acts: acts["cameo"].map(_quads()).fillna(""),
    "tone": lambda acts: acts["tone"],
}
_OF_EVENTS: dict[str, Callable[[pd.DataFrame], pd.Series]] = {
    "code": lambda events: events["code"],
    "root": lambda events: events["code"].str[:2],
    "quad": lambda events: events["quad"],
    "tone": lambda events: events["tone"],
}


def check_kind(kind: str, ontology: str) -> None:
    """Refuse what is no kind, or none that these files can be compared by.

    Raises
    ------
    EventsError
        If so; the message names those that would do.
    """
    if kind not in KINDS:
        raise EventsError(f"There is no kind {kind!r} of acts. {known(KINDS, kind)}")
    if kind in _CAMEO_ONLY and ontology != "cameo":
        raise EventsError(
            f"These events have no CAMEO codes, so kind cannot be {kind!r}; compare "
            'by "quad" or by "tone".'
        )


def kinds_of_acts(acts: pd.DataFrame, kind: str) -> pd.Series:
    """Give the kind of each curated act; nothing where its code tells none.

    Needs `cameo`, or `tone` if that is the kind.

    >>> kinds_of_acts(pd.DataFrame({"cameo": ["1121", ""]}), "root").tolist()
    ['11', '']
    """
    return _OF_ACTS[kind](
        acts.astype({it: "str" for it in ("cameo", "tone") if it in acts})
    )


def kinds_of_events(events: pd.DataFrame, kind: str) -> pd.Series:
    """Give the kind of each event. Needs `code`, `quad` or `tone`.

    >>> kinds_of_events(pd.DataFrame({"code": ["1121"]}), "root").tolist()
    ['11']
    """
    return _OF_EVENTS[kind](events)


def _quads() -> dict[str, str]:
    table = codes("cameo")
    return dict(zip(table["code"], table["quad"], strict=True))
