"""What an explorer shows, as a chart that can be saved and drawn again."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from utils import charts, measures
from utils.about import About
from utils.errors import ChartError, known

if TYPE_CHECKING:
    from utils.charts.sheet.chart import Chart

VIEWS = ("timeline", "tension", "butterfly")


def figure_of(
    view: str, acts: pd.DataFrame, *, half_life_days: float, per: str, **look: Any
) -> "Chart":
    """Draw one view of weighed acts; `look` has `about`, `theme` and `width_px`.

    Raises
    ------
    ChartError
        If there is no such view, or the chart cannot be drawn with this look.
    """
    about: About = look["about"]
    period = {"since": about.since, "until": about.until}
    if view == "timeline":
        return charts.timeline(acts, **look)
    if view == "tension":
        level = measures.tension(acts, half_life_days=half_life_days, **period)
        return charts.tension_curve(level, **look)
    if view == "butterfly":
        return charts.butterfly(measures.counts(acts, per, **period), **look)
    raise ChartError(f"The explorer has no view {view!r}. {known(VIEWS, view)}")
