"""What is asked of a case, as a small file that can be kept and opened again."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from math import isfinite
from typing import Any

from utils.errors import InquiryFileError, known
from utils.explorer.inquiry import Inquiry
from utils.selection import Selection, select
from utils.selection.selection import LISTS
from utils.tables import Case

FORMAT, VERSION = "demarche-inquiry", 1
MOST_BYTES = 1_000_000
ENDING = "-inquiry.json"

_PARTS = ("format", "format_version", "case", "inquiry")
_ORIGIN = ("name", "version", "checksum")
_FIRST = {one.name: one.default for one in fields(Selection)}
_ASKED = tuple(one.name for one in fields(Inquiry))
_SELECTIONS = ("selection", "against")
_HINT = "Open one that Save wrote."


@dataclass(frozen=True)
class Opened:
    """An inquiry read from a file; `changed` says if the data are others since."""

    inquiry: Inquiry
    changed: str = ""


def write_inquiry(inquiry: Inquiry, case: Case) -> str:
    """Write all that is asked as JSON, with the case it is asked of.

    >>> from utils import load
    >>> case = load("azerbaijan-russia")
    >>> told = write_inquiry(Inquiry(select(types="media")), case)
    >>> read_inquiry(told, case).inquiry.selection.to_code()
    'select(types=["media"])'
    """
    asked = {name: getattr(inquiry, name) for name in _ASKED}
    for name in _SELECTIONS:
        asked[name] = None if asked[name] is None else _told(asked[name])
    told = {
        "format": FORMAT,
        "format_version": VERSION,
        "case": {name: getattr(case, name) for name in _ORIGIN},
        "inquiry": asked,
    }
    return json.dumps(told, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def read_inquiry(
    text: str | bytes, case: Case, *, views: Collection[str] = ()
) -> Opened:
    """Read what `write_inquiry` wrote, for the case it was asked of.

    Fields that are left out are as in `Inquiry()`, the scale is the first of a case
    that has not the usual one. Where the data have changed
    since, it is read all the same, and `changed` says so. `views` are those that
    there are; without them any view may be named.

    Raises
    ------
    InquiryFileError
        If it is no such file, larger than a megabyte, of another case, or names
        a field, a view or a scale that there is not.
    ProjectError
        If a value makes no sense, or the case lacks it.
    """
    told = _parts(text)
    changed = _changed(_object(told["case"], "case", _ORIGIN), case)
    asked = _object(told["inquiry"], "inquiry", _ASKED)
    asked.setdefault("scale", case.usual_scale)
    for name in {*_SELECTIONS} & asked.keys():
        asked[name] = _selection(asked[name], name)
    if asked.get("selection", "") is None:
        del asked["selection"]
    inquiry = Inquiry(**{name: _checked(name, it) for name, it in asked.items()})
    _refuse_missing("view", inquiry.view, views or [inquiry.view])
    _refuse_missing("scale", inquiry.scale, case.scales)
    for selection in filter(None, (inquiry.selection, inquiry.against)):
        selection.apply(case.actions)
    return Opened(inquiry, changed)


def _told(selection: Selection) -> dict[str, Any]:
    """Give the fields in use, so that a file stays small and can be read."""
    told = {name: getattr(selection, name) for name in _FIRST}
    return {
        name: sorted(value) if name in LISTS else value
        for name, value in told.items()
        if value != _FIRST[name]
    }


def _parts(text: str | bytes) -> dict[str, Any]:
    if len(text) > MOST_BYTES:
        raise InquiryFileError(
            f"This file is larger than a saved inquiry ({MOST_BYTES:,} bytes). {_HINT}"
        )
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        raise InquiryFileError(f"This file is no JSON. {_HINT}") from None
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise InquiryFileError(f"This file is no saved inquiry. {_HINT}")
    if told.get("format_version") != VERSION:
        raise InquiryFileError(
            f"This file has the format version {shown(told.get('format_version'))}; "
            f"this version of Demarche reads {VERSION}."
        )
    told = _object(told, "file", _PARTS)
    if lacking := [part for part in _PARTS if part not in told]:
        raise InquiryFileError(f"This file lacks {', '.join(lacking)}. {_HINT}")
    return told


def _object(value: Any, name: str, known_names: Collection[str]) -> dict[str, Any]:
    """Give a part of the file that has these fields and no others."""
    if not isinstance(value, dict):
        raise InquiryFileError(f"{name} is {shown(value)}; it has fields. {_HINT}")
    if odd := [field for field in value if field not in known_names]:
        raise InquiryFileError(
            f"{name} has no field {shown(odd[0])}. {known(known_names, odd[0])}"
        )
    return dict(value)


def _changed(told: Mapping[str, Any], case: Case) -> str:
    """Refuse what was asked of another case, and say if this one was another then."""
    if told.get("name") != case.name:
        raise InquiryFileError(
            f"This inquiry is of the case {shown(told.get('name'))}, and this "
            f"explorer shows {case.name!r}. Load that case to open it."
        )
    if told.get("checksum") == case.checksum:
        return ""
    return (
        f"The data have changed since this was saved: it was version "
        f"{shown(told.get('version'))} of the case, and this is {case.version!r}."
    )


def _selection(value: Any, name: str) -> Selection | None:
    if value is None:
        return None
    given = _object(value, name, tuple(_FIRST))
    for field, asked in given.items():
        _check_texts(field, asked)
    return select(**given)


def _check_texts(field: str, value: Any) -> None:
    listed = field in LISTS
    texts = value if listed and isinstance(value, list) else [value]
    if isinstance(value, list) is not listed or not all(
        isinstance(text, str) for text in texts
    ):
        kind = "a list of texts" if listed else "a text"
        raise InquiryFileError(f"{field} is {shown(value)}; it is {kind}.")


def _checked(name: str, value: Any) -> Any:
    """Give the value of a field if it is of the kind that the field first has."""
    if name in _SELECTIONS:
        return value
    first = getattr(Inquiry(), name)
    kinds = {bool: "true or false", str: "a text", int: "a number", float: "a number"}
    sound = isinstance(value, type(first))
    if kinds[type(first)] == "a number":
        sound = _is_a_number(value)
    if not sound:
        kind = kinds[type(first)]
        raise InquiryFileError(f"{name} is {shown(value)}; it is {kind}.")
    return value


def _is_a_number(value: Any) -> bool:
    """Say whether a value is a number that can be reckoned with."""
    try:
        return not isinstance(value, bool | str) and isfinite(value)
    except (TypeError, OverflowError):
        return False


def _refuse_missing(kind: str, name: str, there: Collection[str]) -> None:
    if name not in there:
        hint = known(there, name)
        raise InquiryFileError(f"There is no {kind} {shown(name)}. {hint}")


def shown(value: Any) -> str:
    """Write a value from a file so that it can be printed, and is not long.

    >>> shown("ö"), shown(10**100)[-5:]
    ("'ö'", '00...')
    """
    text = ascii(value) if not isinstance(value, str) else repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
