"""A real kernel that reaches no other host, for notebooks of the tests."""

import asyncio
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

TESTS = Path(__file__).parent
SECONDS = 120
CONFIG = """
c = get_config()
c.InteractiveShellApp.exec_lines = ["import offline; offline.cut_off()"]
"""


@pytest.fixture(scope="session")
def execute(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., None]:
    """Run a notebook in a kernel that reaches no other host, within its time.

    It runs in an empty folder, since some write files beside themselves. With
    `allow_errors`, a cell that raises keeps its error as an output.
    """
    home = tmp_path_factory.mktemp("ipython")
    (home / "profile_default").mkdir()
    (home / "profile_default" / "ipython_config.py").write_text(CONFIG)
    paths = os.pathsep.join([str(TESTS.parent), str(TESTS)])
    env = {**os.environ, "IPYTHONDIR": str(home), "PYTHONPATH": paths}

    def execute(notebook: NotebookNode, *, allow_errors: bool = False) -> None:
        end = time.monotonic() + SECONDS
        client = NotebookClient(
            notebook,
            kernel_name="python3",
            allow_errors=allow_errors,
            timeout_func=lambda cell: max(0.1, end - time.monotonic()),
            resources={"metadata": {"path": str(tmp_path_factory.mktemp("beside"))}},
        )
        # A thread of its own, so that a loop which already runs is left alone.
        with ThreadPoolExecutor(1) as thread:
            thread.submit(asyncio.run, client.async_execute(env=env)).result()

    return execute
