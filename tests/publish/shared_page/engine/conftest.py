"""One page with the script for all of these tests, and what the explorer shows."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from page_script import SELECTIONS, Script, reference
from playwright.sync_api import Browser

from utils.publish.shared_page.data import page_data
from utils.selection import select
from utils.tables import Case, load


@pytest.fixture(scope="session")
def script(chromium: Browser) -> Iterator[Script]:
    """Open an empty page with the script; what it complains of fails the tests."""
    page = chromium.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield Script(page)
    page.close()
    assert complaints == []


@pytest.fixture(scope="session")
def case() -> Case:
    """Give the case that we ship."""
    return load("azerbaijan-russia")


@pytest.fixture(scope="session")
def shipped(script: Script, case: Case) -> str:
    """Give the script the case that we ship, and its name there."""
    script.take("shipped", page_data(case, select()))
    return "shipped"


@pytest.fixture(scope="session")
def ours(script: Script, shipped: str) -> Callable[..., dict[str, Any]]:
    """Give what the script says and draws of a selection; each look is asked once."""
    queries = [chosen.to_query() for chosen in SELECTIONS.values()]

    @cache
    def asked(theme: str, width_px: int) -> list[Any]:
        return script.ask(shipped, queries, {"theme": theme, "width_px": width_px})

    def find(name: str, theme: str = "light", width_px: int = 560) -> dict[str, Any]:
        return asked(theme, width_px)[list(SELECTIONS).index(name)]

    return find


@pytest.fixture(scope="session")
def explorer(case: Case) -> Callable[..., dict[str, Any]]:
    """Give a function that gives what the explorer shows of a selection."""
    return reference(case)


@pytest.fixture(scope="session")
def theirs(explorer: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """Give what the explorer says and draws of a selection of the list."""

    @cache
    def find(name: str, theme: str = "light", width_px: int = 560) -> dict[str, Any]:
        return explorer(SELECTIONS[name], theme, width_px)

    return find
