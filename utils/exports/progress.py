"""How far a long batch has come, in one line."""

import sys
from collections.abc import Callable
from typing import Any

Progress = Callable[[str], object]
"""Whatever takes a line such as `3 of 20: tension`."""


def progress_here() -> Progress:
    """Give what shows progress where this runs.

    A notebook shows one line that changes, a terminal a line for each step, and a
    pipe or a file nothing.
    """
    if _in_notebook():
        return _changing_line()
    if sys.stderr.isatty():
        return _terminal_line
    return _nowhere


def _terminal_line(said: str) -> None:
    sys.stderr.write(f"{said}\n")
    sys.stderr.flush()


def _nowhere(said: str) -> None:
    """Take a line and show it to nobody."""


def _changing_line() -> Progress:
    from IPython.display import display

    handle = display(_plain("..."), raw=True, display_id=True)
    return lambda said: handle.update(_plain(said), raw=True)


def _plain(said: str) -> dict[str, Any]:
    return {"text/plain": said}


def _in_notebook() -> bool:
    shell = sys.modules.get("IPython")
    return bool(shell and hasattr(shell.get_ipython(), "kernel"))
