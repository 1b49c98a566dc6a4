"""The picture of a chart, laid out for the free area of a slide."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from utils.charts.record import redraw
from utils.charts.sheet.theme import NARROWEST_PX
from utils.exports.fitting import Fitted, fitted
from utils.exports.presets import LEAST_TEXT_PT, Preset
from utils.exports.slides.box import MM_PER_PT, Box

DPI = 300
TEXT_PT = 12
"""The text of a picture should be no smaller than this."""
_LARGEST_PT = 16
_LANES = 0.7
_PICTURE = (
    "The chart is a picture, in the light theme: there is no chart of its kind that "
    "could be edited here."
)


@dataclass(frozen=True, eq=False)
class Layout:
    """A chart laid out for an area: what is to be drawn, how large, and where."""

    fitted: Fitted
    area: Box

    @property
    def share(self) -> float:
        """How far a chart that is too high for the area is made smaller."""
        return min(1.0, self.area.height * MM_PER_PT / self.fitted.height_mm)

    @property
    def text_pt(self) -> float:
        """The size of its text on the slide."""
        return self.fitted.text_pt * self.share

    @property
    def box(self) -> Box:
        """Where it stands: in the middle of the area."""
        share = self.share / MM_PER_PT
        width, height = self.fitted.width_mm * share, self.fitted.height_mm * share
        return self.area.within(width, height)

    @property
    def changed(self) -> tuple[str, ...]:
        """What the notes say of it."""
        if self.text_pt > TEXT_PT - 0.5:
            return (_PICTURE,)
        small = f"It has much to show for a slide: its text is {self.text_pt:.0f} pt."
        return _PICTURE, small

    def png(self, timeout_s: float) -> bytes:
        """Draw it, within a time.

        Raises
        ------
        ExportError
            If there is no browser to draw it, or the browser does not answer.
        """
        from utils.exports import browser

        return browser.shared().draw(
            self.fitted.figure,
            format="png",
            width_px=self.fitted.width_px,
            height_px=self.fitted.height_px,
            zoom=self.fitted.zoom * self.share,
            dpi=DPI,
            timeout_s=timeout_s,
        )


def has_room(record: Mapping[str, Any], area: Box) -> bool:
    """Say whether a chart fits into an area with a text of 12 points."""
    # At 12 points an area has as many pixels as points.
    width_px, light = max(NARROWEST_PX, round(area.width)), _light(record, area)
    drawn = redraw(light, width_px=width_px, height_px=0, bare=True)
    return bool(drawn.layout.height <= area.height)


def lay_out(record: Mapping[str, Any], area: Box) -> Layout:
    """Lay out a chart for an area, in the light theme, its text as large as it fits."""
    width_mm, height_mm = area.width * MM_PER_PT, area.height * MM_PER_PT
    preset = Preset(
        "slide",
        width_mm,
        height_mm,
        text_pt=_LARGEST_PT,
        least_text_pt=LEAST_TEXT_PT,
        bare=True,
        dpi=DPI,
    )
    return Layout(fitted(_light(record, area), preset), area)


def _light(record: Mapping[str, Any], area: Box) -> dict[str, Any]:
    """Let a chart be light whatever it was, and its lanes no higher than the area."""
    look = {"theme": "light", "tall_px": round(_LANES * area.height)}
    return {**record, "look": {**record["look"], **look}}
