"""Charts that stay alive on a page: as plain data, in the looks that it may need."""

from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from utils.charts.record import FORMAT, redraw
from utils.charts.sheet.theme import THEMES
from utils.errors import ChartError
from utils.exports.page_builder import escape

PLOTLY = "plotly.min.js"
WIDTHS_PX = {"narrow": 360, "middle": 560, "wide": 960}
"""How wide a chart is laid out: for a phone, for less than a window, for all of it."""


def plotly_script() -> bytes:
    """Give plotly's own script, from the package that is installed."""
    from plotly.offline import get_plotlyjs

    return str(get_plotlyjs()).encode()


@cache
def script() -> str:
    """Give the script that draws the charts of a page."""
    return Path(__file__).with_name("living.js").read_text("utf-8")


def looks(figure: Mapping[str, Any]) -> dict[str, Any]:
    """Give a figure, as plain data, in each look that a page may need.

    The keys are "light-narrow" and so on; a look that the chart cannot have is not
    there. `as-made` is the figure itself, where it is none of our charts.

    >>> list(looks({"data": [], "layout": {}}))
    ['as-made']
    """
    meta = figure.get("layout", {}).get("meta")
    if not isinstance(meta, Mapping) or "chart" not in meta:
        return {"as-made": _bare(figure)}
    record = {"format": FORMAT, **meta}
    drawn = {}
    for theme, (name, width_px) in product(THEMES, WIDTHS_PX.items()):
        # A chart that has no room on a phone is shown there as it is elsewhere.
        with suppress(ChartError):
            chart = redraw(record, theme=theme, width_px=width_px)
            drawn[f"{theme}-{name}"] = _bare(chart.to_plotly_json())
    return drawn or {"as-made": _bare(figure)}


def chart_html(anchor: str, figure: Mapping[str, Any]) -> str:
    """Give the place of a chart on a page; the script finds its data by `anchor`."""
    layout = figure.get("layout", {})
    meta = layout.get("meta")
    alt = str(meta.get("alt", "")) if isinstance(meta, Mapping) else ""
    height = f"{float(layout.get('height') or 450):.0f}"
    return (
        f'<figure class="chart" id="{anchor}" aria-label="{escape(alt or "A chart")}">'
        f'<div class="plot" data-looks="{anchor}-looks" '
        f'style="min-height: {height}px"></div></figure>\n'
    )


def _bare(figure: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out the record, whose rows stand below the chart already."""
    import json

    from plotly.utils import PlotlyJSONEncoder

    layout = {k: v for k, v in figure["layout"].items() if k != "meta"}
    whole = {"data": figure["data"], "layout": layout}
    plain: dict[str, Any] = json.loads(json.dumps(whole, cls=PlotlyJSONEncoder))
    return plain
