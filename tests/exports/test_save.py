"""Saving a figure, with a real browser, or with none."""

import csv
import io
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from datetime import date
from pathlib import Path

import pytest
from chart_pictures import PICTURES
from PIL import Image
from plotly.graph_objects import Figure
from pypdf import PdfReader
from resvg_py import svg_to_bytes

from utils.charts.record import redraw, table
from utils.errors import ChartError, ExportError
from utils.exports.browser import BrowserMissing
from utils.exports.order import ENDINGS
from utils.exports.presets import PRESETS, Preset
from utils.exports.save import save

ROOT = Path(__file__).parents[2]
NO_PICTURES = ["html", "csv", "caption", "json"]
TODAY = date(2026, 1, 31)
MM = 25.4
BREAK = """
import json, sys, threading, time
from contextlib import suppress
from pathlib import Path
import psutil
from utils.charts.record import redraw
from utils.errors import ExportError
from utils.exports.save import save
chart = redraw(json.loads(Path(sys.argv[1]).read_text("utf-8")))
def kill():
    while True:
        for child in psutil.Process().children(recursive=True):
            with suppress(psutil.Error):
                child.kill()
        time.sleep(0.05)
threading.Thread(target=kill, daemon=True).start()
try:
    save(chart, "acts", folder=sys.argv[2])
except ExportError as error:
    print(error)
"""


@pytest.fixture(scope="module")
def saved(butterfly, tmp_path_factory):
    """Save a chart in every format and every preset."""
    folder = tmp_path_factory.mktemp("saved")
    how = {"formats": [*ENDINGS], "folder": folder, "today": TODAY}
    return {name: save(butterfly, name, preset=name, **how) for name in PRESETS}


@pytest.fixture(params=PRESETS)
def preset(request) -> Preset:
    return PRESETS[request.param]


def file(saved, preset: Preset, ending: str) -> Path:
    return saved[preset.name].paths[0].with_name(f"{preset.name}.{ending}")


def test_every_format_is_a_file_of_its_own(saved):
    names = [path.name for path in saved["slide"].paths]
    assert names == [
        *("slide.pdf", "slide.svg", "slide.png", "slide.html", "slide.csv"),
        *("slide.for-spreadsheets.csv", "slide.txt", "slide.json", "slide.pptx"),
    ]


def test_nothing_else_is_left_in_the_folder(saved):
    folder = saved["slide"].paths[0].parent
    expected = {path for each in saved.values() for path in each.paths}
    assert {*folder.iterdir()} == expected


def test_a_sentence_says_what_was_saved_where(saved, tmp_path):
    assert str(saved["slide"]).startswith("Saved slide.pdf, slide.svg, slide.png, ")
    assert " mm, its text 12.2 pt." in str(saved["slide"])


def test_a_pdf_is_as_wide_as_the_preset(saved, preset):
    [page] = PdfReader(file(saved, preset, "pdf")).pages
    width_mm = 210 if preset.a4 else preset.width_mm
    assert float(page.mediabox.width) / 72 * MM == pytest.approx(width_mm, abs=0.2)


def test_the_fonts_of_a_pdf_are_in_it(saved, preset):
    for page in PdfReader(file(saved, preset, "pdf")).pages:
        for font in page["/Resources"]["/Font"].values():
            [inner] = font.get_object().get("/DescendantFonts", [font])
            assert "/FontFile2" in inner.get_object()["/FontDescriptor"]


def test_a_png_has_its_pixels_per_inch_and_its_size(saved, preset):
    with Image.open(file(saved, preset, "png")) as picture:
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.01)
        assert picture.width == round(preset.width_mm / MM * 300)


def test_an_svg_has_its_size_its_role_and_its_words(saved, preset, butterfly_record):
    svg = ElementTree.parse(file(saved, preset, "svg")).getroot()
    words = butterfly_record["words"]
    title = svg.find("{http://www.w3.org/2000/svg}title")
    assert float(svg.get("width").removesuffix("mm")) == pytest.approx(preset.width_mm)
    assert svg.get("role") == "img"
    assert title.text == words["title"]


def test_another_program_draws_the_svg(saved, preset):
    svg = file(saved, preset, "svg").read_text("utf-8")
    drawn = svg_to_bytes(svg_string=svg, dpi=96)
    with Image.open(io.BytesIO(bytes(drawn))) as picture:
        assert len(picture.convert("L").getcolors()) > 20


def test_a_slide_is_filled(saved):
    with Image.open(file(saved, PRESETS["slide"], "png")) as picture:
        assert picture.size == (4000, 2250)


def test_a_handout_has_finding_caption_and_source_around_its_figure(
    saved, butterfly_record
):
    [page] = PdfReader(file(saved, PRESETS["handout"], "pdf")).pages
    said = "".join(page.extract_text().split())
    words, about = butterfly_record["words"], butterfly_record["about"]
    parts = [words[name] for name in ("title", "said", "landmarks", "source")]
    parts.append(f"Cite as: {about['citation']}")
    assert [part for part in parts if "".join(part.split()) not in said] == []


def test_the_rows_are_those_drawn(saved, butterfly):
    text = file(saved, PRESETS["slide"], "csv").read_text("utf-8")
    head, *rows = csv.reader(io.StringIO(text))
    frame = table(butterfly)
    assert head == [*frame.columns]
    assert [float(row[head.index("n")]) for row in rows] == pytest.approx(
        frame["n"].tolist(), rel=1e-8
    )


@pytest.mark.parametrize("ending", ["csv", "for-spreadsheets.csv", "txt", "json"])
def test_the_words_and_numbers_are_the_same_for_every_preset(saved, ending):
    contents = {file(saved, p, ending).read_bytes() for p in PRESETS.values()}
    assert len(contents) == 1


@pytest.mark.parametrize("chart", PICTURES)
def test_a_record_makes_the_same_figure_again(chart, drawn, tmp_path):
    figure = drawn(chart)
    [path] = save(figure, chart, formats="json", folder=tmp_path).paths
    again = redraw(json.loads(path.read_text("utf-8")))
    assert again.to_plotly_json().keys() == figure.to_plotly_json().keys()
    assert again.to_json() == figure.to_json()


def test_a_record_is_plain_json_that_ends_with_its_line(saved):
    content = file(saved, PRESETS["slide"], "json").read_bytes()
    read = json.loads(content, parse_constant=pytest.fail)
    assert content.endswith(b"}\n")
    assert [*read] == sorted(read)
    assert read["format"] == 1


def test_a_width_of_ones_own_is_that_of_the_files(butterfly, tmp_path):
    [pdf] = save(butterfly, "a", preset=100, formats="pdf", folder=tmp_path).paths
    width_mm = float(PdfReader(pdf).pages[0].mediabox.width) / 72 * MM
    assert width_mm == pytest.approx(100, abs=0.2)


def test_the_pixels_per_inch_of_ones_own_are_those_of_the_png(butterfly, tmp_path):
    mine = Preset("mine", 100, 120, bare=True, dpi=600)
    [png] = save(butterfly, "a", preset=mine, formats="png", folder=tmp_path).paths
    with Image.open(png) as picture:
        assert picture.info["dpi"] == pytest.approx((600, 600), abs=0.01)
        assert picture.size == pytest.approx((2362, 2835), abs=5)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"formats": ["pdf", "jpg"]}, "There is no format 'jpg'. .*Known: pdf, svg, "),
        ({"formats": []}, "No format was asked for; give some of pdf, "),
        ({"formats": [None]}, "There is no format None"),
        ({"preset": "poster"}, "There is no preset 'poster'"),
        ({"name": "a/b"}, "'a-b' would do"),
        ({"name": "a.svg"}, r"ends in \.svg"),
        ({"folder": "no/such"}, "Make that first"),
    ],
)
def test_what_will_not_do_is_refused_before_anything_is_drawn(
    how, said, butterfly, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ExportError, match=said):
        save(butterfly, **{"name": "a", **how})
    assert [*tmp_path.iterdir()] == []


def test_a_figure_that_is_none_of_ours_is_refused(tmp_path):
    with pytest.raises(ChartError, match="without the record of a chart"):
        save(Figure(), "a", folder=tmp_path)


def test_files_that_are_there_are_named_all_at_once(butterfly, tmp_path):
    save(butterfly, "a", formats=NO_PICTURES, folder=tmp_path)
    with pytest.raises(ExportError, match=r"^a\.csv, a\.json are there already"):
        save(butterfly, "a", formats=["csv", "json", "pdf"], folder=tmp_path)


def test_files_that_are_there_are_replaced_if_that_is_wanted(butterfly, tmp_path):
    (tmp_path / "a.csv").write_text("old")
    save(butterfly, "a", formats="csv", folder=tmp_path, overwrite=True)
    assert (tmp_path / "a.csv").read_text("utf-8").startswith("date,")


SAVE_ALONE = """
import json, sys
from pathlib import Path
from utils.charts.record import redraw
from utils.exports.browser import BrowserMissing
from utils.exports.save import save
chart = redraw(json.loads(Path(sys.argv[1]).read_text("utf-8")))
try:
    save(chart, "acts", folder=sys.argv[2], formats=sys.argv[3].split(","))
except BrowserMissing as error:
    print(error)
"""


def alone(code: str, record_path: Path, *arguments: object, **variables: str) -> str:
    """Run code in a process of its own, so that it starts a browser of its own."""
    command = [sys.executable, "-c", code, record_path, *arguments]
    environment = {**os.environ, **variables}
    output = subprocess.check_output(
        list(map(str, command)), cwd=ROOT, env=environment, text=True, timeout=120
    )
    return output


@pytest.fixture
def empty(tmp_path) -> Path:
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


def test_without_a_browser_all_is_written_that_needs_none(saved, empty):
    json_path = file(saved, PRESETS["slide"], "json")
    formats = "pdf,svg,png,html,csv,caption,json"
    nowhere = {"DEMARCHE_BROWSER": "", "BROWSER_PATH": "", "PATH": str(empty)}
    said = alone(SAVE_ALONE, json_path, empty, formats, **nowhere)
    names = {path.name for path in empty.iterdir()}
    assert names == {"acts.html", "acts.csv", "acts.txt", "acts.json"}
    assert said.startswith("Saved acts.html, acts.csv, acts.txt, acts.json in ")
    assert "Not written: acts.pdf, acts.svg, acts.png." in said
    assert "install" in said


def test_without_a_browser_no_picture_alone_is_written(saved, empty):
    json_path = file(saved, PRESETS["slide"], "json")
    nowhere = {"DEMARCHE_BROWSER": "", "BROWSER_PATH": "", "PATH": str(empty)}
    said = alone(SAVE_ALONE, json_path, empty, "png", **nowhere)
    assert said.startswith("Not written: acts.png.")
    assert [*empty.iterdir()] == []


def test_a_browser_that_is_killed_each_time_leaves_nothing(saved, empty):
    said = alone(BREAK, file(saved, PRESETS["slide"], "json"), empty)
    assert "browser" in said.lower()
    assert [*empty.iterdir()] == []


@pytest.mark.parametrize("format", ["png", "pptx"])
def test_a_picture_that_takes_too_long_leaves_nothing(drawn, format, tmp_path):
    with pytest.raises(ExportError) as refused:
        save(drawn("timeline"), "a", formats=format, folder=tmp_path, timeout_s=0.001)
    assert not isinstance(refused.value, BrowserMissing)
    assert [*tmp_path.iterdir()] == []


def test_what_was_saved_is_told_from_the_working_folder(
    butterfly, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    beside = save(butterfly, "a", formats="csv")
    below = save(butterfly, "a", formats="csv", folder="figures")
    assert str(beside) == "Saved a.csv in the working folder."
    assert str(below) == "Saved a.csv in figures."
