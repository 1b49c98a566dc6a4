"""What lies beside files of events and is none: hidden files, and documents."""

from collections.abc import Iterator
from pathlib import Path

from utils.events.convert_journal import FOLDER
from utils.events.opening import Paths, is_hidden

_ENDINGS = (".md", ".rst", ".pdf", ".doc", ".docx", ".odt", ".html", ".htm", ".cff")
_OF_A_DESKTOP = ("thumbs.db", "desktop.ini")
_NAMES = (
    *("readme", "license", "licence", "copying", "notice", "citation"),
    *("changelog", "changes", "authors", "codebook"),
)
"""What documents are called that have no ending, or that of a text."""


def is_document(shown: str) -> bool:
    """Say whether a file is called as documents are, whatever stands in it.

    >>> is_document("exports/README.md"), is_document("2018.zip: LICENSE")
    (True, True)
    >>> is_document("exports/readme.csv")
    False
    """
    name = Path(shown.rpartition(": ")[2]).name.lower()
    stem, _, ending = name.partition(".")
    plain = stem in _NAMES and ending in ("", "txt")
    return plain or name.endswith(_ENDINGS) or name in _OF_A_DESKTOP


def by_name(paths: Paths) -> frozenset[Path]:
    """Give the files that were given by their own names, which are meant."""
    given = [paths] if isinstance(paths, str | Path) else [*paths]
    return frozenset(Path(path) for path in given if Path(path).is_file())


def hidden(paths: Paths) -> list[str]:
    """Give the hidden files and folders in the folders that were given.

    What a conversion notes for itself is left unsaid.
    """
    given = [paths] if isinstance(paths, str | Path) else [*paths]
    folders = [Path(path) for path in given if Path(path).is_dir()]
    found = dict.fromkeys(str(it) for folder in folders for it in _hidden_in(folder))
    return [*found]


def _hidden_in(folder: Path) -> Iterator[Path]:
    for each in sorted(folder.iterdir()):
        if is_hidden(each.name):
            yield from () if each.name == FOLDER else (each,)
        elif each.is_dir():
            yield from _hidden_in(each)
