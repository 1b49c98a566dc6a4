"""A browser goes with the process that started it, and asks no other for anything."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from plotly.graph_objects import Figure, Scatter

ROOT = Path(__file__).resolve().parents[3]
START = """
import os, sys
from plotly.graph_objects import Figure
from utils.exports import browser
renderer = browser.shared()
assert renderer.draw(Figure(), format="svg").startswith(b"<?xml")
print(renderer._keeper._studio.process.folder, flush=True)
"""
FORK = """
child = os.fork()
if not child:
    assert renderer.draw(Figure(), format="pdf").startswith(b"%PDF")
    sys.exit(0)
assert os.waitpid(child, 0)[1] == 0
studio = renderer._keeper._studio
assert renderer.draw(Figure(), format="png")[1:4] == b"PNG"
assert renderer._keeper._studio is studio
"""
IN_A_KERNEL = """
import asyncio
async def cell():
    assert renderer.draw(Figure(), format="png")[1:4] == b"PNG"
asyncio.run(cell())
"""
KILLED = "os.kill(os.getpid(), 9)"


def run(code: str) -> tuple[int, str, str]:
    """Run code after the first drawing; give how it ended, and the browser's folder."""
    command = [sys.executable, "-W", "error", "-c", START + code]
    ended = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=300
    )
    return ended.returncode, ended.stdout.strip(), ended.stderr


def running(folder: str) -> bool:
    """Whether a browser that keeps its things in a folder is still there."""
    listed = subprocess.run(["ps", "-wweo", "args"], capture_output=True, text=True)
    return folder in listed.stdout


@pytest.mark.parametrize("code", ["", IN_A_KERNEL, FORK, "raise SystemExit(0)"])
def test_at_the_end_nothing_is_left_and_nothing_was_complained_of(code):
    status, folder, complaints = run(code)
    assert (status, complaints) == (0, "")
    assert not running(folder)
    assert not Path(folder).exists()


def test_a_process_that_is_killed_takes_its_browser_along():
    status, folder, _ = run(KILLED)
    assert status == -9
    until = time.monotonic() + 30
    while (running(folder) or Path(folder).exists()) and time.monotonic() < until:
        time.sleep(0.2)
    assert not running(folder)
    assert not Path(folder).exists()


class Listener(ThreadingHTTPServer):
    """A server that notes who asks it for something."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), Answer)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.send_response(200)
        self.end_headers()

    do_POST = do_GET

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def listener() -> Iterator[Listener]:
    with Listener() as server:
        threading.Thread(target=server.serve_forever).start()
        yield server
        server.shutdown()


def test_a_figure_that_asks_this_computer_for_a_picture_gets_none(renderer, listener):
    figure = Figure(Scatter(x=[1, 2], y=[1, 2]))
    figure.add_layout_image(source=f"{listener.address}/a.png", sizex=1, sizey=1)
    where = f"background:url({listener.address}/b.png)"
    figure.add_annotation(text=f'<span style="{where}">words</span>', x=1, y=1)
    drawn = [renderer.draw(figure, format=it) for it in ("svg", "png", "pdf")]
    assert not [it for it in drawn if listener.address.encode() in it]
    assert listener.asked == []


def test_a_page_that_asks_this_computer_for_anything_gets_nothing(renderer, listener):
    page = """<!DOCTYPE html><link rel="stylesheet" href="AT/style.css">
    <script src="AT/script.js"></script><img src="AT/image.png">
    <style>@font-face{font-family:x;src:url(AT/font)}p{font-family:x}</style><p>Words
    <iframe src="AT/frame"></iframe><script>fetch("AT/fetch");
    navigator.sendBeacon("AT/beacon", "x"); new WebSocket("AT/s".replace("http", "ws"))
    </script>"""
    pdf = renderer.print_page(page.replace("AT", listener.address))
    assert pdf.startswith(b"%PDF")
    assert listener.asked == []
