"""A small case on disk, with odd quoting, that tests may change."""

from pathlib import Path

import pytest

from utils.editor.document import Document

ACTIONS = """\
action_id,date,actor_id,target_id,type,form,cameo,\
summary,certainty,in_response_to,place
20250601-alt-accuse,2025-06-01,ALT_GOV,BES,diplomatic,accuse,112,\
"Altania said ""no"".",confirmed,,
20250603-bes-deny,"2025-06-03",BES,ALT_GOV,"diplomatic",deny,"016",\
  A denial.,reported,20250601-alt-accuse,Port
20250700-alt-ban-entry,2025-07,ALT_GOV,BES,diplomatic,ban_entry,172,\
"A ban, on one person.",reported,20250603-bes-deny,
"""
ACTORS = """\
actor_id,name,name_native,country,role,parent_id,public_office
ALT,Altania,,ALT,country,,institution
ALT_GOV,Government of Altania,,ALT,executive,ALT,institution
BES,Bestovia,,BES,country,,institution
"""
SOURCES = """\
source_id,publisher,publisher_country,side,title,published,url,language
herald,The Herald,ALT,aze_state,A protest,2025-06-01,https://herald.example/1,en
courier,The Courier,BES,rus_state,A denial,2025-06-03,https://courier.example/2,en
"""
EVIDENCE = """\
action_id,source_id,supports,locator,note
20250601-alt-accuse,herald,yes,,
20250603-bes-deny,courier,yes,2,"Its text, in full."
20250700-alt-ban-entry,herald,partly,,
"""
LANDMARKS = """\
landmark_id,date,label,note,source_id,action_id
lm-protest,2025-06-01,The protest,,herald,20250601-alt-accuse
"""
PACKAGE = """\
{
  "name": "altania-bestovia", "title": "Altania and Bestovia", "version": "0.1.0",
  "licenses": [{"name": "CC-BY-4.0"}],
  "sides": ["ALT", "BES"],
  "densePeriod": {"since": "2025-06-01", "until": "2025-07-31"}
}
"""
FILES = {
    "actions.csv": ACTIONS,
    "actors.csv": ACTORS,
    "sources.csv": SOURCES,
    "evidence.csv": EVIDENCE,
    "landmarks.csv": LANDMARKS,
    "datapackage.json": PACKAGE,
}


def write_case(folder: Path, **changed: str) -> Path:
    """Write the files, with some of them as given; line ends stay as they are."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        content = changed.get(name.partition(".")[0], text)
        (folder / name).write_bytes(content.encode())
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with three acts, without a fault."""
    return write_case(tmp_path / "altania")


@pytest.fixture
def document(folder: Path) -> Document:
    """Open that folder."""
    return Document(folder)


@pytest.fixture
def accuse(document: Document):
    """Give the place of the first act."""
    return document.find("actions", "20250601-alt-accuse")


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder, by its path."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
