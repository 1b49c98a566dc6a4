"""Where we run, as far as that can be known for sure."""

import os
import sys
from collections.abc import Mapping
from typing import Any

from utils.app.doctor.line import Line
from utils.explorer.served import in_voila

JUPYTER, VOILA, PLAIN = "a Jupyter kernel", "Voila", "plain Python"
UNTRIED = "Not tried there: tell us what works."


def place(
    shell: Any = None,
    environment: Mapping[str, str] = os.environ,
    modules: Mapping[str, Any] = sys.modules,
) -> Line:
    """Say where we run; a kernel cannot tell JupyterLab from Notebook.

    `shell` is what IPython has for us, or None outside of it.
    """
    what = "Place"
    if shell is None:
        return Line(what, PLAIN)
    if not hasattr(shell, "kernel"):
        return Line(what, "IPython in a terminal")
    if "google.colab" in modules:
        return Line(what, "Colab", None, UNTRIED)
    if "__vsc_ipynb_file__" in getattr(shell, "user_ns", {}):
        return Line(what, "VS Code", None, UNTRIED)
    if in_voila(environment):
        return Line(what, VOILA)
    return Line(what, JUPYTER)


def shell_here() -> Any:
    """Give the shell of IPython that we run in, or None; IPython is not imported."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None
