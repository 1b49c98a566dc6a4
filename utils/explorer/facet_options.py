"""The options of a facet, complete: checked, and with what they may leave out."""

from collections.abc import Iterable, Mapping
from typing import Any

from traitlets import TraitError

KEYS = ("value", "label", "definition", "also", "parent", "depth")


def completed(options: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Give the options in their order, each with every key and its depth.

    >>> completed([{"value": "media", "label": "Media"}])[0]["depth"]
    0

    Raises
    ------
    TraitError
        If an option lacks value or label, comes twice, or stands before its parent.
    """
    complete: dict[str, dict[str, Any]] = {}
    for option in options:
        complete[option.get("value", "")] = _complete(option, complete)
    return [*complete.values()]


def _complete(option: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """Fill the keys that an option may leave out, and refuse an unsound one."""
    value, parent = option.get("value"), option.get("parent", "")
    odd = [key for key in option if key not in KEYS]
    if not value or "label" not in option or odd:
        raise TraitError(
            f"The option {dict(option)} needs a value and a label, and may have "
            f"{', '.join(KEYS[2:])}; nothing else."
        )
    if value in before:
        raise TraitError(f"The option {value!r} comes twice; values must differ.")
    if parent and parent not in before:
        raise TraitError(
            f"The option {value!r} has the parent {parent!r}, which must be an "
            "option that stands before it."
        )
    depth = before[parent]["depth"] + 1 if parent else 0
    return {"definition": "", "also": "", **option, "parent": parent, "depth": depth}
