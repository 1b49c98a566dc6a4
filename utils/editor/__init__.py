"""Edit a case: its acts as a list and as a form, checked before anything is saved."""

from pathlib import Path
from typing import TYPE_CHECKING

from utils.tables import Case

if TYPE_CHECKING:
    from utils.editor.editor import Editor

__all__ = ["edit"]


def edit(case: str | Path | Case, *, codebook: str | Path | None = None) -> "Editor":
    """Open a case for editing in one cell, also one that has faults right now.

    `case` is a case, the name of a folder under `data/`, or the path of a folder.
    The acts stand in a list, one of them in a form with a picker for each coded
    column. The checks are those of `load`, made anew after each step. Saving writes
    whole files and only if there is no fault, leaves the bytes of every row that was
    not touched as they are, and keeps the version before in `backup/` in the folder
    of the case. The result is a widget; its `document` can be edited in code.

    Raises
    ------
    CaseError
        If there is no such folder, or a table of it is no readable CSV.
    """
    # What needs no widgets can be used where there are none.
    from utils.editor.document import Document
    from utils.editor.editor import Editor

    return Editor(Document(case, codebook=codebook))
