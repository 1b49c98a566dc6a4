"""A new case between two countries, and ways to change it."""

from pathlib import Path

import pytest

from utils.curate import check, new
from utils.errors import Fault


@pytest.fixture
def made(tmp_path) -> Path:
    """Give the folder of a new case, as it is made."""
    return new(
        "my-case",
        ["AZE", "FRA"],
        names=["Azerbaijan", "France"],
        folder=tmp_path,
        since="2025-06-01",
        until="2025-06-30",
    )


@pytest.fixture
def own(made) -> Path:
    """Give the same with no example left: two acts, told by both sides."""
    put = {
        "actions.csv": [
            "20250601-aze-ask,2025-06-01,AZE,FRA,diplomatic,appeal,020,"
            "Baku asked Paris for an explanation.,confirmed,,",
            "20250603-fra-meet,2025-06-03,FRA,AZE,diplomatic,meet,040,"
            "The minister received the envoy.,confirmed,20250601-aze-ask,",
        ],
        "sources.csv": [
            "s1,A Baku paper,AZE,aze_private,Note,2025-06-01,https://example.org/1,az",
            "s2,A Paris paper,FRA,fra_private,Talks,2025-06-03,https://example.org/2,fr",
        ],
        "evidence.csv": [
            "20250601-aze-ask,s1,yes,,",
            "20250601-aze-ask,s2,yes,,",
            "20250603-fra-meet,s1,yes,,",
            "20250603-fra-meet,s2,yes,,",
        ],
        "landmarks.csv": [],
    }
    for file, rows in put.items():
        header = (made / file).read_text().splitlines()[0]
        (made / file).write_text("\n".join([header, *rows, ""]))
    return made


@pytest.fixture
def add(own):
    """Add lines at the end of a table."""

    def added(file: str, *rows: str) -> None:
        with (own / file).open("a", encoding="utf-8") as table:
            table.writelines(f"{row}\n" for row in rows)

    return added


@pytest.fixture
def warned(own):
    """Give the warnings of a kind."""

    def warnings(kind: str) -> list[Fault]:
        found = check(own)
        assert found.faults == ()
        return [notice for notice in found.warnings if notice.kind == kind]

    return warnings


@pytest.fixture
def act(add):
    """Add an act, with its evidence from both sides."""

    def added(action_id: str, date: str, summary: str, **other: str) -> None:
        cells = {"actor": "AZE", "target": "FRA", "form": "accuse", **other}
        who = f"{cells['actor']},{cells['target']},media,{cells['form']}"
        add("actions.csv", f'{action_id},{date},{who},,"{summary}",reported,,')
        add("evidence.csv", f"{action_id},s1,yes,,", f"{action_id},s2,yes,,")

    return added
