"""Saving a deck: a whole file where it was asked for, or a sentence and no file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from decks import ABOUT, counts
from plotly.graph_objects import Figure
from pptx import Presentation

from utils import charts
from utils.errors import ChartError, ExportError
from utils.exports import save, save_deck


@pytest.fixture
def figure():
    return charts.butterfly(counts(), about=ABOUT)


def test_the_file_is_a_presentation_and_is_named(figure, tmp_path):
    saved = save_deck([figure], tmp_path / "acts.pptx")
    assert saved.paths == (tmp_path / "acts.pptx",)
    assert str(saved) == f"Saved acts.pptx in {tmp_path}."
    assert len(Presentation(tmp_path / "acts.pptx").slides) == 1


def test_a_folder_is_made_for_it(figure, tmp_path):
    save_deck([figure], tmp_path / "new" / "acts.pptx")
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["acts.pptx"]


def test_figures_by_their_names_keep_them(figure, tmp_path):
    save_deck({"one": figure, "two": figure}, tmp_path / "acts.pptx")
    slides = Presentation(tmp_path / "acts.pptx").slides
    assert [s._element.cSld.get("name") for s in slides][1:3] == ["one", "two"]


def test_saving_one_figure_as_pptx_gives_the_same_slide(figure, tmp_path):
    save(figure, "acts", formats=["pptx"], folder=tmp_path)
    (slide,) = Presentation(tmp_path / "acts.pptx").slides
    assert [shape.name for shape in slide.shapes][:3] == [
        "Title",
        "What is counted",
        "Chart: butterfly",
    ]


def test_an_existing_file_stays_unless_it_may_be_overwritten(figure, tmp_path):
    path = tmp_path / "acts.pptx"
    path.write_text("mine")
    with pytest.raises(ExportError, match="overwrite=True"):
        save_deck([figure], path)
    assert path.read_text() == "mine"
    save_deck([figure], path, overwrite=True)
    assert len(Presentation(path).slides) == 1


@pytest.mark.parametrize(
    ("figures", "path", "said"),
    [
        ([], "a.pptx", "give at least one"),
        ({}, "a.pptx", "give at least one"),
        ("figure", "a.pptx", r"Give a list, as in save_deck\(\[figure\]"),
        (None, "a.pptx", "a NoneType was given"),
        (..., "a.ppt", r"Write 'a\.pptx'"),
        (..., "a", r"Write 'a\.pptx'"),
        (..., "con.pptx", "device on Windows"),
        (..., "no/such/a.pptx", "Make that first"),
        (..., 7, "is no path"),
    ],
)
def test_what_makes_no_deck_is_refused_in_a_sentence(
    figures, path, said, figure, tmp_path
):
    place = tmp_path / path if isinstance(path, str) else path
    with pytest.raises(ExportError, match=said):
        save_deck([figure] if figures is ... else figures, place)
    assert not list(tmp_path.iterdir())


def test_a_lone_figure_is_refused_with_the_way_to_write_it(figure, tmp_path):
    with pytest.raises(ExportError, match=r"save_deck\(\[figure\]"):
        save_deck(figure, tmp_path / "a.pptx")


def test_a_figure_of_somebody_else_leaves_no_file(figure, tmp_path):
    with pytest.raises(ChartError):
        save_deck([figure, Figure()], tmp_path / "a.pptx")
    assert not list(tmp_path.iterdir())


WITHOUT_BROWSER = """
from decks import ABOUT, counts
from utils import charts
from utils.exports import BrowserMissing, save_deck
native = charts.butterfly(counts(), about=ABOUT)
drawn = charts.heat_map(counts().assign(type="media"), about=ABOUT)
save_deck([native, native], "native.pptx")
try:
    save_deck([native, drawn], "drawn.pptx")
except BrowserMissing as error:
    print(error)
"""


def test_without_a_browser_there_are_decks_of_native_charts_and_no_others(tmp_path):
    tests = Path(__file__).parents[1]
    path = os.pathsep.join(map(str, (tests, tests.parent)))
    found = subprocess.run(
        [sys.executable, "-c", WITHOUT_BROWSER],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path, "DEMARCHE_BROWSER": "/no/such"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "/no/such" in found.stdout
    assert [file.name for file in tmp_path.iterdir()] == ["native.pptx"]
