"""The notebooks as they are written, and as they come out of an offline kernel."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from nbformat import NotebookNode

from utils import Selection, load, select
from utils.tables import Case

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "notebooks"
PATHS = sorted(FOLDER.glob("*.ipynb"))

Run = Callable[[str], NotebookNode]


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    """Give each notebook in turn."""
    return request.param


@pytest.fixture
def notebook(path: Path) -> NotebookNode:
    """Read a notebook as it is in the repository."""
    return nbformat.read(path, as_version=4)


@pytest.fixture(scope="session")
def run(execute: Callable[[NotebookNode], None]) -> Run:
    """Give a notebook, by its name, with the outputs of one run from top to bottom."""

    @cache
    def run(name: str) -> NotebookNode:
        notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
        execute(notebook)
        return notebook

    return run


@pytest.fixture(scope="session")
def case() -> Case:
    return load("azerbaijan-russia")


@pytest.fixture(scope="session")
def period(case: Case) -> dict[str, str]:
    """Give the bounds of the surveyed period."""
    return dict(zip(("since", "until"), case.dense_period, strict=True))


@pytest.fixture(scope="session")
def surveyed(period: dict[str, str]) -> Selection:
    """Choose the acts between the two sides in the surveyed period."""
    return select(directions=["AZE>RUS", "RUS>AZE"], **period)


@pytest.fixture(scope="session")
def acts(case: Case, surveyed: Selection) -> pd.DataFrame:
    return surveyed.apply(case.actions)
