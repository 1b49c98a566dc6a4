"""Which folder is meant."""

from pathlib import Path

from utils.errors import CaseError, CurateError
from utils.tables.loading import folder_of


def folder_given(case: str | Path) -> Path:
    """Give a folder by its path, or that of a case of the project by its name.

    >>> folder_given("azerbaijan-russia").name
    'azerbaijan-russia'

    Raises
    ------
    CurateError
        If there is no such folder.
    """
    try:
        here = Path(case).expanduser()
        if here.is_dir():
            return here
        return folder_of(case)
    except CaseError as why:
        fault = why.faults[0]
        raise CurateError(f"{fault.value!r} {fault.problem}; {fault.remedy}.") from None
    except (OSError, RuntimeError, ValueError) as odd:
        raise CurateError(f"{str(case)[:60]!r} is no folder ({odd}).") from None
