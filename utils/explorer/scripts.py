"""The scripts and styles of our own widgets, read from the files beside this one."""

from pathlib import Path

FOLDER = Path(__file__).parent


def joined(*names: str) -> str:
    """Give the named files as one text, in this order.

    A widget is sent to the browser as a single module that can import nothing
    of ours, so what widgets share is put in front of their own script.

    >>> joined("dom.js", "status_line.js").count("export default")
    1
    """
    return "\n".join((FOLDER / name).read_text("utf-8") for name in names)
