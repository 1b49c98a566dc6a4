"""What README.md says is so: its code runs, its commands and files are there."""

import importlib.util
import os
import re
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pandas as pd
import pytest

import start
import utils
from utils.tables.package import read_package

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PRIVACY = (ROOT / "PRIVACY.md").read_text("utf-8")
PICTURES = sorted((ROOT / "docs" / "pictures").iterdir())


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.M | re.S)


def texts(svg: str) -> list[str]:
    """Give every piece of text of a picture, in order."""
    elements = ElementTree.fromstring(svg).iter()
    return [element.text for element in elements if (element.text or "").strip()]


@pytest.fixture(scope="module")
def drawing() -> ModuleType:
    """Give the module that draws the pictures."""
    path = ROOT / "docs" / "draw_pictures.py"
    spec = importlib.util.spec_from_file_location("draw_pictures", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_code_draws_a_curve(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (code,) = blocks("python")
    exec(code, {})
    assert "Recorded tension is highest on" in (tmp_path / "tension.html").read_text()


def test_the_package_file_that_is_shown_is_a_sound_one(tmp_path):
    (shown,) = blocks("json")
    (tmp_path / "datapackage.json").write_text(shown)
    assert read_package(tmp_path).sides == ("ALT", "BES")


def test_each_command_is_one_of_ours():
    commands = re.findall(r"(?:make|start\.py) (\w[\w-]*)", README)
    makefile = (ROOT / "Makefile").read_text()
    told = {"lab", "app", "doctor", "test", "report", "site", "classroom"}
    assert told == set(commands) <= start.COMMANDS.keys()
    assert all(re.search(rf"^[\w -]*\b{c}\b[\w -]*:", makefile, re.M) for c in commands)


def test_the_environment_of_conda_bears_the_name_that_is_activated():
    environment = (ROOT / "environment.yml").read_text()
    (name,) = re.findall(r"conda activate (\w+)", README)
    assert f"\nname: {name}\n" in environment


@pytest.mark.parametrize(
    "target",
    sorted(set(re.findall(r"\]\(([^)#:]+)\)|(?:src|srcset)=\"([^\"]+)", README))),
)
def test_what_is_linked_is_there(target):
    assert (ROOT / "".join(target)).exists()


def test_every_notebook_is_listed():
    listed = re.findall(r"\]\((notebooks/[^)]+\.ipynb)\)", README)
    found = [*ROOT.glob("notebooks/*.ipynb"), *ROOT.glob("notebooks/lessons/*.ipynb")]
    assert listed == sorted(p.relative_to(ROOT).as_posix() for p in found)


def test_every_name_of_the_front_door_is_told():
    assert set(utils.__all__) <= set(re.findall(r"`(\w+)`", README))


@pytest.mark.parametrize("table", ["actions", "actors", "sources"])
def test_the_sizes_that_are_told_are_those_of_the_tables(table):
    rows = len(pd.read_csv(ROOT / "data" / "azerbaijan-russia" / f"{table}.csv"))
    word = "acts" if table == "actions" else table
    assert re.search(rf"\b{rows} {word}\b", README)


def test_every_folder_is_explained():
    shown = {path.parent.name for path in ROOT.glob("[a-z]*/*") if is_ours(path)}
    assert shown <= set(re.findall(r"^\| \[(\w+)\]", README, re.M))


def is_ours(path: Path) -> bool:
    return path.parent.is_dir() and not path.parent.name.endswith(".egg-info")


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_a_picture_is_small_and_shown(path):
    assert path.stat().st_size < 200_000
    assert f"docs/pictures/{path.name}" in README


def test_the_picture_is_told_in_words():
    (told,) = re.findall(r'<img [^>]*alt="([^"]+)"', README)
    assert 20 < len(told.split()) < 80


def test_the_pictures_are_what_the_code_draws_now(drawing, tmp_path, monkeypatch):
    if browser := os.environ.get("DEMARCHE_BROWSER"):
        monkeypatch.setenv("BROWSER_PATH", browser)
    drawing.draw(tmp_path)
    drawn = {path.name: texts(path.read_text()) for path in tmp_path.iterdir()}
    kept = {path.name: texts(path.read_text()) for path in PICTURES}
    assert drawn == kept, "Run .venv/bin/python docs/draw_pictures.py"


def test_privacy_says_how_to_ask_for_removal():
    assert "## How to ask for a change" in PRIVACY
    assert "PRIVACY.md" in README
