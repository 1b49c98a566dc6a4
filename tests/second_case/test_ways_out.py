"""Taking a case along whose words, sides and licence are its own."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from page_script import Script, differences, reference

from utils import charts, load, measures, save, select
from utils.charts.record import redraw
from utils.publish import build_site, save_page
from utils.publish.shared_page.data import page_data
from utils.publish.site.downloads import copy_downloads
from utils.publish.site.plan import Plan

CHOSEN = [
    select(),
    select(directions=["AZE>RUS", "RUS>AZE"]),
    select(forms="clash", since="2004", until="2006-06-30"),
    select(types="threat", text="declare war"),
]


@pytest.fixture(scope="module")
def curve(disputes):
    scale = disputes.scales["hostility"]
    chosen = select(directions=["GEO>RUS", "RUS>GEO"], since="2008", until="2008-12-31")
    acts = measures.weigh(chosen.apply(disputes.actions), scale)
    tension = measures.tension(acts, since="2008-01-01", until="2008-12-31")
    return charts.tension_curve(tension, about=disputes.about(chosen, scale))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("disputes") / "site"
    return build_site(folder, case="caucasus-disputes", notebooks=[])


def test_a_chart_is_saved_in_every_format(curve, tmp_path):
    formats = ["pdf", "svg", "png", "html", "csv", "pptx"]
    saved = save(curve, "august", formats=formats, folder=tmp_path)
    assert {path.suffix for path in saved.paths} >= {".pdf", ".svg", ".png", ".pptx"}
    assert all(path.stat().st_size for path in saved.paths)


def test_a_caption_names_those_who_coded_and_their_terms(curve, tmp_path):
    [path] = save(curve, "august", formats="caption", folder=tmp_path).paths
    told = path.read_text("utf-8")
    assert "Glenn Palmer et al. (MID 5.0), Demarche contributors (conversion)" in told
    assert "Licence: COW-free-with-citation" in told
    assert "Scale: Hostility level (MID) 5.0" in told


def test_a_record_is_drawn_again(curve, tmp_path):
    [path] = save(curve, "august", formats="json", folder=tmp_path).paths
    again = redraw(json.loads(path.read_text("utf-8")))
    assert again.layout.title.text == curve.layout.title.text


@pytest.mark.parametrize("chosen", CHOSEN, ids=lambda chosen: chosen.to_code())
def test_the_page_says_and_draws_what_python_does(chosen, disputes, script):
    found = script.ask(
        "disputes", [chosen.to_query()], {"theme": "dark", "width_px": 560}
    )
    wanted = reference(disputes, scale="hostility")(chosen, "dark", 560)
    assert differences(found, [wanted]) == []


@pytest.fixture(scope="module")
def script(chromium, disputes):
    page = chromium.new_page()
    script = Script(page)
    script.take("disputes", page_data(disputes, select()))
    yield script
    page.close()


def test_a_page_is_saved_without_naming_a_scale(disputes, tmp_path):
    html = save_page(disputes, path=tmp_path / "page.html").read_text("utf-8")
    assert "Hostility level (MID) 5.0" in html
    assert "375 recorded acts with their 1 source, to filter" in html


def test_what_the_site_gives_along_is_the_whole_case(site, disputes, tmp_path):
    with zipfile.ZipFile(site / "downloads" / "caucasus-disputes-1.0.0.zip") as archive:
        archive.extractall(tmp_path)
    again = load(tmp_path / "caucasus-disputes")
    assert again.checksum == disputes.checksum
    described = json.loads((again.folder / "datapackage.json").read_text("utf-8"))
    assert all((again.folder / one["path"]).exists() for one in described["resources"])


def test_what_lies_outside_its_folder_is_no_part_of_a_case(disputes, tmp_path):
    folder = Path(shutil.copytree(disputes.folder, tmp_path / "case"))
    (tmp_path / "secret.csv").write_text("a\n1\n")
    text = (folder / "datapackage.json").read_text("utf-8")
    named = text.replace('"left-out.csv"', '"../secret.csv"')
    assert named != text
    (folder / "datapackage.json").write_text(named, "utf-8")
    files = copy_downloads(Plan(load(folder)), tmp_path / "site")
    assert not [file.name for file in files if "secret" in file.name]


def test_the_site_gives_along_no_scale_of_another_case(site):
    scales = {path.stem for path in site.glob("downloads/codebook/scales/*.csv")}
    assert scales == {"hostility", "signs"}


def test_the_site_speaks_of_no_code_that_the_case_has_not(site):
    book = (site / "codebook.html").read_text("utf-8")
    assert "hostility level 4 of MID" in book
    assert "usual CAMEO code" not in book
    assert "4 actors and 1 source:" in (site / "index.html").read_text("utf-8")
