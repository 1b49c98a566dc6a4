"""The notebooks as they are written, and as they come out of an offline kernel."""

import os
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

from utils import Selection, load, select
from utils.tables import Case

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "notebooks"
PATHS = sorted(FOLDER.glob("*.ipynb"))
SECONDS = 120
CONFIG = """
c = get_config()
c.InteractiveShellApp.exec_lines = ["import offline; offline.cut_off()"]
"""

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
def execute(tmp_path_factory: pytest.TempPathFactory) -> Callable[[NotebookNode], None]:
    """Run a notebook in a kernel that reaches no other host, within its time.

    It runs in an empty folder, since some write files beside themselves.
    """
    home = tmp_path_factory.mktemp("ipython")
    beside = tmp_path_factory.mktemp("notebooks")
    (home / "profile_default").mkdir()
    (home / "profile_default" / "ipython_config.py").write_text(CONFIG)
    paths = os.pathsep.join([str(ROOT), str(Path(__file__).parent)])
    env = {**os.environ, "IPYTHONDIR": str(home), "PYTHONPATH": paths}

    def execute(notebook: NotebookNode) -> None:
        end = time.monotonic() + SECONDS
        client = NotebookClient(
            notebook,
            kernel_name="python3",
            timeout_func=lambda cell: max(0.1, end - time.monotonic()),
            resources={"metadata": {"path": str(beside)}},
        )
        client.execute(env=env)

    return execute


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
