import re

import pytest
from site_pages import write_notebook

from utils.errors import CaseError, ExportError
from utils.publish.site import broken_links, build_site
from utils.publish.site.whole_folder import files_of

PAGES = [
    *("changelog", "codebook", "data", "downloads", "explore", "index", "measures"),
    *("notebooks/01-acts-by-month", "notebooks/02-words", "notebooks/index"),
    *("privacy", "tables/actions", "tables/actors", "tables/claims"),
    *("tables/evidence", "tables/landmarks", "tables/sources"),
]


def page(site, name):
    return (site / f"{name}.html").read_text("utf-8")


def words(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html))


def test_every_page_is_there(site):
    found = [name for name in files_of(site) if name.endswith(".html")]
    assert found == [f"{name}.html" for name in PAGES]


def test_no_link_leads_nowhere(site):
    assert broken_links(site) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_a_language_a_title_and_one_heading_of_the_first_level(site, name):
    html = page(site, name)
    assert '<html lang="en">' in html
    assert re.search(r"<title>[^<]+</title>", html)
    assert len(re.findall(r"<h1\b", html)) == 1


@pytest.mark.parametrize("name", PAGES)
def test_no_anchor_is_given_twice(site, name):
    ids = re.findall(r'\bid="([^"]*)"', page(site, name).split("<script")[0])
    assert len(ids) == len(set(ids))


def test_the_pages_share_one_script_of_plotly(site):
    sharing = [n for n in PAGES if '<script src="' in page(site, n)]
    assert sharing == ["index", "notebooks/01-acts-by-month"]
    assert '<script src="plotly.min.js">' in page(site, "index")
    assert '<script src="../plotly.min.js">' in page(site, "notebooks/01-acts-by-month")
    assert (site / "plotly.min.js").stat().st_size > 1e6


def test_a_page_of_a_table_says_columns_rows_size_and_checksum(site, case):
    html = page(site, "tables/actors")
    assert "<dt>Rows</dt><dd>207</dd>" in html
    assert "<dd>English name, or the role of a private person. </dd>" in html
    assert "659794e9830b5081097e290fe36f6435a21988ea81d504ef55ee54dfa8be3acb" in html
    assert html.split("<tbody>")[1].count("<tr>") == 20


def test_the_page_of_the_data_says_licence_checksum_and_how_to_cite(site, case):
    said = words(page(site, "data"))
    assert "CC-BY-4.0" in said
    assert case.checksum in said
    assert case.cite().text in said
    assert "@misc{azerbaijan-russia-1.0.0," in said
    assert "Claims of the founding article" in said


def test_the_first_page_says_how_to_cite_the_software(site):
    said = words(page(site, "index"))
    assert "Demarche contributors (2026). Demarche: notebooks for following" in said


def test_a_notebook_has_its_contents_its_neighbours_and_its_file(site, short_notebooks):
    html = page(site, "notebooks/01-acts-by-month")
    assert '<a href="#the-chart">The chart</a>' in html
    assert '<a href="../notebooks/02-words.html">Next: words</a>' in html
    assert "Previous" not in html
    copied = site / "notebooks" / "01-acts-by-month.ipynb"
    assert copied.read_bytes() == short_notebooks[0].read_bytes()


def test_a_notebook_shows_code_and_what_came_of_it(site):
    html = page(site, "notebooks/01-acts-by-month")
    assert '<span class="tok-kn">from</span>' in html
    assert "<pre>one\ntwo</pre>" in html
    assert "<pre>True</pre>" in html


def test_a_chart_of_a_notebook_comes_with_its_words_and_its_table(site):
    html = page(site, "notebooks/01-acts-by-month")
    assert re.search(
        r'<figure class="chart" id="chart-1" aria-label="[^"]{20,}">', html
    )
    assert "This chart in words and numbers" in html


def test_the_explorer_is_said_to_work_elsewhere(site):
    html = page(site, "notebooks/02-words")
    assert "The same filters work without one on" in html
    assert "Explorer(children" not in html


def test_a_link_that_leads_nowhere_stops_the_building(tmp_path):
    path = write_notebook(
        tmp_path / "01-a.ipynb", "# A\n\nWords.\n\n[x](02-gone.ipynb)"
    )
    with pytest.raises(ExportError) as caught:
        build_site(tmp_path / "site", notebooks=[path])
    assert str(caught.value) == (
        "Links of the site lead nowhere; mend these:\n"
        "- notebooks/01-a.html: '02-gone.ipynb' is no file of the site"
    )
    assert [one.name for one in tmp_path.iterdir()] == ["01-a.ipynb"]


def test_a_notebook_that_fails_leaves_no_site(tmp_path):
    path = write_notebook(tmp_path / "01-a.ipynb", "1 / 0")
    with pytest.raises(ExportError, match="division by zero"):
        build_site(tmp_path / "site", notebooks=[path])
    assert not (tmp_path / "site").exists()


def test_two_notebooks_of_one_name_are_refused(tmp_path):
    paths = [tmp_path / "a" / "01.ipynb", tmp_path / "b" / "01.ipynb"]
    with pytest.raises(ExportError, match="Two notebooks have the same name"):
        build_site(tmp_path / "site", notebooks=paths)


def test_a_case_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CaseError, match="is no case of this project"):
        build_site(tmp_path / "site", case="azerbaijan-rusia")


def test_the_same_data_give_the_same_site(hostile_site, hostile_case, tmp_path):
    again = build_site(tmp_path / "site", case=hostile_case, notebooks=[])
    names = files_of(hostile_site)
    assert files_of(again) == names
    differ = [
        n for n in names if (again / n).read_bytes() != (hostile_site / n).read_bytes()
    ]
    assert differ == []


def test_without_notebooks_none_are_promised(hostile_site):
    assert "notebooks/" not in page(hostile_site, "index")
    assert not (hostile_site / "notebooks").exists()


def test_markup_in_a_case_is_text_on_every_page(hostile_site):
    for path in hostile_site.rglob("*.html"):
        still = path.read_text("utf-8").split("<script")[0]
        assert "<img" not in still
        assert "<b>" not in still
        assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in still
    assert "&lt;b&gt;bold&lt;/b&gt;" in page(hostile_site, "tables/actions")
    assert "&lt;b&gt;bold&lt;/b&gt;" in page(hostile_site, "codebook")
