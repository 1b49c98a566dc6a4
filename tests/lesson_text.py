"""The words of a lesson: its sentences, and where its checks are called."""

import ast
import re
from collections.abc import Iterator

from nbformat import NotebookNode

CALL = re.compile(r"\bcheck\.(l\d\d_\d+)\(")
PROPER = (
    *("Azerbaijan", "Russia", "Goldstein", "Bradley", "Terry", "Krippendorff"),
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December", "Monday", "Tuesday"),
    *("Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Shift", "Enter"),
)


def readable(markdown: str) -> str:
    """Give what is read: no headings, tables or link targets; code is one word."""
    text = re.sub(r"^(#+ .*|\|.*)$", "", markdown, flags=re.M)
    text = re.sub(r"`[^`]*`", "code", text)
    text = re.sub(r"\]\([^)]*\)", "]", text)
    return re.sub(r"[*_\[\]]", "", text)


def words(text: str) -> list[str]:
    return re.findall(r"\w[\w'’-]*", text)


def sentences(markdown: str) -> list[str]:
    """Give the sentences; an item of a list or a paragraph ends one too."""
    blocks = re.split(r"\n\s*\n|^\s*(?:[-*]|\d+\.) ", readable(markdown), flags=re.M)
    split = [re.split(r"(?<=[.?!])[\"'”)]*\s+", " ".join(b.split())) for b in blocks]
    return [sentence for block in split for sentence in block if words(sentence)]


def prose(notebook: NotebookNode) -> list[str]:
    return [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]


def sections(markdown: str) -> dict[str, str]:
    """Give the text below each heading of the second level, by its words."""
    parts = re.split(r"^## (.+)$", markdown, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def checked(notebook: NotebookNode) -> list[tuple[str, NotebookNode]]:
    """Give the cells that call a check, each with the name of the exercise."""
    found = [(CALL.findall(c.source), c) for c in notebook.cells]
    code = [(names, cell) for names, cell in found if cell.cell_type == "code"]
    return [(name, cell) for names, cell in code for name in names]


def capitals(heading: str) -> list[str]:
    """Give the words of a heading that are written large without being a name."""
    later = words(re.sub(r"^(Exercise \d+: )", "Exercise ", heading))[1:]
    large = [word for word in later if word[0].isupper() and not word.isupper()]
    return [word for word in large if not word.startswith(PROPER)]


def left_open(source: str) -> Iterator[str]:
    """Name what a cell sets to dots, in quotes or not, for the reader to replace."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign) and _is_open(node.value):
            yield from (t.id for t in node.targets if isinstance(t, ast.Name))


def used(source: str) -> set[str]:
    nodes = ast.walk(ast.parse(source))
    return {
        n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)
    }


def _is_open(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value in (..., "...")
