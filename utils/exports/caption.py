"""The caption of a figure: sentences to paste, and lines for a program."""

import re
from collections.abc import Mapping
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from utils.about import About
from utils.charts.sheet.unit import in_unit
from utils.errors import SelectionError
from utils.selection import Selection

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
Record = Mapping[str, Any]


def caption(record: Record, *, today: date | None = None) -> str:
    """Give the caption of a figure, from its record.

    First sentences that a text can take over: what is seen, what is counted, what
    the signs mean, how many acts and sources it rests on, how to cite it, and the
    alt text. Then the same facts as `key: value` lines, for a program.
    """
    parts = [*paragraphs(record), f"Cite as: {citation(record)}"]
    parts.append(f"Alt text: {record['alt']}")
    told = facts(record, today=today).items()
    lines = [one_line(f"{name}: {value}") for name, value in told]
    return "\n\n".join([*map(one_line, parts), "\n".join(lines)]) + "\n"


def paragraphs(record: Record, *, key: bool = True) -> list[str]:
    """Give what a caption says in sentences: finding, count, key, landmarks, source.

    Beside a picture the `key` can be left out, because it stands in the picture.

    >>> words = {"title": "One act", "said": "One mark is one act.", "key": ["■ A → B"]}
    >>> words |= {"landmarks": "", "source": "Data: A quarrel."}
    >>> paragraphs({"words": words, "about": {"n_actions": 1, "n_sources": 2}})[0]
    'One act.'
    """
    words = record["words"]
    signs = f"Key: {'; '.join(words['key'])}." if key and words["key"] else ""
    marks = f"Landmarks: {words['landmarks']}" if words["landmarks"] else ""
    said = [_ended(words["title"]), words["said"], signs, marks, words["source"]]
    return [text for text in said if text]


def facts(record: Record, *, today: date | None = None) -> dict[str, str]:
    """Give where a figure comes from, by the names that a caption uses.

    What is not known is left out, and so is a scale that the chart does not use.
    """
    about = record["about"]
    whole = about["selection"] == Selection().describe()
    scale = about["scale"] if about["scale"] in record["words"]["said"] else ""
    found = {
        "Title": record["words"]["title"],
        "Chart": record["chart"],
        "Filter": about["selection"],
        "Filter as code": as_code(about["query"]) if about["query"] or whole else "",
        **_against(record),
        "Scale": scale,
        _counted(about): f"{about['n_actions']:,}",
        "Sources": f"{about['n_sources']:,}",
        "Disputed acts": f"{about['n_disputed']:,}",
        "Acts without a weight": f"{about['n_without_weight']:,}" * bool(scale),
        "Dataset": about["dataset"],
        "Dataset version": about["version"],
        "Dataset SHA-256": about["checksum"],
        "Licence": about["licence"],
        "Citation": citation(record),
        "Software": f"Demarche {software_version()}".strip(),
        "Exported": (today or date.today()).isoformat(),
    }
    return {name: value for name, value in found.items() if value}


def _against(record: Record) -> dict[str, str]:
    """Say what a second selection is, where a figure compares two."""
    about = record.get("against")
    if not about:
        return {}
    return {
        "Compared with": about["selection"],
        "Compared with, as code": as_code(about["query"]) if about["query"] else "",
        f"{_counted(about)} compared with": f"{about['n_actions']:,}",
    }


def _counted(about: dict[str, Any]) -> str:
    """Name what is counted, as the data call it; older records do not say."""
    unit = about.get("unit", About("").unit)
    return in_unit(About("", unit=unit), "Recorded acts")


def citation(record: Record) -> str:
    """Give the citation of the data of a figure, with what is known of it.

    >>> citation({"about": {"dataset": "A quarrel", "version": "1.0.0"}})
    'A quarrel. Version 1.0.0.'
    """
    about = record["about"]
    if written := str(about.get("citation", "")):
        return written
    edition = [
        f"Version {about['version']}" if about.get("version") else "",
        f"SHA-256 {about['checksum'][:12]}" if about.get("checksum") else "",
    ]
    parts = [about["dataset"], ", ".join(filter(None, edition)), about.get("licence")]
    return " ".join(_ended(part) for part in parts if part)


def as_code(query: str) -> str:
    """Write the call that makes a selection, from its query; nothing if it is none.

    >>> as_code("types=media&since=2025-01-01")
    'select(types=["media"], since="2025-01-01")'
    """
    try:
        return Selection.from_query(query).to_code()
    except SelectionError:
        return ""


def software_version() -> str:
    """Give the version of Demarche; nothing where it was not installed."""
    try:
        return version("demarche")
    except PackageNotFoundError:
        return ""


def one_line(text: str) -> str:
    r"""Write a text of the data so that it can begin no line and turn none around.

    >>> one_line("Media\nLicence:  none")
    'Media Licence: none'
    """
    return " ".join(_CONTROLS.sub(" ", _TURNS.sub("", text)).split())


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
