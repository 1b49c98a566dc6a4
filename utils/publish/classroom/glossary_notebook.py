"""The glossary as a notebook, made anew whenever a word has changed."""

import re
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from utils.lessons.glossary import Meaning, Term, anchor_of, glossary
from utils.publish.site.plan import ROOT

if TYPE_CHECKING:
    from nbformat import NotebookNode

PLACE = ROOT / "notebooks" / "lessons" / "glossary.ipynb"
_INTRO = """# The words of the course

Look a word up here. A lesson's links lead to the word itself. If this page opens at \
its top, follow the link once more.

Words of the codebook and of the measures say in which sense they are meant."""
_MADE = """---

This page is made from the codebook, from the measures and from \
`data/course/terms.csv`. To change it, change those, and run \
`python -m utils.publish.classroom glossary`."""
_PYTHON = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
_SIGNS = re.compile(r"([\\*_<>\[\]])")


def glossary_notebook() -> "NotebookNode":
    """Give the glossary as a notebook: a cell for each letter, a heading for each word.

    The text of a heading is its anchor, which is how JupyterLab makes them.
    """
    from nbformat.v4 import new_markdown_cell, new_notebook

    letters = groupby(glossary(), key=lambda term: term.name[0])
    cells = [new_markdown_cell(_INTRO, id="words")]
    cells += [
        new_markdown_cell(_letter(letter, [*terms]), id=f"letter-{letter}")
        for letter, terms in letters
    ]
    cells.append(new_markdown_cell(_MADE, id="made"))
    return new_notebook(cells=cells, metadata=_PYTHON)


def write_glossary(path: Path = PLACE) -> Path:
    """Write the glossary, whole or not at all."""
    import nbformat

    unfinished = path.with_suffix(".part")
    nbformat.write(glossary_notebook(), unfinished)
    unfinished.replace(path)
    return path


def _letter(letter: str, terms: list[Term]) -> str:
    return "\n\n".join([f"## {letter.upper()}", *map(_entry, terms)])


def _entry(term: Term) -> str:
    links = ", ".join(f"[{name}](#{anchor_of(name)})" for name in term.see)
    see = [f"See also {links}."] if links else []
    return "\n\n".join([f"### {term.name}", *map(_meaning, term.meanings), *see])


def _meaning(meaning: Meaning) -> str:
    sense = f"*{meaning.sense}.* " if meaning.sense else ""
    return sense + _plain(meaning.text)


def _plain(text: str) -> str:
    """Keep signs of a text from being taken for Markdown, except code."""
    pieces = text.split("`")
    return "`".join(
        piece if place % 2 else _SIGNS.sub(r"\\\1", piece)
        for place, piece in enumerate(pieces)
    )
