"""A report is a folder with every chart, in files and on one page."""

import re
from datetime import date

import pytest
from pypdf import PdfReader

from utils import load, select
from utils.errors import ExportError
from utils.exports.browser import BrowserMissing, shared
from utils.publish.report import report
from utils.publish.report.__main__ import main
from utils.publish.report.every_chart import FRAMES

WEEK = select(since="2025-06-26", until="2025-07-03")
FORMATS = ["svg", "csv", "caption"]


@pytest.fixture(scope="module")
def case():
    return load("azerbaijan-russia")


@pytest.fixture(scope="module")
def told():
    return []


@pytest.fixture(scope="module")
def made(case, tmp_path_factory, told):
    folder = tmp_path_factory.mktemp("reports") / "week"
    how = {"formats": FORMATS, "today": date(2026, 1, 2), "progress": told.append}
    return report(case, WEEK, folder, **how)


@pytest.fixture(scope="module")
def page(made):
    return (made.folder / "index.html").read_text("utf-8")


def test_each_chart_has_its_files(made):
    names = {path.name for path in (made.folder / "figures").iterdir()}
    drawn = FRAMES.keys() - made.refused.keys()
    assert names == {f"{n}.{end}" for n in drawn for end in ("svg", "csv", "txt")}


def test_the_folder_holds_what_the_report_names(made):
    files = {path for path in made.folder.rglob("*") if path.is_file()}
    assert {path for path in files if not path.name.startswith(".")} <= set(made.paths)


def test_the_page_shows_every_chart_with_its_alt_text(made, page):
    alts = re.findall(r'<img alt="([^"]+)" src="data:image/svg', page)
    assert len(alts) == made.n_charts == len(FRAMES) - len(made.refused)


def test_the_page_says_why_a_chart_is_missing(made, page):
    assert made.refused
    for why in made.refused.values():
        assert why.split(";")[0].replace("'", "&#39;") in page


def test_the_page_links_to_files_that_are_there(made, page):
    links = re.findall(r'href="(figures/[^"]+)"', page)
    assert len(links) == 3 * made.n_charts
    assert [link for link in links if not (made.folder / link).is_file()] == []


def test_the_page_gives_filter_citation_and_date(case, page):
    assert "select(since=&quot;2025-06-26&quot;" in page
    assert str(case.cite()) in page
    assert "2026-01-02" in page


def test_the_page_asks_nobody_for_anything(page):
    assert "<script" not in page
    assert re.findall(r'(?:src|href)="(?!data:|figures/|#)[^"]*"', page) == []


def test_the_pdf_has_a_page_for_each_chart_at_least(made):
    pdf = PdfReader(made.folder / "report.pdf")
    assert len(pdf.pages) > made.n_charts
    width, height = pdf.pages[0].mediabox[2:]
    assert [round(float(x) * 25.4 / 72) for x in (width, height)] == [210, 297]


def test_the_acts_chosen_lie_beside_the_page(made, case):
    lines = (made.folder / "acts.csv").read_text("utf-8").splitlines()
    assert len(lines) - 1 == len(WEEK.apply(case.actions))


def test_progress_names_every_step(told, made):
    assert told[0] == "drawing: timeline"
    assert f"1 of {made.n_charts}: timeline" in told
    assert told[-1] == "printing report.pdf"


def test_a_report_says_what_it_left_out(made):
    said = str(made)
    assert f"Reported {made.n_charts} charts as {len(made.paths)} files" in said
    assert "Not drawn: " in said


def test_a_report_that_is_there_stays(made, case):
    with pytest.raises(ExportError, match="is there already"):
        report(case, WEEK, made.folder, formats=["csv"], progress=str)


def test_a_folder_of_others_is_never_replaced(case, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ExportError, match="left alone"):
        report(case, WEEK, tmp_path, formats=["csv"], overwrite=True, progress=str)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_without_a_browser_all_else_is_written(case, tmp_path, monkeypatch):
    shared().close()
    monkeypatch.setenv("DEMARCHE_BROWSER", str(tmp_path / "none"))
    folder = tmp_path / "week"
    with pytest.raises(BrowserMissing, match="Pictures are missing"):
        report(case, WEEK, folder, formats=["csv", "svg"], progress=str)
    page = (folder / "index.html").read_text("utf-8")
    assert "<img" not in page
    assert "Timeline" in page
    assert (folder / "figures" / "timeline.csv").is_file()
    assert not (folder / "report.pdf").exists()


def test_the_command_says_what_stands_in_the_way(tmp_path, capsys):
    options = ["--case", "no-such-case", "--folder", str(tmp_path / "x")]
    assert main(options) == 1
    assert "no-such-case" in capsys.readouterr().err
