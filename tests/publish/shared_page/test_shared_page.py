import json
import re

import pytest

from utils.errors import ExportError, MeasureError, ProjectError, SelectionError
from utils.publish.shared_page.shared_page import page_html, save_page
from utils.selection import select
from utils.tables import load


@pytest.fixture(scope="module")
def case():
    return load("azerbaijan-russia")


@pytest.fixture(scope="module")
def html(case):
    return page_html(case)


def data_of(html):
    return json.loads(re.search(r'id="page-data">(.*?)</script>', html, re.DOTALL)[1])


def test_the_file_of_our_case_has_less_than_eight_megabytes(case, tmp_path):
    path = save_page(case, path=tmp_path / "page.html")
    assert path == tmp_path / "page.html"
    assert 5_000_000 < path.stat().st_size < 8_000_000
    assert [file.name for file in tmp_path.iterdir()] == ["page.html"]


def test_it_opens_on_the_two_sides_and_the_surveyed_period(case, html):
    assert data_of(html)["opening"] == (
        "directions=AZE%3ERUS&directions=RUS%3EAZE&since=2024-12-25&until=2025-12-31"
    )


def test_every_act_is_in_the_page_whatever_it_opens_on(case):
    data = data_of(page_html(case, select(types="military")))
    assert data["opening"] == "types=military"
    assert data["acts"]["action_id"] == case.actions["action_id"].tolist()


def test_a_title_of_ones_own_stands_on_the_page(case):
    html = page_html(case, title="A & B <week 3>")
    assert "<title>A &amp; B &lt;week 3&gt;</title>" in html
    assert "<h1>A &amp; B &lt;week 3&gt;</h1>" in html


def test_links_of_a_site_stand_before_the_content(case):
    html = page_html(case, navigation='<nav aria-label="Site"></nav>')
    assert html.index('<nav aria-label="Site">') < html.index("<main>")


def test_its_foot_says_where_it_comes_from_and_how_to_cite_it(case, html):
    foot = html[html.index("<footer>") : html.index("</footer>")]
    for words in [str(case.cite()), case.checksum, "recorded acts", "only sampled"]:
        assert words in foot


def test_nothing_is_fetched_and_nothing_evaluated(html):
    policy = re.search(r'Security-Policy" content="(.*?)"', html)[1]
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy
    assert "unsafe-inline" not in policy.split("script-src")[1].split(";")[0]
    assert not re.search(
        r"<(script|link|img|iframe)[^>]+(src|href)=(?!\"data:,\")", html
    )


def test_a_file_that_is_there_stays_unless_asked(case, tmp_path):
    path = tmp_path / "page.html"
    path.write_text("mine")
    with pytest.raises(ExportError, match=r"page\.html is there already"):
        save_page(case, path=path)
    assert path.read_text() == "mine"
    save_page(case, path=path, overwrite=True)
    assert path.read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nowhere/page.html", "nowhere is no folder; make it first"),
        ("page.pdf", r"'page.pdf' does not end with \.html"),
        ("page", r"write 'page\.html'"),
    ],
)
def test_a_place_where_no_page_can_be_is_refused(case, tmp_path, name, sentence):
    with pytest.raises(ExportError, match=sentence):
        save_page(case, path=tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("wanted", "error", "sentence"),
    [
        ({"scale": "goldstein"}, ProjectError, "There is no scale 'goldstein'"),
        ({"selection": select(types="mdia")}, SelectionError, "called mdia"),
        ({"half_life_days": 0}, MeasureError, "half"),
        ({"per": "decade"}, MeasureError, "decade"),
    ],
)
def test_what_cannot_be_shown_is_refused_before_a_file_is(
    case, tmp_path, wanted, error, sentence
):
    with pytest.raises(error, match=sentence):
        save_page(case, path=tmp_path / "page.html", **wanted)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("scale", ["plover", "signs"])
def test_each_scale_of_the_case_can_be_used(case, scale):
    html = page_html(case, scale=scale, half_life_days=10, per="week")
    assert data_of(html)["about"]["scale"] == str(case.scales[scale])
    assert "by half\nevery 10 days" in html
