"""The explorer beside JupyterLab: in Notebook, and as a page of its own."""

import json
import sys
import time
from collections.abc import Callable, Iterator

import pytest
from jupyter_lab import Lab, Server, Visit, jupyter, serving, settled
from playwright.sync_api import Browser, Page


class Notebook(Lab):
    """A page of Notebook 7."""

    route = "notebooks"
    idle = """() => document.querySelector(
      '.jp-Notebook-ExecutionIndicator')?.dataset.status === 'idle'"""

    def open(self, notebook: str) -> Page:
        """Open a notebook, and wait until the page has joined its kernel."""
        page = super().open(notebook)
        until = time.monotonic() + 30
        while not self._joined() and time.monotonic() < until:
            page.wait_for_timeout(100)
        return page

    def _joined(self) -> bool:
        kernels = json.loads(self.server.ask("GET", "api/kernels"))
        return any(
            kernel["connections"] and kernel["execution_state"] == "idle"
            for kernel in kernels
        )


@pytest.fixture(scope="module")
def notebook(
    tmp_path_factory: pytest.TempPathFactory, chromium: Browser
) -> Iterator[Notebook]:
    """Give a page of Notebook 7 and a server for it."""
    home = tmp_path_factory.mktemp("notebook")
    server = settled(home)
    with serving(server, home, jupyter("notebook", server)):
        notebook = Notebook(server, chromium)
        yield notebook
        notebook.page.context.close()


@pytest.fixture(scope="module")
def app(
    tmp_path_factory: pytest.TempPathFactory, chromium: Browser
) -> Iterator[Callable[..., Visit]]:
    """Give a way to start the app, and a page that is to visit it."""
    running = []

    def start(*options: str) -> Visit:
        home = tmp_path_factory.mktemp("app")
        server = settled(home)
        running.append(serving(server, home, app_command(server, *options)))
        running[-1].__enter__()
        return Visit(server, chromium)

    yield start
    for server in running:
        server.__exit__(None, None, None)


def app_command(server: Server, *options: str) -> list[str]:
    program = [sys.executable, "-m", "utils.app", "--port", server.port]
    return [*program, "--no-browser", *options]
