"""A deck: a slide for each chart and, around several, an opening and a close."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from utils.charts.record import record
from utils.exports.progress import Progress
from utils.exports.slides.chart_slide import add_chart
from utils.exports.slides.content import Content
from utils.exports.slides.framing import add_closing, add_opening
from utils.exports.slides.stage import stage
from utils.exports.slides.text import LANGUAGE, clean

if TYPE_CHECKING:
    from plotly.graph_objects import Figure
    from pptx.presentation import Presentation

_PROPERTY_CHARACTERS = 255


def deck_of(
    figures: Sequence["Figure"],
    *,
    names: Sequence[str] = (),
    title: str = "",
    today: date | None = None,
    timeout_s: float = 30,
    progress: Progress | None = None,
) -> bytes:
    """Give a deck as the bytes of a .pptx file: a slide for each chart.

    Several charts get a title slide, and a last one that says how to cite them.
    `names` are what the slides are called inside the file. `timeout_s` bounds each
    picture. `progress` is called with a line before each of several charts.

    Raises
    ------
    ChartError
        If a figure is none of our charts.
    ExportError
        If a chart is drawn as a picture, and there is no browser to draw it.
    """
    records = tuple(map(record, figures))
    content = Content(records, title, today or date.today())
    deck = stage()
    if content.several:
        add_opening(deck, content)
    for i, told in enumerate(records):
        name = names[i] if names else ""
        if progress and content.several:
            kind = told["chart"].replace("_", " ")
            progress(f"{i + 1} of {len(records)}: {name or kind}")
        add_chart(deck, figures[i], content.today, name=name, timeout_s=timeout_s)
    if content.several:
        add_closing(deck, content)
    _tell(deck, content)
    written = BytesIO()
    deck.save(written)
    return written.getvalue()


def _tell(deck: "Presentation", content: Content) -> None:
    """Say in the properties of the file what it is and where it comes from."""
    told = deck.core_properties
    told.created = told.modified = datetime.now(UTC).replace(tzinfo=None)
    told.title = _short(content.heading)
    told.subject = _short("; ".join(content.datasets.values()))
    told.keywords = _short(", ".join(content.kinds))
    told.comments = _short(" ".join(content.datasets))
    told.author, told.last_modified_by = "", "Demarche"
    told.language, told.revision = LANGUAGE, 1


def _short(text: str) -> str:
    """Cut a property at the length that the format allows."""
    text = clean(text)
    cut = f"{text[: _PROPERTY_CHARACTERS - 1]}…"
    return text if len(text) <= _PROPERTY_CHARACTERS else cut
