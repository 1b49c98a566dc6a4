"""What is asked of a case, kept on a disk."""

import os
from collections.abc import Collection
from pathlib import Path

from utils.errors import ExportError, InquiryFileError
from utils.explorer.inquiry import Inquiry
from utils.explorer.inquiry_file import (
    MOST_BYTES,
    Opened,
    read_inquiry,
    shown,
    write_inquiry,
)
from utils.exports.files import folder_at, reason, write_whole
from utils.tables import Case


def save_inquiry(
    path: str | os.PathLike[str], inquiry: Inquiry, case: Case, *, overwrite: bool
) -> Path:
    """Write what is asked into a file, whole or not at all, and say where it lies.

    Raises
    ------
    ExportError
        If the folder is not there, the file is and may not be overwritten, or it
        cannot be written.
    """
    given = Path(path)
    place = folder_at(given.parent) / given.name
    if not place.parent.is_dir():
        raise ExportError(f"{place.parent} is no folder. Make that first.")
    told = write_inquiry(inquiry, case).encode()
    write_whole({place: told}, overwrite=overwrite)
    return place


def open_inquiry(
    path: str | os.PathLike[str], case: Case, *, views: Collection[str] = ()
) -> Opened:
    """Read a file that `save_inquiry` wrote; see `read_inquiry`.

    Raises
    ------
    InquiryFileError
        If there is no such file, or it is no saved inquiry of this case.
    ProjectError
        If a value makes no sense, or the case lacks it.
    """
    try:
        with Path(path).expanduser().open("rb") as file:
            text = file.read(MOST_BYTES + 1)
    except (OSError, ValueError, RuntimeError) as why:
        said = reason(why) if isinstance(why, OSError) else str(why)
        raise InquiryFileError(f"{shown(str(path))} cannot be read: {said}.") from None
    return read_inquiry(text, case, views=views)
