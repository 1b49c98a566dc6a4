"""Make the folder of a new case."""

import os
import secrets
import shutil
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from utils.curate.making.asked import Asked, asked
from utils.curate.making.codebook import codebook_files
from utils.curate.making.package import package_file
from utils.curate.making.pages import page_files
from utils.curate.making.rows import table_files
from utils.errors import CurateError


def new(
    name: str,
    sides: Sequence[str],
    *,
    title: str = "",
    names: Sequence[str] = (),
    folder: str | Path = ".",
    since: str = "",
    until: str = "",
) -> Path:
    """Make the folder of a case that loads at once, and give its path.

    `sides` are the two countries, as three capitals each; `names` are what they are
    called, in the same order, and `title` what the case is called. `folder` is where
    the new folder is put. `since` and `until` bound the days to be searched closely,
    the last thirty unless given. The folder has five tables with two example rows
    each, a codebook to extend, and a README to fill in.

    >>> from tempfile import mkdtemp
    >>> new("my-case", ["AZE", "FRA"], folder=mkdtemp()).name
    'my-case'

    Raises
    ------
    CurateError
        If the folder is there already or cannot be written, or the name, a side, a
        title or a day cannot be used. Nothing is left behind then.
    """
    until = until or date.today().isoformat()
    wanted = asked(name, sides, title=title, names=names, period=(since, until))
    place = Path(folder) / name
    try:
        place = place.expanduser()
        if os.path.lexists(place):
            raise CurateError(f"{place} is there already; give another name or folder.")
        _write(place, files_of(wanted))
    except (OSError, RuntimeError, ValueError) as why:
        raise CurateError(
            f"{place} cannot be made ({why}); "
            "give a folder that is there and that you may write to."
        ) from None
    return place


def files_of(wanted: Asked) -> Mapping[str, str]:
    """Give the text of each file of a new case, by its path in the folder."""
    return {
        **table_files(wanted),
        **codebook_files(wanted),
        **package_file(wanted),
        **page_files(wanted),
    }


def _write(place: Path, files: Mapping[str, str]) -> None:
    """Write the folder beside its place, and move it there when it is whole."""
    draft = place.with_name(f".{place.name}-{secrets.token_hex(4)}")
    draft.mkdir()
    try:
        for name, text in files.items():
            path = draft / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        draft.rename(place)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
