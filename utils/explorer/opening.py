"""What an explorer, and a page that is shared, open on."""

import os
import warnings
from typing import Any

from utils.explorer.inquiry import Inquiry
from utils.explorer.saved import open_inquiry
from utils.selection import Selection, select
from utils.tables import Case

Saved = str | os.PathLike[str]
"""Where a saved inquiry lies."""


def opening(case: Case) -> Selection:
    """Give what an explorer opens on: the two sides, the surveyed period.

    Acts between the two of which nobody knows who acted are among them.
    """
    first, second = case.sides
    since, until = case.dense_period
    both = [f"{first}>{second}", f"{second}>{first}"]
    neither = f"{first}--{second}"
    open_ = [neither] if case.actions["direction"].eq(neither).any() else []
    return select(directions=[*both, *open_], since=since, until=until)


def first_inquiry(
    case: Case, first: Selection | Inquiry | Saved | None, **asked: Any
) -> Inquiry:
    """Give what is asked at first: what is given, or else the opening of the case.

    Beside a selection stands the usual scale, or the first of a case without it.
    The path of a saved inquiry stands for what it asks; if the data have changed
    since, a warning says so.

    Raises
    ------
    InquiryFileError
        If the file cannot be read, or is no saved inquiry of this case.
    """
    given = opening(case) if first is None else first
    if isinstance(given, str | os.PathLike):
        found = open_inquiry(given, case)
        if found.changed:
            warnings.warn(found.changed, stacklevel=3)
        given = found.inquiry
    if isinstance(given, Selection):
        given = Inquiry(given, scale=case.usual_scale)
    return given.but(**asked)
