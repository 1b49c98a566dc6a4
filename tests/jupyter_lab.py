"""A real JupyterLab in a real Chromium, cut off from every other host."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError

import nbformat
import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Route,
    WebSocket,
    sync_playwright,
)

ROOT = Path(__file__).resolve().parents[1]
TOKEN = "a-token-for-tests"
NO_NEWS = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}
PYTHON = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
THEMES = "lab/api/settings/@jupyterlab/apputils-extension:themes"
IDLE = (
    "() => /\\| Idle/.test(document.querySelector('#jp-main-statusbar')?.textContent)"
)
NUMBERS = """() => [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')]
  .map((prompt) => Number(/\\d+/.exec(prompt.textContent) ?? 0))"""
FINISHED = f"""(before) => Math.max(...({NUMBERS})()) > before &&
  !/\\*/.test([...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')]
    .map((prompt) => prompt.textContent))"""
COMPLAINTS = '[data-mime-type="application/vnd.jupyter.stderr"]'
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@dataclass(frozen=True)
class Server:
    """Where a JupyterLab listens, and the folder that it shows."""

    address: str
    folder: Path

    @property
    def port(self) -> str:
        return self.address.rpartition(":")[2]

    def ask(self, method: str, path: str, content: object = None) -> bytes:
        request = urllib.request.Request(
            f"{self.address}/{path}",
            data=None if content is None else json.dumps(content).encode(),
            headers={"Authorization": f"token {TOKEN}"},
            method=method,
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.read()

    def end_kernels(self) -> None:
        for session in json.loads(self.ask("GET", "api/sessions")):
            self.ask("DELETE", f"api/sessions/{session['id']}")


class Visit:
    """A page of a server, with what it complained of and asked others for."""

    def __init__(self, server: Server, browser: Browser) -> None:
        self.server = server
        self.console_errors: list[str] = []
        self.console_warnings: list[str] = []
        self.foreign_requests: list[str] = []
        context = browser.new_context(
            viewport={"width": 1400, "height": 1000}, service_workers="block"
        )
        context.set_default_timeout(30_000)
        context.route(self._is_foreign, self._block)
        self.page: Page = context.new_page()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.console_errors.append(str(error)))
        self.page.on("websocket", self._hear_socket)

    def _is_foreign(self, url: str) -> bool:
        return not url.startswith((self.server.address, "data:", "blob:"))

    def _block(self, route: Route) -> None:
        self.foreign_requests.append(route.request.url)
        route.abort()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.console_errors.append(f"{message.text} {message.location}")
        if message.type == "warning":
            self.console_warnings.append(message.text)

    def _hear_socket(self, web_socket: WebSocket) -> None:
        if not web_socket.url.startswith(self.server.address.replace("http", "ws")):
            self.foreign_requests.append(web_socket.url)


class Lab(Visit):
    """A page of JupyterLab."""

    route = "lab/tree"
    idle = IDLE

    def open(self, notebook: str) -> Page:
        """Open a notebook of the served folder in a new kernel, and wait for that.

        Until the kernel is idle, a run of all cells would do nothing in silence.
        """
        self.page.goto("about:blank")
        self.server.end_kernels()
        path = f"{self.route}/{notebook}?reset&token={TOKEN}"
        self.page.goto(f"{self.server.address}/{path}")
        self.page.wait_for_selector(".jp-Notebook .jp-Cell")
        self.page.wait_for_function(self.idle)
        return self.page

    def open_code(self, *cells: str, name: str = "scratch.ipynb") -> Page:
        """Write a notebook with these code cells, and open it."""
        notebook = nbformat.v4.new_notebook(metadata=PYTHON)
        notebook.cells = [nbformat.v4.new_code_cell(cell) for cell in cells]
        nbformat.write(notebook, self.server.folder / name)
        return self.open(name)

    def run_all(self) -> None:
        """Run every cell, and fail if one of them raises, warns or writes to stderr."""
        before = max(self.page.evaluate(NUMBERS))
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.locator('li[data-command="runmenu:run-all"]').click()
        self.page.wait_for_function(FINISHED, arg=before, timeout=120_000)
        self.page.wait_for_function(self.idle)
        assert self.page.locator(COMPLAINTS).all_inner_texts() == []

    def wear(self, theme: str) -> None:
        """Use the theme "JupyterLab Light" or "JupyterLab Dark" from the next page."""
        self.server.ask("PUT", THEMES, {"raw": json.dumps({"theme": theme})})


@pytest.fixture(scope="session")
def lab_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve a copy of the notebooks, with no setting of the user in reach."""
    home = tmp_path_factory.mktemp("jupyter")
    server = settled(home)
    if (ROOT / "notebooks").is_dir():
        shutil.copytree(ROOT / "notebooks", server.folder, dirs_exist_ok=True)
    with serving(server, home, jupyter("jupyterlab", server)):
        yield server


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the browser that DEMARCHE_BROWSER names, or else Chromium."""
    path = os.environ.get("DEMARCHE_BROWSER") or shutil.which("chromium")
    assert path, "No browser: install chromium, or name one in DEMARCHE_BROWSER."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def lab(lab_server: Server, chromium: Browser) -> Iterator[Lab]:
    """Open a page of its own for the tests of one module."""
    lab = Lab(lab_server, chromium)
    lab.wear("JupyterLab Light")
    yield lab
    lab.page.context.close()


def settled(home: Path) -> Server:
    """Prepare a home and a free port for a server that is to start."""
    (home / "config/labconfig").mkdir(parents=True)
    (home / "config/labconfig/page_config.json").write_text(json.dumps(NO_NEWS))
    (home / "notebooks").mkdir()
    return Server(f"http://127.0.0.1:{_free_port()}", home / "notebooks")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(server: Server, home: Path, command: list[str]) -> Iterator[None]:
    """Run a server of Jupyter with settings of its own, until it is not needed."""
    log = home / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, env=_environment(home), stdout=output, stderr=output
        )
        try:
            _wait_for(server, process, log)
            yield
        finally:
            process.terminate()
            process.wait(timeout=30)


def jupyter(program: str, server: Server) -> list[str]:
    """Give the command that starts JupyterLab or Notebook."""
    options = {
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.port": server.port,
        "ServerApp.port_retries": "0",
        "ServerApp.root_dir": str(server.folder),
        "ServerApp.open_browser": "False",
        "ServerApp.allow_root": "True",
        "IdentityProvider.token": TOKEN,
        "LabApp.extension_manager": "readonly",
    }
    settings = [f"--{name}={value}" for name, value in options.items()]
    return [sys.executable, "-m", program, *settings]


def _environment(home: Path) -> dict[str, str]:
    places = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "IPYTHONDIR": "ipython",
    }
    own = {variable: str(home / name) for variable, name in places.items()}
    return {**os.environ, **own, "PYTHONPATH": str(ROOT)}


def _wait_for(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        try:
            server.ask("GET", "api/status")
        except HTTPError:
            return
        except URLError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"The server did not start:\n{log.read_text()}")
