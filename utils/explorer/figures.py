"""What an explorer shows, as a chart that can be saved and drawn again.

Each view says the calls that make its chart once, as a recipe: the explorer runs
them, and "copy as code" writes them down.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from utils import charts, measures
from utils.errors import ChartError, known
from utils.explorer.inquiry import Inquiry
from utils.explorer.recipe import Name, Step, run, step
from utils.explorer.scene import Scene

if TYPE_CHECKING:
    from utils.charts.sheet.chart import Chart

ACTS, ABOUT = Name("acts"), Name("about")
OTHERS, ABOUT_OTHERS = Name("others"), Name("about_others")
"""The acts of the selection to compare with, where there is one."""


def figure_of(scene: Scene, view: str, *, theme: str, width_px: int) -> "Chart":
    """Draw one view of a scene as a chart of its own.

    Raises
    ------
    ChartError
        If the view has no chart, or it cannot be drawn with this look.
    """
    if view not in FIGURES:
        raise ChartError(f"The explorer has no chart {view!r}. {known(FIGURES, view)}")
    steps = FIGURES[view](scene.inquiry)
    drawn = run(steps, names_of(scene), theme=theme, width_px=width_px)
    return cast("Chart", drawn)


def names_of(scene: Scene) -> dict[str, Any]:
    """Give all that the calls of a recipe may name."""
    stock, shown = scene.stock, scene.shown
    beside: dict[str, Any] = {}
    if scene.inquiry.against is not None:
        other = stock.shown(scene.inquiry.against)
        beside = {"others": stock.acts.iloc[other.rows], "about_others": other.about}
    return beside | {
        "measures": measures,
        "charts": charts,
        "case": stock.case,
        "scale": stock.scale,
        "chosen": scene.inquiry.selection,
        "acts": stock.acts.iloc[shown.rows],
        "about": shown.about,
    }


def _period(asked: Inquiry) -> dict[str, str]:
    return {"since": asked.selection.since, "until": asked.selection.until}


def _timeline(asked: Inquiry) -> list[Step]:
    return [step("chart", "charts.timeline", ACTS, about=ABOUT)]


def _tension(asked: Inquiry) -> list[Step]:
    half = {"half_life_days": asked.half_life_days}
    return [
        step("level", "measures.tension", ACTS, **half, **_period(asked)),
        step("chart", "charts.tension_curve", Name("level"), about=ABOUT),
    ]


def _butterfly(asked: Inquiry) -> list[Step]:
    return [
        step("counts", "measures.counts", ACTS, asked.per, **_period(asked)),
        step("chart", "charts.butterfly", Name("counts"), about=ABOUT),
    ]


FIGURES: dict[str, Callable[[Inquiry], list[Step]]] = {
    "timeline": _timeline,
    "tension": _tension,
    "butterfly": _butterfly,
}
