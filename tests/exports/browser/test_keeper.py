"""A browser that ends, hangs or is none leads to a new one or to a sentence."""

import os
import signal
import stat
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from plotly.graph_objects import Figure, Scatter

from utils.errors import ExportError
from utils.exports.browser import Renderer, keeper
from utils.exports.browser.keeper import Keeper
from utils.exports.browser.studio import Studio

EMPTY = '{"data": [], "layout": {}}'
ENDLESS = "() => new Promise(() => {})"


def marks(number: int) -> Figure:
    """Draw so many marks with a letter each; some thousand take some seconds."""
    places, letters = list(range(number)), ["a"] * number
    return Figure(Scatter(x=places, y=places, text=letters, mode="markers+text"))


def processes(renderer: Renderer, kind: str = "") -> list[int]:
    """Give the processes of a renderer's browser, its own first."""
    folder = str(renderer._keeper._studio.process.folder)
    listed = subprocess.run(["ps", "-wweo", "pid,args"], capture_output=True, text=True)
    lines = [line for line in listed.stdout.splitlines() if folder in line]
    return sorted(int(line.split()[0]) for line in lines if kind in line)


def kill(renderer: Renderer, kind: str = "") -> None:
    """Kill the browser of a renderer, or its processes of one kind."""
    found = processes(renderer, kind)
    assert found
    for process in found:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


@pytest.fixture(scope="module")
def own():
    """Give a renderer that no other test needs."""
    with Renderer() as renderer:
        yield renderer


@pytest.fixture
def drawn(own) -> bytes:
    return own.draw(marks(1), format="svg")


@pytest.fixture
def no_browser(tmp_path, monkeypatch):
    """Let a script stand where the browser should be."""

    def stand(script: str) -> None:
        path = tmp_path / "browser"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("DEMARCHE_BROWSER", str(path))

    return stand


def test_what_takes_too_long_ends_in_a_sentence_and_the_next_is_drawn(own, drawn):
    with pytest.raises(ExportError, match=r"did not finish within 0\.05 seconds, and"):
        own.draw(marks(20_000), format="svg", timeout_s=0.05)
    assert own.draw(marks(1), format="svg") == drawn


def test_a_browser_that_was_killed_meanwhile_is_replaced(own, drawn):
    kill(own)
    assert own.draw(marks(1), format="png")[1:4] == b"PNG"


@pytest.mark.parametrize("kind", ["", "--type=renderer"])
def test_what_was_under_way_when_it_was_killed_is_drawn_again(own, drawn, kind):
    tried = []

    def draw(studio: Studio) -> str:
        tried.append(studio)
        if len(tried) == 1:
            threading.Timer(0.3, kill, [own, kind]).start()
            studio._tools.call(studio._drawing, ENDLESS)
        return studio.draw(EMPTY, 100, 100)

    assert own._keeper.use(draw, 60).startswith("<svg")
    assert len(set(tried)) == 2


def test_one_that_ends_each_time_is_given_up(own, drawn):
    def end(studio: Studio) -> None:
        kill(own)
        studio.draw(EMPTY, 100, 100)

    with pytest.raises(ExportError, match="ended while it drew, 2 times"):
        own._keeper.use(end, 30)
    assert own.draw(marks(1), format="svg") == drawn


def test_after_many_drawings_the_browser_is_a_new_one(own, drawn, monkeypatch):
    before = own._keeper._studio
    own._keeper._studio.n_drawn = keeper.MOST_DRAWN - 1
    own.draw(marks(2), format="svg")
    assert own._keeper._studio is before
    own.draw(marks(3), format="svg")
    assert own._keeper._studio is not before


def test_a_closed_renderer_leaves_nothing_and_draws_again(own, drawn):
    process = own._keeper._studio.process
    own.close()
    assert not process.folder.exists()
    assert not process.is_alive()
    assert own.draw(marks(1), format="svg") == drawn


def test_an_interrupt_ends_the_browser_and_not_the_renderer(own, drawn):
    def interrupt(studio) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        own._keeper.use(interrupt, 30)
    assert own.draw(marks(1), format="svg") == drawn


def test_many_threads_draw_each_its_own(own):
    def last_tick(number: int) -> bool:
        svg = own.draw(marks(number), format="svg")
        return svg.count(b">a</text>") == number

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(last_tick, range(1, 9)))


def test_what_is_refused_costs_no_browser(own, drawn):
    before = own._keeper._studio
    with pytest.raises(ExportError, match=r"refused what it was asked: .*no such"):
        own._keeper.use(
            lambda studio: studio._run(studio._sheet, "throw 'no such thing'"), 9
        )
    assert own._keeper._studio is before


def test_a_program_that_ends_at_once_is_quoted(no_browser):
    no_browser("echo 'libnss3.so is missing' >&2; exit 127")
    with Renderer() as renderer, pytest.raises(ExportError) as raised:
        renderer.draw(marks(1), format="svg")
    assert "ended before it could draw. Is it Chromium or Chrome?" in str(raised.value)
    assert str(raised.value).endswith("It said: libnss3.so is missing")


def test_a_program_that_answers_with_something_else_is_no_browser(no_browser):
    no_browser("printf 'hello\\0' >&4; sleep 60")
    with Renderer() as renderer, pytest.raises(ExportError, match="ended before it"):
        renderer.draw(marks(1), format="svg")


def test_a_program_that_never_answers_is_ended(no_browser):
    no_browser("sleep 600")
    with pytest.raises(ExportError, match=r"browser did not start within 0\.5 seconds"):
        Keeper(start_timeout_s=0.5).use(lambda studio: None, 30)


def test_a_file_that_cannot_run_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("DEMARCHE_BROWSER", str(tmp_path))
    with Renderer() as renderer, pytest.raises(ExportError, match="is no program"):
        renderer.draw(marks(1), format="svg")


@pytest.mark.parametrize("timeout_s", [0, -1, float("inf"), float("nan")])
def test_a_time_limit_is_a_number_of_seconds(own, timeout_s):
    with pytest.raises(ExportError, match=r"timeout_s is .*; give up to 86400"):
        own.draw(marks(1), format="svg", timeout_s=timeout_s)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"format": "gif"}, "There is no format 'gif'. Known: png, svg, pdf"),
        ({"format": "svg", "lang": "<b>"}, "lang is '<b>'; give a language tag"),
    ],
)
def test_what_cannot_be_drawn_is_refused_before_anything_is_started(given, problem):
    with pytest.raises(ExportError, match=problem):
        Renderer().draw(marks(1), **given)


def test_what_is_no_figure_is_refused():
    with pytest.raises(
        ExportError, match=r"Only a figure can be drawn, .* type dict\."
    ):
        Renderer().draw({"data": []}, format="svg")
