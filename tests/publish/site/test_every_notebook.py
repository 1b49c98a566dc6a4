"""The whole site, with every notebook of the project."""

import re

import pytest
from site_pages import ALL_DRAWN, CUT_OFF, WIDER, visiting

from utils.publish.site import broken_links, build_site

pytestmark = pytest.mark.wide


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return build_site(tmp_path_factory.mktemp("whole") / "site")


def test_every_notebook_has_its_page_and_every_link_leads_somewhere(whole, repository):
    names = {path.stem for path in (repository / "notebooks").glob("*.ipynb")}
    pages = {path.stem for path in (whole / "notebooks").glob("*.html")}
    assert pages == names | {"index"}
    assert broken_links(whole) == []


def test_no_page_is_too_large_for_a_phone(whole):
    large = {p.name: p.stat().st_size for p in whole.rglob("*.html")}
    assert {name: size for name, size in large.items() if size > 8e6} == {}


def test_no_page_tells_where_it_was_made(whole, repository):
    places = [str(repository), str(whole.parent)]
    texts = {path.name: path.read_text("utf-8") for path in whole.rglob("*.html")}
    assert [n for n, t in texts.items() if any(place in t for place in places)] == []


@pytest.mark.parametrize("width_px", [390, 1000, 1400])
def test_every_chart_of_every_notebook_is_drawn_whole(whole, chromium, width_px):
    for path in sorted((whole / "notebooks").glob("0*.html")):
        n_charts = len(re.findall(r"data-looks=", path.read_text("utf-8")))
        with visiting(chromium, path, width_px=width_px) as visit:
            visit.page.set_viewport_size({"width": width_px, "height": 20_000})
            visit.page.wait_for_function(ALL_DRAWN)
            assert visit.page.locator(".js-plotly-plot").count() == n_charts > 0
            assert visit.page.evaluate(CUT_OFF) == [], path.name
            assert visit.page.evaluate(WIDER) == 0
            assert visit.complaints == []
