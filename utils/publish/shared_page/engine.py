"""The script that chooses, counts and draws the acts of a shared page."""

from pathlib import Path

FOLDER = Path(__file__).parent / "engine"
MODULES = (
    *("calendar", "words", "query", "phrase", "selection", "shown", "spread"),
    *("fitting", "sheet", "timeline_marks", "timeline", "tension", "butterfly"),
)
"""Scripts in the order in which they are joined; each uses only those before it."""
OFFERED = (
    *("makeStock", "show", "valueOf", "toQuery", "fromQuery"),
    *("drawTimeline", "drawTension", "drawButterfly", "arrow", "label"),
)
"""What the rest of the page calls, as in `demarche.show(stock, selection)`."""


def engine_script() -> str:
    """Give the script as one text, which adds one name to the page: `demarche`.

    What the modules share stands in a function of their own, so that no name of
    theirs meets one of the explorer's scripts, which stand on the same page.

    >>> engine_script().startswith("const demarche = (() => {")
    True
    """
    parts = [(FOLDER / f"{name}.js").read_text("utf-8") for name in MODULES]
    offered = f"return {{ {', '.join(OFFERED)} }};"
    return "\n".join(["const demarche = (() => {", *parts, offered, "})();", ""])
