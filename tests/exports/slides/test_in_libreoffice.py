"""Slides as LibreOffice shows them: every text in its box, every chart there."""

import os
import re
import shutil
import subprocess
from dataclasses import replace

import pypdfium2
import pytest
from chart_pictures import PICTURES
from decks import ABOUT, Deck, counts, deck, tension
from pptx.util import Emu

from utils import charts
from utils.charts.record import record, redraw

INSTALL = ["apt-get", "-qq", "install", "-y", "--no-install-recommends"]
LONG = "a name that is far longer than any that was foreseen by those who drew it"
HAIR_PT = 3


def libreoffice():
    """Find LibreOffice, or install it where apt-get is there and nobody is asked."""
    if not (shutil.which("soffice") or os.name == "nt" or os.geteuid()):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["apt-get", "-qq", "update"], [*INSTALL, "libreoffice-impress"]):
            subprocess.run(step, env=environment, check=True, capture_output=True)
    found = shutil.which("soffice")
    assert found, "LibreOffice is missing: install libreoffice-impress"
    return found


def pages_of(made: Deck, folder):
    """Let LibreOffice make a PDF of a deck."""
    (folder / "deck.pptx").write_bytes(made.content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run(
        [libreoffice(), profile, *convert, str(folder / "deck.pptx")],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return pypdfium2.PdfDocument(folder / "deck.pdf")


@pytest.fixture(scope="module")
def shown(drawn, tmp_path_factory):
    """Show every chart of the case, each second one dark, and some with long names."""
    marks = tuple((f"2025-0{i}-10", f"{LONG} {i}") for i in (1, 2, 3, 4))
    names = {"dataset": LONG, "side_names": (LONG, LONG), "selection": f"{LONG}, " * 4}
    about = replace(ABOUT, **names, landmarks=marks)
    figures = [drawn(chart) for chart in PICTURES]
    figures[::2] = [redraw(record(figure), theme="dark") for figure in figures[::2]]
    figures += [
        charts.butterfly(counts(), about=about),
        charts.tension_curve(tension(), about=about),
        charts.heat_map(counts().assign(type="media"), about=about),
    ]
    made = deck(*figures, title=f"{LONG}, {LONG}")
    pages = pages_of(made, tmp_path_factory.mktemp("libreoffice"))
    return list(zip(made.slides, pages, strict=True))


def ends(shape):
    """Give left, top, right and bottom of a shape in points."""
    right, bottom = shape.left + shape.width, shape.top + shape.height
    return [Emu(end).pt for end in (shape.left, shape.top, right, bottom)]


def words(text):
    """Leave out what the breaks of lines change."""
    return re.sub(r"\s", "", text)


@pytest.mark.wide
def test_every_text_is_shown_whole_within_its_box(shown):
    for slide, page in shown:
        found = page.get_textpage()
        for shape in slide.shapes:
            if not shape.has_text_frame or shape.name.startswith("Slide Number"):
                continue
            left, top, right, bottom = ends(shape)
            inside = found.get_text_bounded(
                left - HAIR_PT,
                540 - bottom - HAIR_PT,
                right + HAIR_PT,
                540 - top + HAIR_PT,
            )
            assert words(shape.text_frame.text) in words(inside), shape.name


@pytest.mark.wide
def test_every_chart_is_there_and_light(shown):
    for slide, page in shown[1:-1]:
        (shape,) = [s for s in slide.shapes if s.name.startswith("Chart: ")]
        picture = page.render(scale=1).to_pil().convert("L")
        chart = picture.crop([round(end) for end in ends(shape)])
        paper = chart.histogram()[255]
        share = paper / (chart.width * chart.height)
        assert 0.3 < share < 0.99, shape.name


@pytest.mark.wide
def test_native_charts_name_their_directions_axes_and_landmarks(shown):
    page = next(
        page for slide, page in shown if slide.shapes[2].name == "Chart: tension curve"
    )
    said = words(page.get_textpage().get_text_bounded())
    for part in ("AZE→RUS", "RUS→AZE", "tension,intheunitofthescale", "Feb2025", "2–3"):
        assert part in said
