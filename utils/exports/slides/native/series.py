"""Series of native charts: what they draw, and the chart XML of lines, bars, areas."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from utils.charts.sheet.theme import LIGHT
from utils.exports.slides.native.sheet import Column, Sheet
from utils.exports.slides.native.xml import (
    TEXT,
    a,
    c,
    no_stroke,
    rich,
    shape,
    solid,
    stroke,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SAMPLED = "sampled, not surveyed"
LANDMARKS = "landmarks"


@dataclass(frozen=True, eq=False)
class Series:
    """A column that is drawn, and how.

    `look` is its fill or its line. The legend leaves it out if it is not `named`.
    `reach` are the columns that say how far whiskers go above and below, `signs`
    what is written at which rows, `dots` the colour of the dots of a line.
    """

    column: Column
    look: Callable[[], "Element"]
    named: bool = True
    reach: tuple[Column, ...] = ()
    signs: Sequence[tuple[int, str]] = ()
    dots: str = ""


@dataclass(frozen=True, eq=False)
class Place:
    """The sheet where a series stands, and its turn to be drawn."""

    sheet: Sheet
    turn: int

    def head(self, series: Series, look: "Element") -> tuple["Element", ...]:
        """Open a series: its number, its name, its look."""
        order = c("idx", val=self.turn), c("order", val=self.turn)
        return *order, self.sheet.name(series.column), look

    def data(self, series: Series) -> tuple["Element", ...]:
        """Give the days and the numbers of a series."""
        return self.sheet.days(), self.sheet.values(series.column)


def line(series: Series, place: Place) -> "Element":
    """Draw a line through the numbers; one with signs drops a line at each instead."""
    head = place.head(series, shape(series.look()))
    labels = [_labels(series.signs, "t"), _down_to_zero()] if series.signs else []
    data = *place.data(series), c("smooth", val=0)
    return c("ser", *head, _marker(series.dots), *labels, *data)


def bar(series: Series, place: Place) -> "Element":
    """Draw a bar for each number, with its whisker or its sign."""
    head = place.head(series, shape(series.look(), no_stroke()))
    labels = [_labels(series.signs, "inEnd")] if series.signs else []
    over = [_whiskers(place.sheet, *series.reach)] if series.reach else []
    turned = c("invertIfNegative", val=0)
    return c("ser", *head, turned, *labels, *over, *place.data(series))


def area(series: Series, place: Place) -> "Element":
    """Shade what lies below the numbers."""
    look = shape(series.look(), no_stroke())
    return c("ser", *place.head(series, look), *place.data(series))


def nothing() -> "Element":
    """Fill nothing."""
    return a("noFill")


def ground() -> "Element":
    """Fill as the ground of what was not surveyed."""
    return solid(LIGHT.ground)


def hidden(series: Sequence[Series]) -> list[int]:
    """Give the turns of the series that the legend leaves out."""
    return [turn for turn, one in enumerate(series) if not one.named]


def _marker(colour: str) -> "Element":
    if not colour:
        return c("marker", c("symbol", val="none"))
    look = shape(solid(colour), no_stroke())
    return c("marker", c("symbol", val="circle"), c("size", val=5), look)


def _whiskers(sheet: Sheet, above: Column, below: Column) -> "Element":
    return c(
        "errBars",
        c("errBarType", val="both"),
        c("errValType", val="cust"),
        c("noEndCap", val=1),
        sheet.values(above, "plus"),
        sheet.values(below, "minus"),
        shape(stroke(TEXT, 1.75), _white_edge()),
    )


def _white_edge() -> "Element":
    """Part a dark line from a dark bar, where the program draws it."""
    white = a("srgbClr", val=LIGHT.paper.lstrip("#"))
    return a("effectLst", a("glow", white, rad=12_700))


def _down_to_zero() -> "Element":
    return c(
        "errBars",
        c("errDir", val="y"),
        c("errBarType", val="minus"),
        c("errValType", val="percentage"),
        c("noEndCap", val=1),
        c("val", val=100),
        shape(stroke(LIGHT.other, 1, "sysDot")),
    )


def _labels(signs: Sequence[tuple[int, str]], where: str) -> "Element":
    labels = [_label(row, sign, where) for row, sign in signs]
    return c("dLbls", *labels, *_shown(False))


def _label(row: int, sign: str, where: str) -> "Element":
    placed = c("dLblPos", val=where)
    return c("dLbl", c("idx", val=row), rich(sign), placed, *_shown(True))


def _shown(there: bool) -> tuple["Element", ...]:
    parts = "LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"
    return tuple(c(f"show{part}", val=int(there and part == "Val")) for part in parts)
