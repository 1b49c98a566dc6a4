"""What an explorer shows, as a chart that can be saved and drawn again."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from utils import charts, measures
from utils.errors import ChartError, known
from utils.explorer.scene import Scene

if TYPE_CHECKING:
    from utils.charts.sheet.chart import Chart


def figure_of(scene: Scene, view: str, *, theme: str, width_px: int) -> "Chart":
    """Draw one view of a scene as a chart of its own.

    Raises
    ------
    ChartError
        If the view has no chart, or it cannot be drawn with this look.
    """
    if view not in FIGURES:
        raise ChartError(f"The explorer has no chart {view!r}. {known(FIGURES, view)}")
    look = {"about": scene.shown.about, "theme": theme, "width_px": width_px}
    return FIGURES[view](scene, look)


def _acts(scene: Scene) -> Any:
    return scene.stock.acts.iloc[scene.shown.rows]


def _period(scene: Scene) -> dict[str, str]:
    return {"since": scene.shown.about.since, "until": scene.shown.about.until}


def _timeline(scene: Scene, look: dict[str, Any]) -> "Chart":
    return charts.timeline(_acts(scene), **look)


def _tension(scene: Scene, look: dict[str, Any]) -> "Chart":
    half_life_days = scene.inquiry.half_life_days
    level = measures.tension(
        _acts(scene), half_life_days=half_life_days, **_period(scene)
    )
    return charts.tension_curve(level, **look)


def _butterfly(scene: Scene, look: dict[str, Any]) -> "Chart":
    counts = measures.counts(_acts(scene), scene.inquiry.per, **_period(scene))
    return charts.butterfly(counts, **look)


FIGURES: dict[str, Callable[[Scene, dict[str, Any]], "Chart"]] = {
    "timeline": _timeline,
    "tension": _tension,
    "butterfly": _butterfly,
}
