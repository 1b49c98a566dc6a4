"""The glossary lies in the lessons' folder as it is made from its words."""

import re
from pathlib import Path

import nbformat
import pytest

from utils.lessons.glossary import glossary
from utils.publish.classroom.glossary_notebook import (
    PLACE,
    glossary_notebook,
    write_glossary,
)

LESSONS = sorted(PLACE.parent.glob("[01]*.ipynb"))


def linked(path: Path) -> set[str]:
    cells = nbformat.read(path, as_version=4).cells
    return {
        word
        for cell in cells
        for word in re.findall(r"\(glossary\.ipynb#([^)]*)\)", cell.source)
    }


def test_the_glossary_is_as_its_words_are_now(tmp_path):
    fresh = write_glossary(tmp_path / "glossary.ipynb")
    assert fresh.read_bytes() == PLACE.read_bytes(), (
        "A word has changed: run python -m utils.publish.classroom glossary"
    )


def test_the_heading_of_a_word_is_its_anchor():
    heads = re.findall(r"(?m)^### (.*)$", "\n".join(c.source for c in cells()))
    assert [head.replace(" ", "-") for head in heads] == [
        term.anchor for term in glossary()
    ]


def test_links_inside_the_glossary_lead_to_words():
    inside = {a for c in cells() for a in re.findall(r"\(#([^)]*)\)", c.source)}
    assert inside <= {term.anchor for term in glossary()}


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_words_that_a_lesson_links_are_there(path):
    assert linked(path) - {term.anchor for term in glossary()} == set()


def cells():
    return glossary_notebook().cells
