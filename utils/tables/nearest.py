"""Name what was probably meant."""

from collections.abc import Collection
from difflib import get_close_matches

MANY = 25


def nearest(known: Collection[str], wanted: str) -> str:
    """Say what would do instead of `wanted`: the nearest, or all if they are few.

    >>> nearest(["cultural", "media"], "cultrual")
    "did you mean 'cultural'? Known: cultural, media"
    """
    near = get_close_matches(wanted, known, n=1)
    if len(known) > MANY:
        few = f"write {near[0]!r} if that is meant" if near else ""
        return few or f"use one of the {len(known)} known"
    listed = f"nown: {', '.join(known) or 'none'}"
    return f"did you mean {near[0]!r}? K{listed}" if near else f"k{listed}"
