"""A browser is found where the environment says, on the path, or in a usual place."""

import os
import stat
from pathlib import Path

import pytest

from utils.errors import ExportError
from utils.exports.browser import BrowserMissing, Renderer, find
from utils.exports.browser.finding import how_to_get_one


@pytest.fixture
def program(tmp_path):
    """Make a program of a name, in a folder of a name."""

    def make(name: str, folder: str = "bin") -> Path:
        path = tmp_path / folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("#!/bin/sh\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return path

    return make


def test_demarche_browser_comes_first(program):
    ours, theirs, path = program("one"), program("two"), program("chromium")
    environment = {
        "DEMARCHE_BROWSER": str(ours),
        "BROWSER_PATH": str(theirs),
        "PATH": str(path.parent),
    }
    assert find(environment) == ours
    assert find({**environment, "DEMARCHE_BROWSER": ""}) == theirs
    assert find({"PATH": str(path.parent)}) == path


def test_a_name_is_looked_for_on_the_path(program):
    chosen = program("my-chromium")
    environment = {"DEMARCHE_BROWSER": "my-chromium", "PATH": str(chosen.parent)}
    assert find(environment) == chosen


def test_chromium_is_preferred_to_what_its_makers_sell(program):
    program("google-chrome")
    assert find({"PATH": str(program("chromium").parent)}).name == "chromium"


@pytest.mark.parametrize("variable", ["DEMARCHE_BROWSER", "BROWSER_PATH"])
def test_what_is_no_program_is_named_with_its_variable(variable, tmp_path):
    with pytest.raises(BrowserMissing, match=f"{variable} is .*nothing, which is no"):
        find({variable: str(tmp_path / "nothing"), "PATH": os.defpath})


def test_where_there_is_none_the_error_names_the_command_that_installs_one(tmp_path):
    with pytest.raises(BrowserMissing) as raised:
        find({"PATH": str(tmp_path)})
    assert how_to_get_one() in str(raised.value)
    assert isinstance(raised.value, ExportError)


@pytest.mark.parametrize(
    ("system", "command"),
    [
        ("Linux", "sudo apt install chromium"),
        ("Darwin", "brew install --cask chromium"),
        ("Windows", "winget install Google.Chrome"),
        ("Plan 9", "chromium.org"),
    ],
)
def test_every_system_has_its_own_command(system, command):
    assert command in how_to_get_one(system)


def test_drawing_without_a_browser_says_so(monkeypatch, tmp_path, figure):
    monkeypatch.delenv("DEMARCHE_BROWSER")
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with Renderer() as renderer, pytest.raises(BrowserMissing):
        renderer.draw(figure, format="svg")
