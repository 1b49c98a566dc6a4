"""The explorer: filter a case by widgets and see what every filter leaves."""

from utils.errors import ProjectError, known
from utils.explorer.desk import Explorer, opening
from utils.selection import Selection
from utils.tables import Case

__all__ = ["Explorer", "explore"]


def explore(
    case: Case,
    selection: Selection | None = None,
    *,
    scale: str = "goldstein-icews",
    half_life_days: float = 30,
    per: str = "month",
    theme: str = "auto",
) -> Explorer:
    """Open a case in one cell: facets, dates, charts, a table, a card for each act.

    Without a `selection` it opens on the two sides of the case and the period
    that was surveyed. `scale` names one of `case.scales`; `theme` is light, dark,
    or auto, which follows the notebook. The result is a widget; its `selection`
    can be read and set, its `acts` are the frame that is shown.

    Raises
    ------
    ProjectError
        If the case has no such scale, or a measure or chart refuses an option.
    SelectionError
        If the selection names what the case lacks.
    """
    if scale not in case.scales:
        raise ProjectError(f"There is no scale {scale!r}. {known(case.scales, scale)}")
    chosen = opening(case) if selection is None else selection
    return Explorer(
        case,
        chosen,
        scale=scale,
        half_life_days=half_life_days,
        per=per,
        theme=theme,
    )
