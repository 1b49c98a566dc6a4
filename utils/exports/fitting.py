"""A chart laid out for a size in print: drawn again on as many pixels as it needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from utils.charts.record import redraw
from utils.exports.presets import MM_PER_INCH, Preset

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_STEP = 1.04
_PAGE_MM = (200, 230)
"""Up to this width a figure stands on a page of a journal, and up to this height."""


@dataclass(frozen=True, eq=False)
class Fitted:
    """A chart laid out on `width_px` by `height_px`, and its width in print."""

    figure: "Figure"
    width_px: int
    height_px: int
    width_mm: float

    @property
    def zoom(self) -> float:
        """How many pixels of 1/96 inch a pixel of the layout takes in print."""
        return self.width_mm / MM_PER_INCH * 96 / self.width_px

    @property
    def height_mm(self) -> float:
        """The height in print."""
        return self.width_mm * self.height_px / self.width_px

    @property
    def text_pt(self) -> float:
        """The points of the text in print."""
        return 9 * self.zoom


def fitted(
    record: Mapping[str, Any], preset: Preset, *, bare: bool | None = None
) -> Fitted:
    """Lay out a chart for a preset.

    Where the height is given, the text is the largest at which the chart is no
    higher, and the chart is stretched to it. A chart that is higher even with the
    smallest text has its rows closer, and comes out higher where that is not enough.
    Without a given height, this is so for charts that are higher than a page. `bare`
    says otherwise than the preset whether title, subtitle and source stay in the
    picture.

    Raises
    ------
    ChartError
        If the chart cannot be drawn that small.
    """
    look: dict[str, Any] = {"bare": preset.bare if bare is None else bare}
    width_px = _narrowest(record, preset, look)
    height_px = round(preset.height_mm * width_px / preset.width_mm)
    figure = redraw(record, width_px=width_px, height_px=height_px, **look)
    page_px = round(_PAGE_MM[1] * width_px / preset.width_mm)
    if not height_px and _on_a_page(preset) and figure.layout.height > page_px:
        figure = redraw(record, width_px=width_px, height_px=page_px, **look)
    return Fitted(figure, width_px, round(figure.layout.height), preset.width_mm)


def _on_a_page(preset: Preset) -> bool:
    return preset.width_mm <= _PAGE_MM[0]


def _narrowest(record: Mapping[str, Any], preset: Preset, look: dict[str, Any]) -> int:
    """Give the fewest pixels across on which the chart is low enough, else the most."""
    widths = _widths(preset)
    low, high = 0, len(widths) - 1
    while low < high:
        middle = (low + high) // 2
        figure = redraw(record, width_px=widths[middle], height_px=0, **look)
        room_px = preset.height_mm * widths[middle] / preset.width_mm
        low, high = (
            (low, middle) if figure.layout.height <= room_px else (middle + 1, high)
        )
    return widths[low]


def _widths(preset: Preset) -> list[int]:
    """Give the widths to try: one, or those from the largest text to the smallest."""
    least, most = preset.width_px, preset.width_px
    if preset.height_mm and preset.least_text_pt:
        most = max(least, preset.width_px_at(preset.least_text_pt))
    found = [least]
    while found[-1] < most:
        found.append(min(most, round(found[-1] * _STEP)))
    return [_evened(width, preset) for width in found]


def _evened(width_px: int, preset: Preset) -> int:
    """Take the width nearby whose height comes out closest to whole pixels."""
    share = preset.height_mm / preset.width_mm
    near = range(width_px - 8, width_px + 9) if preset.least_text_pt else [width_px]
    return min(
        near,
        key=lambda px: (abs(px * share - round(px * share)) > 0.01, abs(px - width_px)),
    )
