"""The app: what a reader opens, with the ways out of it."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from utils.app.plain import PlainExplorer
    from utils.explorer import Explorer, Inquiry
    from utils.selection import Selection
    from utils.tables import Case

__all__ = ["explore"]


def explore(
    case: "Case", selection: "Selection | Inquiry | None" = None, **asked: Any
) -> "Explorer | PlainExplorer":
    """Open a case in one cell: filters, views, a card for each act, ways out."""
    from utils.app.ways_out import WaysOut
    from utils.explorer import explore as open_explorer

    return open_explorer(case, selection, extras=[WaysOut], **asked)
