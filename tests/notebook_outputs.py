"""What a cell of a notebook shows after a run, found by the tag of the cell."""

import re
from datetime import datetime

from nbformat import NotebookNode

FIGURE = "application/vnd.plotly.v1+json"


def tagged(notebook: NotebookNode, tag: str) -> NotebookNode:
    return next(c for c in notebook.cells if tag in c.metadata.get("tags", []))


def said(notebook: NotebookNode, tag: str) -> str:
    """Give what a cell prints, or the plain text of the value that it ends with."""
    output = tagged(notebook, tag).outputs[-1]
    return output.text if "text" in output else output.data["text/plain"]


def title(notebook: NotebookNode, tag: str) -> str:
    """Give the title block of the figure that a cell draws, without markup."""
    figure = tagged(notebook, tag).outputs[-1].data[FIGURE]
    return re.sub(r"(<[^>]*>)+", " ", figure["layout"]["title"]["text"])


def pairs(notebook: NotebookNode, tag: str) -> dict[str, tuple[float, float]]:
    """Read a printed table of days with two numbers each."""
    rows = re.findall(r"(\d{4}-\d\d-\d\d) +([\d.]+) +([\d.]+)", said(notebook, tag))
    return {day: (float(one), float(two)) for day, one, two in rows}


def peaks(notebook: NotebookNode, tag: str) -> dict[str, tuple[str, float]]:
    """Read day and height of each direction's peak from a printed table."""
    rows = re.findall(r"(\d{4}-\d\d-\d\d) +(\S+) +([\d.]+)", said(notebook, tag))
    return {direction: (day, float(height)) for day, direction, height in rows}


def in_words(day: str) -> str:
    date = datetime.fromisoformat(day)
    return f"{date.day} {date:%b %Y}"
