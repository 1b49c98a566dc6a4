"""The app: what a reader opens, with the ways out of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from utils.app.doctor import doctor

if TYPE_CHECKING:
    from utils.app.event_desk import EventDesk
    from utils.app.plain import PlainExplorer
    from utils.events import Events
    from utils.explorer import Explorer, Inquiry
    from utils.explorer.desk import Extra
    from utils.explorer.opening import Saved
    from utils.selection import Selection
    from utils.tables import Case

__all__ = ["doctor", "explore"]


def explore(
    case: "Case | Events",
    selection: "Selection | Inquiry | Saved | None" = None,
    *,
    theme: str = "auto",
    extras: "Sequence[Extra]" = (),
    **asked: Any,
) -> "Explorer | PlainExplorer | EventDesk":
    """Open a case in one cell: filters, views, a card for each act, and ways out.

    Without a `selection` it opens on the two sides of the case and the period that
    was surveyed. `asked` are further fields of an `Inquiry`: `scale` names one of
    `case.scales`, `view` the view on top, `half_life_days` and `per` are for tension
    and bars, `against` is a second selection to compare with. An
    `Inquiry` in place of the selection says all of that at once, as does the path of a
    file that `Explorer.save` or the button Save wrote. `theme` is light, dark,
    or auto, which follows the notebook; `extras` make widgets that stand below. The
    result's `selection` can be read and set, its `acts` are the frame that is shown.

    Where widgets cannot be made, a `PlainExplorer` says so, and shows the same acts
    as plain charts.

    Events of a file open with a bar above the explorer that offers pairs of countries
    and years, and asks the engine for them; `selection` is then nothing, and the
    `explorer` of the result is the one that is shown.

    Raises
    ------
    ProjectError
        If the case has no such scale, or a measure or chart refuses an option.
    SelectionError
        If the selection names what the case lacks.
    InquiryFileError
        If a file cannot be read, or is no saved inquiry of this case.
    """
    from utils.explorer.opening import first_inquiry
    from utils.tables import Case

    if not isinstance(case, Case):
        try:
            from utils.app.event_desk import EventDesk
        except ImportError as missing:
            if (missing.name or "").startswith("utils"):
                raise
            return explore(case.case(), selection, theme=theme, **asked)
        return EventDesk(case, explore, theme=theme, extras=extras, **asked)
    inquiry = first_inquiry(case, selection, **asked)
    try:
        from utils.app.ways_out import WaysOut
        from utils.explorer import Explorer

        return Explorer(case, inquiry, theme=theme, extras=[*extras, WaysOut])
    except ImportError as missing:
        if (missing.name or "").startswith("utils"):
            raise
        why = _why(missing)
    from utils.app.plain import PlainExplorer

    return PlainExplorer(case, inquiry, why=why, theme=theme)


def _why(missing: ImportError) -> str:
    """Say what is missing, and what would mend it.

    >>> _why(ImportError(name="anywidget"))[-62:]
    'Run: python -m pip install anywidget; then restart the kernel.'
    """
    package = (missing.name or "anywidget").split(".")[0]
    return (
        f"Filters need widgets, and these need {package}, which is not here "
        f"({missing}). Run: python -m pip install {package}; then restart the kernel."
    )
