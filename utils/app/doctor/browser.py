"""Whether there is a browser that can draw pictures, and letters to draw with."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from utils.app.doctor.line import Line
from utils.exports.browser import BrowserMissing, find
from utils.exports.browser import fonts as bundled
from utils.exports.browser.finding import how_to_get_one

LETTERS = "əğıƏĞİЖж"
FONTS = Path(str(bundled.__file__)).parent


def browser(environment: Mapping[str, str] = os.environ) -> Line:
    """Look for the browser that draws PNG, SVG and PDF, and ask its version."""
    what = "Browser for PNG, SVG, PDF"
    try:
        path = find(environment)
    except BrowserMissing as why:
        return Line(what, str(why).split(". ")[0], False, how_to_get_one())
    return Line(what, _version(path) or str(path))


def fonts(folder: Path = FONTS) -> Iterator[Line]:
    """Look into the fonts that every picture has for letters that it may need."""
    what = f"Fonts with {' '.join('əğıЖ')}"
    mend = "Fetch the project again, with utils/exports/browser/fonts."
    missing = {face.name: _missing(folder / face.name) for face in bundled.faces()}
    if any(missing.values()):
        found = "; ".join(f"{name} {why}" for name, why in missing.items() if why)
        yield Line(what, found, False, mend)
    else:
        yield Line(what, ", ".join(missing))


def _missing(font: Path) -> str:
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(BytesIO(font.read_bytes()), lazy=True) as read:
            letters = read.getBestCmap()
    except (OSError, TTLibError) as why:
        return f"cannot be read ({why})"
    lost = [letter for letter in LETTERS if ord(letter) not in letters]
    return f"lacks {' '.join(lost)}" if lost else ""


def _version(path: Path) -> str:
    """Ask a browser which version it is; on Windows that would open a window."""
    if os.name == "nt":
        return ""
    try:
        answer = subprocess.run(
            [path, "--version"], capture_output=True, text=True, timeout=20, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return answer.stdout.strip()
