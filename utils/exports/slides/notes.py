"""The notes of a slide: the whole caption, and in what the slide differs."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from utils.exports.caption import caption
from utils.exports.slides.text import clean, in_language

if TYPE_CHECKING:
    from pptx.slide import Slide


def annotate(
    slide: "Slide", record: Mapping[str, Any], changed: Sequence[str], today: date
) -> None:
    """Write the caption of a chart into the notes, and what the slide changed."""
    about = ["About this slide:", *changed]
    write_notes(slide, [*caption(record, today=today).splitlines(), "", *about])


def write_notes(slide: "Slide", lines: Sequence[str]) -> None:
    """Write lines into the notes of a slide, one paragraph each."""
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None, "python-pptx makes notes with a place for text"
    frame.text = "\n".join(map(clean, lines))
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            in_language(run)
