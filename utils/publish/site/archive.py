"""An archive that has the same bytes whenever its files have."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first day that an archive can name, so that it is the same each time."""


def write_archive(path: Path, members: Mapping[str, Path], name: str) -> None:
    """Write files into an archive, in the order given, below a folder of that name."""
    with ZipFile(path, "w") as archive:
        for member, source in members.items():
            entry = ZipInfo(f"{name}/{member}", _BEGINNING)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, source.read_bytes())
