"""Looks: the colours, marks and template of every chart, light and dark."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from utils.errors import ChartError, known

FONT = "Noto Sans, Open Sans, Arial, Helvetica, sans-serif"
TEXT_PX = 12
TITLE_PX = 16
EDGE_PX = 12
NARROWEST_PX = 360
HEAD_PX = 13
"""The size that sets how far apart the lines of the title block stand."""
_BUTTONS = "sendChartToCloud select2d lasso2d zoomIn2d zoomOut2d autoScale2d"


@dataclass(frozen=True)
class Theme:
    """The colours of one look; the two sides have the same lightness class."""

    name: str
    paper: str
    text: str
    quiet: str
    grid: str
    ground: str
    first: str
    second: str
    other: str

    @property
    def directions(self) -> tuple[str, str, str]:
        """Colours of the two directions between the sides and of all others."""
        return self.first, self.second, self.other


LIGHT = Theme(
    name="light",
    paper="#FFFFFF",
    text="#1A1A1A",
    quiet="#555555",
    grid="#DDDDDD",
    ground="#F0F0F0",
    first="#1F4E79",
    second="#CC7000",
    other="#767676",
)
DARK = Theme(
    name="dark",
    paper="#111111",
    text="#F2F2F2",
    quiet="#B8B8B8",
    grid="#3A3A3A",
    ground="#222222",
    first="#9ECBFF",
    second="#D08700",
    other="#9A9A9A",
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


@dataclass(frozen=True)
class Look:
    """A theme, and the width at which nothing may be cut off or collide.

    A chart that is shown wider keeps its lines and its stacks of marks. `tall_px`
    is how high the lanes of a timeline may grow. A `bare` chart has no title,
    subtitle and footer, because a caption says them. A chart that comes out lower
    than `height_px` is stretched to it; a higher one shrinks towards it, as far as
    its rows can stand closer.
    """

    theme: Theme = LIGHT
    width_px: int = 560
    tall_px: int = 900
    bare: bool = False
    height_px: int = 0

    @property
    def room_px(self) -> int:
        """The pixels that a line of text may take."""
        return self.width_px - 2 * EDGE_PX

    def record(self) -> dict[str, object]:
        """Give every field as plain data, ready for JSON.

        >>> Look().record()["theme"]
        'light'
        """
        return {**vars(self), "theme": self.theme.name}


def look_of(theme: str | Look, width_px: int) -> Look:
    """Give the look of a theme by its name, at a width, or a whole look as it is.

    Raises
    ------
    ChartError
        If there is no such theme, or the chart would be too narrow to read.
    """
    look = theme if isinstance(theme, Look) else Look(theme_of(theme), width_px)
    if not look.width_px >= NARROWEST_PX:
        raise ChartError(
            f"A chart of {look.width_px} pixels is too narrow for its labels; "
            f"give a width_px of {NARROWEST_PX} or more."
        )
    return look


def theme_of(name: str) -> Theme:
    """Give the theme of that name.

    >>> theme_of("light").first
    '#1F4E79'

    Raises
    ------
    ChartError
        If there is none.
    """
    if name not in THEMES:
        raise ChartError(f"There is no theme {name!r}. {known(THEMES, str(name))}")
    return THEMES[name]


@cache
def template(theme: Theme) -> dict[str, Any]:
    """Give the plotly template of a theme, without any button that uploads.

    >>> "sendChartToCloud" in template(LIGHT)["layout"]["modebar"]["remove"]
    True
    """
    layout = {
        "font": {"family": FONT, "size": TEXT_PX, "color": theme.text},
        "paper_bgcolor": theme.paper,
        "plot_bgcolor": theme.paper,
        "hoverlabel": _hover(theme),
        "hovermode": "closest",
        "modebar": {"remove": _BUTTONS.split(), "orientation": "v"},
        "showlegend": False,
        "xaxis": _axis(theme),
        "yaxis": _axis(theme),
    }
    return {"layout": layout}


def see_through(colour: str, share: float) -> str:
    """Give a colour with an opacity.

    >>> see_through("#1F4E79", 0.35)
    'rgba(31, 78, 121, 0.35)'
    """
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, {share})"


def _axis(theme: Theme) -> dict[str, Any]:
    return {
        "gridcolor": theme.grid,
        "linecolor": theme.quiet,
        "zerolinecolor": theme.quiet,
        "tickfont": {"size": TEXT_PX},
        "title": {"font": {"size": TEXT_PX}},
        "ticklabelstandoff": 5,
    }


def _hover(theme: Theme) -> dict[str, Any]:
    return {
        "align": "left",
        "bgcolor": theme.paper,
        "bordercolor": theme.quiet,
        "font": {"size": TEXT_PX, "family": FONT, "color": theme.text},
    }
