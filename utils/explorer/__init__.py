"""The explorer: filter a case by widgets and see what every filter leaves."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from utils.explorer.inquiry import Inquiry
from utils.explorer.opening import first_inquiry
from utils.selection import Selection
from utils.tables import Case

if TYPE_CHECKING:
    from utils.explorer.desk import Explorer, Extra
    from utils.explorer.opening import Saved

__all__ = ["Explorer", "Inquiry", "explore"]


def explore(
    case: Case,
    selection: "Selection | Inquiry | Saved | None" = None,
    *,
    theme: str = "auto",
    extras: "Sequence[Extra]" = (),
    **asked: Any,
) -> "Explorer":
    """Open a case in one cell: facets, dates, charts, a table, a card for each act.

    Without a `selection` it opens on the two sides of the case and the period
    that was surveyed. `asked` are further fields of `Inquiry`: `scale` names one of
    `case.scales`, `view` the view on top, `half_life_days` and `per` are for
    tension and bars, `against` is a second selection to compare with. An `Inquiry`
    in place of the selection says all of that at once, as does the path of a file that
    `Explorer.save` or the button Save wrote. `theme` is light, dark,
    or auto, which follows the notebook; `extras` make widgets that stand below.
    The result is a widget; its `selection` can be read and set, its `acts` are the
    frame that is shown.

    Raises
    ------
    ProjectError
        If the case has no such scale, or a measure or chart refuses an option.
    SelectionError
        If the selection names what the case lacks.
    InquiryFileError
        If a file cannot be read, or is no saved inquiry of this case.
    """
    # What needs no widgets can be used where there are none.
    from utils.explorer.desk import Explorer

    inquiry = first_inquiry(case, selection, **asked)
    return Explorer(case, inquiry, theme=theme, extras=extras)


def __getattr__(name: str) -> Any:
    if name != "Explorer":
        raise AttributeError(f"utils.explorer has no {name!r}")
    from utils.explorer.desk import Explorer

    return Explorer
