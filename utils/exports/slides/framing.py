"""The slides around the charts of a deck: its title, and how to cite it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from utils.charts.sheet.theme import LIGHT
from utils.exports.caption import software_version
from utils.exports.slides import stage
from utils.exports.slides.box import Box
from utils.exports.slides.content import Content
from utils.exports.slides.notes import write_notes
from utils.exports.slides.text import fitted, paragraphs, write

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.shapes.base import BaseShape

CLOSING = "Sources and how to cite"
_NOTED = (
    "The notes of each slide hold the caption, the selection of the acts in words and "
    "as code, and what the slide changed."
)
_MORE = "More stands in the notes of this slide."


def add_opening(deck: "Presentation", content: Content) -> None:
    """Add the title slide: what the deck is, its data, their licence, the day."""
    lines = [f"{len(content.records)} charts", *content.datasets.values()]
    _add(
        deck,
        stage.OPENING,
        (content.heading, stage.OPENING_BOX, (40, 36, 32, 28, 24, 20)),
        ([*lines, content.dated], stage.BELOW_BOX, (20, 18, 16, 14)),
    )


def add_closing(deck: "Presentation", content: Content) -> None:
    """Add the last slide: how to cite the data of each slide."""
    lines = [f"{content.slides_of(cited)}: {cited}" for cited in content.datasets]
    made = f"Charts drawn with Demarche {software_version()}".strip()
    _add(
        deck,
        stage.TEXT,
        (CLOSING, stage.TITLE_BOX, (28,)),
        ([*lines, f"{made}.", _NOTED], stage.BODY_BOX, (18, 16, 14, 12)),
    )


def _add(
    deck: "Presentation",
    layout: str,
    title: tuple[str, Box, Sequence[int]],
    body: tuple[list[str], Box, Sequence[int]],
) -> None:
    """Add a slide of texts, each as large as it has room, and all of it as notes."""
    slide = deck.slides.add_slide(stage.layout_named(deck, layout))
    above, below = slide.placeholders
    above.name, below.name = "Title", "Text"
    heading, box, sizes = title
    large = fitted(heading, box.width, box.height, sizes=sizes, bold=True)
    write(above.text_frame, large, colour=LIGHT.text)
    _write(below, *body)
    stage.number(slide)
    write_notes(slide, [heading, *body[0]])


def _write(
    shape: "BaseShape", lines: list[str], box: Box, sizes: Sequence[int]
) -> None:
    """Write paragraphs; where some have no room, the last line says so."""
    found = paragraphs(lines, box.width, box.height, sizes=sizes)
    if len(found) < len(lines) or not all(text.whole for text in found):
        room = box.height - 2 * sizes[-1]
        found = paragraphs(lines, box.width, room, sizes=sizes[-1:])
        found.append(fitted(_MORE, box.width, box.height, sizes=sizes[-1:]))
    write(shape.text_frame, *found, colour=LIGHT.text)  # type: ignore[attr-defined]
