"""What is written in the cells of a notebook: code, prose, headings, lists."""

import ast
import re

from nbformat import NotebookNode

KEPT = {"kernelspec", "language_info"}
LOGIC = (
    *(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda),
    *(ast.For, ast.AsyncFor, ast.While),
)
LOADED = re.compile(
    r"provo|aggress|retaliat|regime|so-called|annex|hysteri|propagand|blame", re.I
)


def code_of(notebook: NotebookNode) -> list[str]:
    return [cell.source for cell in notebook.cells if cell.cell_type == "code"]


def prose_of(notebook: NotebookNode) -> list[str]:
    """Give the text of each markdown cell, without headings, code and link targets."""
    cells = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    return [plain(text) for text in cells]


def plain(text: str) -> str:
    return re.sub(r"^#.*$|`[^`]*`|\]\([^)]*\)", "", text, flags=re.M)


def headings_of(notebook: NotebookNode) -> list[tuple[int, str]]:
    cells = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    found = re.findall(r"^(#+) (.+)$", "\n".join(cells), flags=re.M)
    return [(len(marks), words) for marks, words in found]


def section(notebook: NotebookNode, title: str) -> list[str]:
    """Give the items of the list below a heading."""
    text = next(cell.source for cell in notebook.cells if f"## {title}" in cell.source)
    return re.findall(r"^- (.+)$", text, flags=re.M)
