"""What a cell of a notebook shows after a run, found by the tag of the cell."""

import re
from datetime import datetime

import pandas as pd
from nbformat import NotebookNode

FIGURE = "application/vnd.plotly.v1+json"
TWIN = "demarche-twin"


def tagged(notebook: NotebookNode, tag: str) -> NotebookNode:
    return next(c for c in notebook.cells if tag in c.metadata.get("tags", []))


def outputs(notebook: NotebookNode, tag: str) -> list[NotebookNode]:
    """Give what a cell shows, without the text and table that follow each figure."""
    return [output for output in tagged(notebook, tag).outputs if not is_twin(output)]


def is_twin(output: NotebookNode) -> bool:
    """Say whether an output is the text and table of the figure before it."""
    return TWIN in output.get("data", {}).get("text/html", "")


def figure(notebook: NotebookNode, tag: str) -> NotebookNode:
    """Give the last figure that a cell draws."""
    figures = [
        o.data[FIGURE] for o in outputs(notebook, tag) if FIGURE in o.get("data", {})
    ]
    return figures[-1]


def said(notebook: NotebookNode, tag: str) -> str:
    """Give what a cell prints, or the plain text of the value that it ends with.

    A kernel that is busy may send what is printed in several pieces.
    """
    found = outputs(notebook, tag)
    if "text" not in found[-1]:
        return found[-1].data["text/plain"]
    return "".join(output.text for output in found if "text" in output)


def title(notebook: NotebookNode, tag: str) -> str:
    """Give the title block of the figure that a cell draws, without markup."""
    heading = figure(notebook, tag)["layout"]["title"]["text"]
    return re.sub(r"(<[^>]*>)+", " ", heading)


def pairs(notebook: NotebookNode, tag: str) -> dict[str, tuple[float, float]]:
    """Read a printed table of days with two numbers each."""
    rows = re.findall(r"(\d{4}-\d\d-\d\d) +([\d.]+) +([\d.]+)", said(notebook, tag))
    return {day: (float(one), float(two)) for day, one, two in rows}


def rows(notebook: NotebookNode, tag: str) -> list[tuple[str, list[float]]]:
    """Read the lines of a printed table that end in numbers, each with its label."""
    line = r"^(?:\d+ +)?(\S*[^\s\d.-].*?|\d{4}-\d\d)((?: +-?\d[\d.]*)+)$"
    found = re.findall(line, said(notebook, tag), re.M)
    return [(label, [float(n) for n in numbers.split()]) for label, numbers in found]


def drawn(notebook: NotebookNode, tag: str) -> pd.DataFrame:
    """Give the frame that the figure of a cell is drawn from."""
    return pd.DataFrame(figure(notebook, tag)["layout"]["meta"]["rows"])


def peaks(notebook: NotebookNode, tag: str) -> dict[str, tuple[str, float]]:
    """Read day and height of each direction's peak from a printed table."""
    rows = re.findall(r"(\d{4}-\d\d-\d\d) +(\S+) +([\d.]+)", said(notebook, tag))
    return {direction: (day, float(height)) for day, direction, height in rows}


def in_words(day: str) -> str:
    date = datetime.fromisoformat(day)
    return f"{date.day} {date:%b %Y}"
