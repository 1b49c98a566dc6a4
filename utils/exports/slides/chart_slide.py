"""The slide of one chart: finding, what is counted, the chart itself, its source."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from utils.charts.record import record, table
from utils.charts.sheet.theme import LIGHT, TEXT_PX
from utils.exports.slides import stage
from utils.exports.slides.arrangement import Arrangement, beside, in_column, stacked
from utils.exports.slides.box import TEXT_WIDTH_PT, Box
from utils.exports.slides.native import Native, native
from utils.exports.slides.native.xml import TEXT_PT as NATIVE_TEXT_PT
from utils.exports.slides.notes import annotate
from utils.exports.slides.picture import Layout, has_room, lay_out
from utils.exports.slides.text import clean, write

if TYPE_CHECKING:
    from plotly.graph_objects import Figure
    from pptx.presentation import Presentation
    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide

_AXIS_PT = 60
_PLOT_PX = round((TEXT_WIDTH_PT - _AXIS_PT) * TEXT_PX / NATIVE_TEXT_PT)
"""How wide a native plot is if its text is as high as that of the chart."""
_EDITABLE = (
    "The chart can be edited: click it with the right button and choose Edit Data."
)
_CUT = "A text was too long for the slide and was cut; it stands whole above."


def add_chart(
    deck: "Presentation",
    figure: "Figure",
    today: date,
    *,
    name: str = "",
    timeout_s: float = 30,
) -> "Slide":
    """Add the slide of a chart to a deck.

    Raises
    ------
    ChartError
        If the figure is none of our charts.
    ExportError
        If the chart is drawn as a picture, and there is no browser to draw it.
    """
    told = record(figure)
    made = native(told, table(figure), _PLOT_PX)
    slide = deck.slides.add_slide(stage.layout_named(deck, stage.CHART))
    slide._element.cSld.set("name", clean(name))
    if made:
        places = stacked(told["words"], made.key)
        shape, changed = _native(slide, made, places.chart), (_EDITABLE, *made.changed)
    else:
        places, layout = _laid_out(told)
        shape, changed = _drawn(slide, layout, timeout_s), layout.changed
    _describe(shape, told)
    _fill(slide, places, shape)
    stage.number(slide)
    annotate(slide, told, [*changed, *[_CUT] * (not places.whole)], today)
    return slide


def _native(slide: "Slide", made: Native, area: Box) -> "BaseShape":
    """Add the chart that PowerPoint draws by itself."""
    from pptx.enum.chart import XL_CHART_TYPE

    # The kind is in the XML of the chart already; python-pptx only hands it on.
    kind, data = XL_CHART_TYPE.LINE, cast("Any", made)
    return cast("BaseShape", slide.shapes.add_chart(kind, *area.lengths(), data))


def _laid_out(told: Mapping[str, Any]) -> tuple[Arrangement, Layout]:
    """Arrange the slide so that no text is cut and that of the picture is large."""
    every = [way(told["words"]) for way in (stacked, beside, in_column)]
    # Each leaves the chart more height than the one before.
    ways = [way for way in every if way.whole] or every
    best = next((way for way in ways if has_room(told, way.chart)), ways[-1])
    return best, lay_out(told, best.chart)


def _drawn(slide: "Slide", layout: Layout, timeout_s: float) -> "BaseShape":
    """Add the chart as a picture."""
    png = BytesIO(layout.png(timeout_s))
    return slide.shapes.add_picture(png, *layout.box.lengths())


def _describe(shape: "BaseShape", told: Mapping[str, Any]) -> None:
    """Give a chart its name and its alt text, for which python-pptx has no words."""
    shape.name = f"Chart: {told['chart'].replace('_', ' ')}"
    named = shape._element.xpath(".//p:cNvPr")[0]
    named.set("descr", clean(told["alt"]))
    named.set("title", clean(told["words"]["title"]))


def _fill(slide: "Slide", arranged: Arrangement, chart: "BaseShape") -> None:
    """Write the texts into their places, and put all in the order of reading."""
    places = {shape.placeholder_format.idx: shape for shape in slide.placeholders}
    order = [
        (places[0], "Title", arranged.title, LIGHT.text),
        (places[stage.COUNTED], "What is counted", arranged.counted, LIGHT.text),
        (places[stage.LANDMARKS], "Landmarks", arranged.landmarks, LIGHT.quiet),
        (places[stage.SOURCE], "Source", arranged.source, LIGHT.quiet),
    ]
    tree = slide.shapes._spTree
    for place, name, text, colour in order:
        tree.remove(place._element)
        if name == "Landmarks":
            tree.append(chart._element)
        if text.fitted.text:
            tree.append(place._element)
            place.name = name
            place.left, place.top, place.width, place.height = text.box.lengths()
            write(place.text_frame, text.fitted, colour=colour)
