"""Names of files that every system takes."""

import re
import unicodedata
from collections.abc import Iterable

from utils.errors import ExportError

MOST_CHARACTERS, MOST_BYTES = 100, 180
"""Longer names, with an ending, are refused by some file system or other."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2028\u2029]+')
_UNSEEN = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_ENDS = re.compile(r"^[\s.-]+|[\s.-]+$")
_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.IGNORECASE
)


def check_name(name: object, endings: Iterable[str] = ()) -> str:
    """Give a name back if it can be the name of a file on every system.

    `endings` are those that will be added, and that the name must not have yet.

    >>> check_name("tension, 2025")
    'tension, 2025'

    Raises
    ------
    ExportError
        If a system would refuse the name, change it, or take it for a folder or a
        device; the message offers a name that would do.
    """
    if not isinstance(name, str):
        raise ExportError(
            f"A name is text; {name!r} is {type(name).__name__}. "
            'Write it as "tension", and the folder as folder=.'
        )
    ending = next((e for e in endings if name.lower().endswith(f".{e}")), "")
    if ending:
        bare = safe_name(name[: -len(ending) - 1])
        raise ExportError(
            f"{name!r} ends in .{ending}, which is added to it; write {bare!r}, "
            f"and formats=[{ending!r}] if only that is wanted."
        )
    if problem := _problem(name):
        raise ExportError(f"{_shown(name)} {problem}; {safe_name(name)!r} would do.")
    return name


def alike(name: str) -> str:
    """Give what two names share that some systems take for the same.

    >>> alike("Tension") == alike("tension")
    True
    """
    return unicodedata.normalize("NFC", name).casefold()


def _problem(name: str) -> str:
    """Say what is wrong with a name, if anything is."""
    if not name.strip():
        return "is no name"
    if found := _FORBIDDEN.search(name) or _UNSEEN.search(name) or _lone(name):
        return f"holds {found[0][0]!r}, which not every system takes in a name"
    return _odd_ends(name) or _too_long(name)


def _odd_ends(name: str) -> str:
    if name != name.strip() or name[0] == "." or name[-1] == ".":
        return "begins or ends with a dot or a space, which some systems drop or hide"
    if _DEVICE.fullmatch(name):
        return "is the name of a device on Windows"
    return ""


def _too_long(name: str) -> str:
    if len(name) > MOST_CHARACTERS or len(name.encode()) > MOST_BYTES:
        return f"is too long for a name, of which {MOST_CHARACTERS} characters are safe"
    return ""


def safe_name(name: str) -> str:
    """Make a name that would do out of one that does not.

    >>> safe_name("A/B: <both>")
    'A-B- -both'
    """
    text = _UNSEEN.sub("", name.encode(errors="ignore").decode())
    text = _ENDS.sub("", _FORBIDDEN.sub("-", text))[:MOST_CHARACTERS]
    text = _ENDS.sub("", text.encode()[:MOST_BYTES].decode(errors="ignore"))
    if _DEVICE.fullmatch(text):
        return f"figure-{text}"
    return text or "figure"


def _lone(name: str) -> re.Match[str] | None:
    """Find half of a pair of surrogates, which is no text."""
    return re.search("[\ud800-\udfff]", name)


def _shown(name: str) -> str:
    return repr(name if len(name) <= 60 else f"{name[:57]}...")
