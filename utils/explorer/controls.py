"""The controls above the charts, each tied to one field of what is asked."""

from collections.abc import Callable
from typing import Any

from ipywidgets import Checkbox, DOMWidget, Dropdown, Layout

from utils.explorer.inquiry import GROUPS
from utils.explorer.number_slider import NumberSlider
from utils.explorer.state import ExplorerState
from utils.measures.counts import BINS
from utils.tables import Case

LEAST_DAYS, MOST_DAYS = 1, 365
_NARROW = {"style": {"description_width": "auto"}}


class Controls:
    """One widget for each choice; some stand above several charts."""

    def __init__(self, case: Case, state: ExplorerState) -> None:
        scales = [(str(scale), name) for name, scale in case.scales.items()]
        bins = [(name.capitalize(), name) for name in BINS]
        self.scale = dropdown("Scale", scales, width="auto")
        self.per = dropdown("Bars by", bins)
        self.half_life = NumberSlider(
            label="Half-life", unit="days", least=LEAST_DAYS, most=MOST_DAYS
        )
        self.band = Checkbox(
            description="Band of doubt", indent=False, layout=Layout(width="auto")
        )
        self.groups = dropdown("Groups by", [(it.capitalize(), it) for it in GROUPS])
        fields = ("scale", "per", "half_life", "band", "groups")
        for field in fields:
            name = {"half_life": "half_life_days"}.get(field, field)
            tie(getattr(self, field), state, name)


def dropdown(description: str, options: Any, *, width: str = "max-content") -> Dropdown:
    """Give a list to choose one of, with its name beside it."""
    layout = Layout(width=width, max_width="100%")
    return Dropdown(description=description, options=options, layout=layout, **_NARROW)


def tie(widget: DOMWidget, state: ExplorerState, field: str) -> None:
    """Let a widget ask for a field of the inquiry, and follow it."""

    def ask(change: Any) -> None:
        state.ask(**{field: change.new})

    def follow(change: Any = None) -> None:
        quietly(widget, ask, getattr(state.inquiry, field))

    widget.observe(ask, "value")
    state.observe(follow, "inquiry")
    follow()


def quietly(widget: DOMWidget, heard: Callable[[Any], None], value: Any) -> None:
    """Set the value of a widget without its observer hearing of it."""
    widget.unobserve(heard, "value")
    widget.value = value
    widget.observe(heard, "value")
