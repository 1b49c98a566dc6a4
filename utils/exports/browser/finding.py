"""Finding a browser: Chromium, Chrome or Edge, wherever this system keeps them."""

import os
import platform
import shutil
from collections.abc import Mapping
from pathlib import Path

from utils.errors import ExportError

CHOSEN_BY = ("DEMARCHE_BROWSER", "BROWSER_PATH")
_CHROME = ("google-chrome", "google-chrome-stable", "chrome", "msedge")
_ON_PATH = ("chromium", "chromium-browser", *_CHROME)
_INSTALLED_BY = {
    "Linux": "sudo apt install chromium (on Fedora: sudo dnf install chromium)",
    "Darwin": "brew install --cask chromium",
    "Windows": "winget install Google.Chrome",
}


class BrowserMissing(ExportError):
    """There is no browser to draw with; the message names what installs one."""


def find(environment: Mapping[str, str] = os.environ) -> Path:
    """Give the path of a browser that can draw.

    It is the one that the environment names in `DEMARCHE_BROWSER` or
    `BROWSER_PATH`, else one that is on the `PATH`, else one in a usual place.

    Raises
    ------
    BrowserMissing
        If there is none, or what the environment names is no program.
    """
    path = environment.get("PATH", "")
    for variable in CHOSEN_BY:
        if chosen := environment.get(variable):
            return _program(variable, chosen, path)
    candidates = [*_ON_PATH, *map(str, _usual_places(environment))]
    found = (shutil.which(candidate, path=path) for candidate in candidates)
    if program := next(filter(None, found), None):
        return Path(program)
    raise BrowserMissing(
        "PNG, SVG and PDF need Chromium or Chrome and none was found. "
        f"{how_to_get_one()} Or set DEMARCHE_BROWSER to the program."
    )


def how_to_get_one(system: str = "") -> str:
    """Say in a sentence which command installs a browser on this system.

    >>> how_to_get_one("Darwin")
    'To install one, run: brew install --cask chromium.'
    """
    command = _INSTALLED_BY.get(system or platform.system())
    if not command:
        return "See chromium.org for how to install one."
    return f"To install one, run: {command}."


def _program(variable: str, chosen: str, path: str) -> Path:
    found = shutil.which(chosen, path=path)
    if not found:
        raise BrowserMissing(
            f"{variable} is {chosen}, which is no program. Set it to the path of "
            f"Chromium or Chrome. {how_to_get_one()}"
        )
    return Path(found)


def _usual_places(environment: Mapping[str, str]) -> list[Path]:
    """Where macOS and Windows keep browsers that are not on the PATH."""
    names = ("Google Chrome", "Chromium", "Microsoft Edge")
    mac = [Path(f"/Applications/{n}.app/Contents/MacOS/{n}") for n in names]
    variables = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
    folders = [Path(environment[v]) for v in variables if v in environment]
    programs = ("Google/Chrome/Application/chrome", "Microsoft/Edge/Application/msedge")
    return mac + [folder / f"{p}.exe" for folder in folders for p in programs]
