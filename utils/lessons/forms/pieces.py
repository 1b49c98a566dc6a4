"""The pieces of a form: of what shape, in which order, and what is still to do."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from utils.lessons.exercise import Exercise
from utils.lessons.kinds import Kind, Pick, PickSeveral, Rank, Sort

_SHAPES = {Pick: "pick", PickSeveral: "several", Rank: "rank", Sort: "sort"}
_EMPTY = {
    "pick": "Choose one first.",
    "several": "Choose at least one first.",
    "rank": "Move at least one line first: the order at the start is by lot.",
    "sort": "Put each piece into a column first.",
}


def shape_of(kind: Kind) -> str:
    """Name the shape of a form: pick, several, rank or sort; or "" if it has none."""
    return next((name for of, name in _SHAPES.items() if isinstance(kind, of)), "")


def start_order(asked: Exercise) -> Sequence[str]:
    """Give the order in which a ranking starts: always the same, and never right.

    >>> from utils.lessons.kinds import Rank
    >>> two = Rank({"a": "Accuse", "w": "Warn"})
    >>> for right in (["a", "w"], ["w", "a"]):
    ...     made = Exercise("l05_1", "Rank.", two, "", [""], right=lambda: right)
    ...     assert list(start_order(made)) != right
    """
    kind: Any = asked.kind
    order = sorted(kind.options, key=lambda key: _lot(asked.name, key))
    for _ in order:
        if not asked.judge(order).is_right:
            break
        order = [*order[1:], order[0]]
    return order


def _lot(name: str, key: str) -> str:
    return sha256(f"{name} {key}".encode()).hexdigest()


def unfinished(kind: Kind, answer: Any) -> str:
    """Say what is still to be done before an answer can be judged, or "".

    >>> shelves = Sort({"n": "A note", "s": "A strike"}, {"w": "Words", "f": "Force"})
    >>> unfinished(shelves, {"n": "w"})
    'Still to be sorted: A strike.'
    """
    if not answer:
        return _EMPTY[shape_of(kind)]
    if isinstance(kind, Sort) and isinstance(answer, dict):
        left = [label for key, label in kind.options.items() if key not in answer]
        return f"Still to be sorted: {'; '.join(left)}." if left else ""
    return ""
