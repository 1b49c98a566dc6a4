"""The chart space: groups of series, axes and legend in the order PowerPoint wants."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from utils.exports.slides.native.axes import both
from utils.exports.slides.native.sheet import Sheet
from utils.exports.slides.native.xml import (
    a,
    c,
    no_stroke,
    shape,
    text_look,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LOWERED = {"x": 0.09, "y": 0.19, "w": 0.87, "h": 0.69}
"""The plot, in shares of the chart: beside it stand numbers, below it dates."""


@dataclass(frozen=True, eq=False)
class Native:
    """A chart that PowerPoint draws by itself, and what is to be said with it.

    `key` explains what the legend does not, `changed` says in which ways the chart
    differs from the one it was made from. python-pptx takes it as chart data.
    """

    space: "Element"
    sheet: Sheet
    key: str
    changed: tuple[str, ...]

    def xml_bytes(self, chart_type: Any) -> bytes:
        """Give the chart part; python-pptx asks for it."""
        from lxml import etree

        written: bytes = etree.tostring(
            self.space, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        return written

    @property
    def xlsx_blob(self) -> bytes:
        """Give the workbook behind the chart; python-pptx asks for it."""
        return self.sheet.workbook()


def space(
    groups: Sequence["Element"],
    axes: Sequence["Element"],
    hidden: Sequence[int],
    *,
    numbers_above: bool = False,
) -> "Element":
    """Put groups of series on axes, with a legend above that leaves out `hidden`.

    `numbers_above` keeps room for numbers between the legend and the plot.
    """
    layout = _lowered() if numbers_above else c("layout")
    plot = c("plotArea", layout, *groups, *axes, shape(a("noFill")))
    chart = c(
        "chart",
        c("autoTitleDeleted", val=1),
        plot,
        _legend(hidden),
        c("plotVisOnly", val=1),
        c("dispBlanksAs", val="gap"),
    )
    return c(
        "chartSpace",
        c("date1904", val=0),
        c("lang", val="en-GB"),
        c("roundedCorners", val=0),
        chart,
        shape(a("noFill"), no_stroke()),
        text_look(),
    )


def group(kind: str, series: Sequence["Element"], *after: "Element") -> "Element":
    """Put series of one kind together: an areaChart, a barChart or a lineChart."""
    bars = kind == "barChart"
    way = [c("barDir", val="col")] if bars else []
    grouping = c("grouping", val="clustered" if bars else "standard")
    look = *way, grouping, c("varyColors", val=0)
    return c(kind, *look, *series, *after, *both())


def _lowered() -> "Element":
    """Fix the plot below legend and numbers; programs keep room for a legend alone."""
    modes = [c(f"{way}Mode", val="edge") for way in "xy"]
    ends = [c(name, val=value) for name, value in _LOWERED.items()]
    return c("layout", c("manualLayout", c("layoutTarget", val="inner"), *modes, *ends))


def _legend(hidden: Sequence[int]) -> "Element":
    left_out = [c("legendEntry", c("idx", val=i), c("delete", val=1)) for i in hidden]
    place = c("legendPos", val="t")
    return c("legend", place, *left_out, c("overlay", val=0), text_look())
