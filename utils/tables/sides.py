"""Sides that sources are of, and groups of sides."""

import pandas as pd

from utils.errors import SelectionError, nearest

LABELS = {"side": "label", "group": "group_label"}
"""The column of the codebook's sides that names each kind of side."""


def side_column(sides: pd.DataFrame, name: str, by: str) -> str:
    """Say whether a word is a side or a group of sides; `by` settles it.

    >>> sides = pd.DataFrame({"side": ["turkish"], "group": ["other"]})
    >>> side_column(sides, "turkish", "")
    'side'

    Raises
    ------
    SelectionError
        If there is no such side or group, or the word is both.
    """
    columns = [by] if by in LABELS else list(LABELS)
    found = [column for column in columns if sides[column].eq(name).any()]
    if not found:
        known = [word for column in columns for word in sides[column].unique()]
        hint = nearest(list(dict.fromkeys(known)), name)
        raise SelectionError(f"No source is of {name!r}: {hint}.")
    if len(found) > 1:
        raise SelectionError(
            f"{name!r} is a side and also a group of sides; "
            'say which with by="side" or by="group".'
        )
    return found[0]


def read_sides(sides: pd.DataFrame, sources: pd.DataFrame, by: str) -> dict[str, str]:
    """Give label and name of each side or group that a source was read of.

    >>> sides = pd.DataFrame({"side": ["turkish", "igo"], "label": ["Turkish", "UN"]})
    >>> read_sides(sides, pd.DataFrame({"side": ["turkish"]}), "side")
    {'Turkish': 'turkish'}

    Raises
    ------
    SelectionError
        If `by` is neither side nor group.
    """
    if by not in LABELS:
        raise SelectionError(
            f"Sources are left out by side or by group, not by {by!r}."
        )
    read = sides[sides["side"].isin(sources["side"])]
    return dict(zip(read[LABELS[by]], read[by], strict=True))
