"""What a cell gives on paper: charts as pictures, forms to tick, room to write."""

from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from utils.charts.record import FORMAT, redraw
from utils.errors import ChartError
from utils.explorer.last_picture import LAST
from utils.exports.browser import BrowserMissing, find, shared
from utils.exports.page_builder import escape
from utils.publish.site.notebook_pages import private_places
from utils.publish.site.outputs import Outputs

WIDTH_PX, HIGHEST_PX = 660, 860
"""How a chart is laid out: on A4 between margins its letters have 9 points."""
_WITHOUT_WIDGETS = (
    '<p class="note">Here the notebook has something to be used with the mouse or '
    "the keyboard. It needs a running notebook.</p>"
)


class PaperOutputs(Outputs):
    """Writes the outputs of one notebook for a page without scripts.

    Pictures are drawn by the browser of the exports; where there is none, `pictures`
    is False, and the words of a chart stand alone.
    """

    def __init__(self, path: Path, *, pictures: bool = True) -> None:
        super().__init__(
            without_widgets=_WITHOUT_WIDGETS,
            private=private_places(path),
            chart=_picture if pictures else _words,
        )

    def html(self, output: Mapping[str, Any]) -> str:
        """Write one output, what an explorer showed last among them."""
        metadata = output.get("metadata", {})
        if LAST in metadata:
            return self.richest(output.get("data", {}), {})
        return super().html(output)


def browser_missing() -> str:
    """Say what is missing for pictures and PDF, or nothing if all is there."""
    try:
        find()
    except BrowserMissing as why:
        return str(why)
    return ""


def room(label: str, lines: int) -> str:
    r"""Give room to write by hand: a label and that many lines.

    >>> room("My answer", 1)
    '<div class="room"><p>My answer</p><div class="line"></div></div>\n'
    """
    ruled = '<div class="line"></div>' * lines
    return f'<div class="room"><p>{escape(label)}</p>{ruled}</div>\n'


def _picture(anchor: str, figure: Mapping[str, Any]) -> str:
    from plotly.graph_objects import Figure

    told = _words_of(figure)
    drawn = _redrawn(figure) or Figure(figure)
    svg = shared().draw(drawn, format="svg", title=anchor, description=told)
    code = b64encode(svg).decode()
    return (
        f'<figure class="picture" id="{anchor}">'
        f'<img src="data:image/svg+xml;base64,{code}" alt="{escape(told)}"></figure>\n'
    )


def _words(anchor: str, figure: Mapping[str, Any]) -> str:
    return (
        f'<p class="note" id="{anchor}">A chart stands here in the notebook. What it '
        f"shows: {escape(_words_of(figure))}</p>\n"
    )


def _words_of(figure: Mapping[str, Any]) -> str:
    meta = _meta(figure)
    return str(meta.get("alt") or "A chart that the cell above draws.")


def _redrawn(figure: Mapping[str, Any]) -> Any:
    """Draw one of our charts for paper; None if it is none, or cannot be so narrow."""
    meta = _meta(figure)
    if "chart" not in meta:
        return None
    try:
        record = {"format": FORMAT, **meta}
        drawn = redraw(record, theme="light", width_px=WIDTH_PX)
        if drawn.layout.height <= HIGHEST_PX:
            return drawn
        return redraw(record, theme="light", width_px=WIDTH_PX, height_px=HIGHEST_PX)
    except ChartError:
        return None


def _meta(figure: Mapping[str, Any]) -> Mapping[str, Any]:
    meta = figure.get("layout", {}).get("meta")
    return meta if isinstance(meta, Mapping) else {}
