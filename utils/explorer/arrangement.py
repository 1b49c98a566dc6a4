"""How the parts of an explorer stand: facets beside the views, or above on a phone."""

from collections.abc import Sequence

from ipywidgets import Box, Layout, VBox, Widget

from utils.charts.sheet.theme import NARROWEST_PX, Look, theme_of

_SIDEBAR = Layout(
    display="flex",
    flex="1 1 280px",
    flex_flow="row wrap",
    align_items="flex-start",
    max_width="100%",
    grid_gap="8px",
)
_FACETS = Layout(flex="1 1 250px", min_width="240px")
_MAIN = Layout(flex="4 1 560px", min_width="0")
_WRAPPED = Layout(
    display="flex", flex_flow="row wrap", align_items="flex-start", grid_gap="12px"
)
_STEP_PX, _UNKNOWN_PX = 20, 600


def in_sight(*widgets: Widget) -> Box:
    """Give what stays in sight while the rest is scrolled."""
    top = VBox(widgets)
    top.add_class("demarche-top")
    return top


def beside_each_other(
    facets: Sequence[Sequence[Widget]], main: Sequence[Widget]
) -> Box:
    """Set columns of facets beside the views; where there is no room, above them."""
    columns = [VBox(column, layout=_FACETS) for column in facets]
    parts = [Box(columns, layout=_SIDEBAR), VBox(main, layout=_MAIN)]
    return Box(parts, layout=_WRAPPED)


def fitting_look(theme: str, width_px: int, *, dark: bool) -> Look:
    """Fit charts to a width, in steps; before it is known, to a narrow one.

    >>> fitting_look("auto", 795, dark=False).width_px
    780
    """
    steps = max(width_px or _UNKNOWN_PX, NARROWEST_PX) // _STEP_PX
    named = theme if theme != "auto" else ("dark" if dark else "light")
    return Look(theme_of(named), steps * _STEP_PX, tall_px=560)
