"""Sizes that journals, slides and handouts ask for, and sizes of one's own."""

from dataclasses import dataclass
from math import ceil

from utils.charts.sheet.theme import NARROWEST_PX, TEXT_PX
from utils.errors import ExportError, known

MM_PER_INCH = 25.4
LEAST_MM, MOST_MM = 60, 1_000
LEAST_TEXT_PT = 7
DPI = (72, 1_200)
MOST_PIXELS = 16_000
"""No browser draws a wider picture than some 16,000 pixels."""
_POINTS_PER_PIXEL = 72 / 96


@dataclass(frozen=True)
class Preset:
    """How large a figure leaves, in millimetres, and its text, in points.

    A `height_mm` of 0 is the height that the chart has by nature; a lower chart
    is stretched to `height_mm`, and the text of a higher one may shrink down to
    `least_text_pt`, so that it fits. A `bare` figure leaves title, subtitle and
    source to its caption. `dpi` are the pixels per inch of a PNG. On an `a4` page,
    finding, caption and source stand around the figure.

    >>> Preset("poster", 600, text_pt=24).width_px
    850

    Raises
    ------
    ExportError
        If the size, the text or the dpi lie beyond what can be read or drawn.
    """

    name: str
    width_mm: float
    height_mm: float = 0
    text_pt: float = 8
    bare: bool = False
    dpi: int = 300
    least_text_pt: float = 0
    a4: bool = False

    def __post_init__(self) -> None:
        _within("width", self.width_mm, "mm", (LEAST_MM, MOST_MM))
        if self.height_mm:
            _within("height", self.height_mm, "mm", (LEAST_MM / 2, MOST_MM))
        _within("dpi", self.dpi, "pixels per inch", DPI)
        for text_pt in (self.text_pt, self.least_text_pt or self.text_pt):
            _within("text size", text_pt, "pt", (LEAST_TEXT_PT, 200))
        self._check_room()

    @property
    def width_px(self) -> int:
        """The pixels a chart is laid out on, so that its text comes out right."""
        return self.width_px_at(self.text_pt)

    def width_px_at(self, text_pt: float) -> int:
        """Give the pixels of the layout for a text of other points.

        >>> PRESETS["single-column"].width_px_at(9)
        340
        """
        natural_pt = TEXT_PX * _POINTS_PER_PIXEL
        return round(self.width_mm / MM_PER_INCH * 96 * natural_pt / text_pt)

    def _check_room(self) -> None:
        if self.width_px < NARROWEST_PX:
            least = ceil(self.width_mm * NARROWEST_PX / self.width_px)
            raise ExportError(
                f"Text of {self.text_pt:g} pt leaves no room for labels in a figure "
                f"{self.width_mm:g} mm wide; give {least} mm or more"
                f"{', or a smaller text' * (self.text_pt > LEAST_TEXT_PT)}."
            )
        if (pixels := self.width_mm / MM_PER_INCH * self.dpi) > MOST_PIXELS:
            raise ExportError(
                f"{self.width_mm:g} mm at {self.dpi} dpi are {pixels:,.0f} pixels, "
                f"more than the {MOST_PIXELS:,} that can be drawn; "
                f"give a dpi of {int(self.dpi * MOST_PIXELS / pixels)} or less."
            )


def preset_of(wanted: object) -> Preset:
    """Give a preset by its name, as it is, or for a number of millimetres.

    A width of one's own takes the text that journals have at that width; beyond
    200 mm the text grows with the figure, as on a poster.

    >>> preset_of("nature-single").width_mm, preset_of(120).text_pt
    (89, 7.5)

    Raises
    ------
    ExportError
        If there is no such preset, or the number is too small or too large.
    """
    if isinstance(wanted, Preset):
        return wanted
    if isinstance(wanted, int | float) and not isinstance(wanted, bool):
        return _of_width(wanted)
    if isinstance(wanted, str) and wanted in PRESETS:
        return PRESETS[wanted]
    raise ExportError(
        f"There is no preset {wanted!r}. {known(PRESETS, str(wanted))} "
        "A number of millimetres or a Preset of your own would do too."
    )


def _of_width(width_mm: float) -> Preset:
    _within("width", width_mm, "mm", (LEAST_MM, MOST_MM))
    text_pt = 7 if width_mm < 80 else 7.5 if width_mm <= 140 else 8
    if width_mm > 200:
        text_pt = width_mm / 25
    bare, name = width_mm < 140, f"{width_mm:g} mm"
    dpi = min(300, int(MOST_PIXELS / width_mm * MM_PER_INCH))
    return Preset(name, width_mm, text_pt=text_pt, bare=bare, dpi=dpi)


def _within(what: str, given: object, unit: str, ends: tuple[float, float]) -> None:
    least, most = ends
    number = isinstance(given, int | float) and not isinstance(given, bool)
    if not (number and least <= given <= most):  # type: ignore[operator]
        raise ExportError(
            f"The {what} of a figure is {least:g} to {most:g} {unit}; "
            f"{given!r} was given."
        )


PRESETS = {
    preset.name: preset
    for preset in (
        Preset("single-column", 90, text_pt=7.5, bare=True),
        Preset("one-and-a-half", 140, text_pt=7.5),
        Preset("double-column", 190, text_pt=8),
        Preset("nature-single", 89, text_pt=7, bare=True),
        Preset("nature-double", 183, text_pt=7),
        Preset("slide", 338.667, 190.5, text_pt=18, least_text_pt=9),
        Preset("handout", 170, text_pt=9, a4=True),
    )
}
"""The sizes that have a name."""
