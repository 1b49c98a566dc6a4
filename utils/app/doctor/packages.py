"""Whether Python and the packages are those that the project asks for."""

import platform
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, metadata, version
from typing import TYPE_CHECKING

from utils.app.doctor.line import Line

if TYPE_CHECKING:
    from packaging.requirements import Requirement

PROJECT = "demarche"
NAMED = ("pandas", "plotly", "ipywidgets", "anywidget", "jupyterlab")
"""The packages that get a line of their own even if they fit."""


def packages(python: str = platform.python_version()) -> Iterator[Line]:
    """Hold every version against the bounds in the metadata of the project."""
    try:
        told = metadata(PROJECT)
    except PackageNotFoundError:
        mend = "In the folder of the project, run: python -m pip install -e ."
        yield Line(PROJECT, "not installed, so no bounds are known", False, mend)
        return
    yield _python(python, str(told["Requires-Python"]))
    needed = _needed(told.get_all("Requires-Dist") or [])
    lines = {one.name: _package(one) for one in needed}
    yield from (lines.pop(name) for name in NAMED if name in lines)
    yield from (line for line in lines.values() if not line.ok)
    if all(line.ok for line in lines.values()):
        yield Line("Other packages", f"{len(lines)}, each within its bounds")


def _python(found: str, bounds: str) -> Line:
    from packaging.specifiers import SpecifierSet

    if SpecifierSet(bounds).contains(found, prereleases=True):
        return Line("Python", f"{found}, {_asked(bounds)}")
    mend = f"Install Python {bounds.lstrip('>=')} or newer from python.org."
    return Line("Python", f"{found}, {_asked(bounds)}", False, mend)


def _needed(requirements: Sequence[str]) -> "Iterator[Requirement]":
    """Give what is needed here; what an extra needs is left out."""
    from packaging.requirements import Requirement

    for requirement in map(Requirement, requirements):
        if not requirement.marker or requirement.marker.evaluate({"extra": ""}):
            yield requirement


def _package(one: "Requirement") -> Line:
    bounds = str(one.specifier)
    mend = f'Run: {_PIP} install "{one.name}{bounds}"; then restart the kernel.'
    try:
        found = version(one.name)
    except PackageNotFoundError:
        return Line(one.name, f"not installed, {_asked(bounds)}", False, mend)
    fits = one.specifier.contains(found, prereleases=True)
    return Line(one.name, f"{found}, {_asked(bounds)}", fits, "" if fits else mend)


def _asked(bounds: str) -> str:
    """Say which versions are asked for, the oldest first.

    >>> _asked("<4,>=3.0")
    'asked for >=3.0,<4'
    """
    parts = sorted(bounds.split(","), key=lambda part: part[:1] != ">")
    return f"asked for {','.join(parts)}"


_PIP = "python -m pip" if sys.platform != "win32" else "py -m pip"
