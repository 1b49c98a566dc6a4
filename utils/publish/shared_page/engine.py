"""The script that chooses, counts and draws the acts of a shared page."""

from pathlib import Path

FOLDER = Path(__file__).parent / "engine"
MODULES = (
    *("calendar", "words", "query", "phrase", "letters", "selection", "boxes"),
    *("spread", "shown"),
    *("fading", "binned", "fitting", "span", "landmarks", "sheet"),
    *("timeline_marks", "timeline_words", "timeline", "tension", "butterfly"),
    "offered",
)
"""Scripts in the order in which they are joined; the last gives what is offered."""


def engine_script() -> str:
    """Give the script as one text, which adds one name to the page: `demarche`.

    What the modules share stands in a function of their own, so that no name of
    theirs meets one of the explorer's scripts, which stand on the same page.

    >>> engine_script().startswith("const demarche = (() => {")
    True
    """
    parts = [(FOLDER / f"{name}.js").read_text("utf-8") for name in MODULES]
    return "\n".join(["const demarche = (() => {", *parts, "})();", ""])
