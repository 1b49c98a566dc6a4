"""Charts that stay alive on a page: as plain data, in the looks that it may need."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from utils.charts.record import FORMAT, redraw
from utils.errors import ChartError
from utils.exports.page_builder import escape

PLOTLY = "plotly.min.js"
NARROW_PX = 360
"""The width of a chart on a phone."""
WIDE_PX = 560
"""The narrowest a chart may be shown that was not drawn for a phone."""


def plotly_script() -> bytes:
    """Give plotly's own script, from the package that is installed."""
    from plotly.offline import get_plotlyjs

    return str(get_plotlyjs()).encode()


@cache
def script() -> str:
    """Give the script that draws the charts of a page."""
    return Path(__file__).with_name("living.js").read_text("utf-8")


def looks(figure: Mapping[str, Any]) -> dict[str, Any]:
    """Give a figure, as plain data, as light and dark, wide and narrow.

    A figure that is none of our charts has one look; its keys name the looks.

    >>> list(looks({"data": [], "layout": {}}))
    ['light']
    """
    drawn = {"light": _bare(figure)}
    meta = figure.get("layout", {}).get("meta")
    if not isinstance(meta, Mapping) or "chart" not in meta:
        return drawn
    record = {"format": FORMAT, **meta}
    narrow = {"width_px": NARROW_PX}
    wanted: dict[str, dict[str, Any]] = {
        "dark": {"theme": "dark"},
        "light-narrow": narrow,
        "dark-narrow": {"theme": "dark", **narrow},
    }
    for name, look in wanted.items():
        try:
            drawn[name] = _bare(redraw(record, **look).to_plotly_json())
        except ChartError:
            # What cannot be drawn for a phone is shown there as it is elsewhere.
            continue
    return drawn


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
