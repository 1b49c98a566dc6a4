"""The widget of a facet, tied to its field of the selection both ways."""

from typing import Any

from utils.explorer.facet_picker import FacetPicker
from utils.explorer.facets.facet import Facet
from utils.explorer.state import ExplorerState
from utils.selection import NOTHING


def picker(facet: Facet, state: ExplorerState) -> FacetPicker:
    """Give the widget of a facet; a tick asks the state for another selection.

    A selection that came from elsewhere moves the ticks and stays as it was written.
    """
    unfolded = facet.opens
    widget = FacetPicker(title=facet.title, options=facet.options, unfolded=unfolded)

    def choose(change: Any) -> None:
        wanted = [NOTHING] if change.new == [] else facet.asked(change.new or [])
        state.ask(selection=state.selection.but(**{facet.field: wanted}))

    def follow(change: Any = None) -> None:
        chosen = getattr(state.selection, facet.field)
        wanted = facet.ticked(chosen) if chosen else None
        if _boxes(facet, widget.chosen) != _boxes(facet, wanted):
            widget.unobserve(choose, "chosen")
            widget.set_trait("chosen", wanted)
            widget.observe(choose, "chosen")

    widget.observe(choose, "chosen")
    follow()
    state.observe(follow, "inquiry")
    return widget


def _boxes(facet: Facet, chosen: list[str] | None) -> set[str] | None:
    """Name the boxes of what is chosen, where a group stands for those in it."""
    if chosen is None:
        return None
    return {box for value in chosen for box in facet.below[value]}
