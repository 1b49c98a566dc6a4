import pytest

from utils.publish.site.plan import ROOT
from utils.publish.site.prose import Heading, Prose

NOTEBOOK = ROOT / "notebooks" / "00-start-here.ipynb"
PAGES = {
    ROOT / "data" / "codebook" / "README.md": "codebook.html",
    ROOT / "notebooks" / "02-explorer.ipynb": "notebooks/02-explorer.html",
}


@pytest.fixture
def prose():
    return Prose("notebooks/00-start-here.html", file=NOTEBOOK, pages=PAGES)


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("02-explorer.ipynb", "../notebooks/02-explorer.html"),
        ("02-explorer.ipynb#open-it", "../notebooks/02-explorer.html#open-it"),
        ("../data/codebook/README.md", "../codebook.html"),
        ("https://example.org/a", "https://example.org/a"),
        ("#below", "#below"),
    ],
)
def test_a_link_to_a_file_becomes_one_to_its_page(prose, target, address):
    assert prose.html(f"[x]({target})") == f'<p><a href="{address}">x</a></p>\n'


def test_words_that_lead_to_a_file_without_a_page_stay_words(prose):
    assert prose.html("See [the *code*](../start.py).") == (
        "<p>See the <em>code</em>.</p>\n"
    )


def test_a_link_to_what_is_not_there_stays_for_the_check_to_find(prose):
    assert 'href="03-gone.ipynb"' in prose.html("[x](03-gone.ipynb)")


def test_markup_in_the_text_stays_text(prose):
    assert prose.html("a <script>x</script> <b>b</b>") == (
        "<p>a &lt;script&gt;x&lt;/script&gt; &lt;b&gt;b&lt;/b&gt;</p>\n"
    )


def test_a_link_that_would_run_a_script_leads_nowhere(prose):
    assert "javascript" not in prose.html("[x](javascript:alert)")


def test_the_title_is_kept_apart(prose):
    assert prose.html("# Acts & answers\n\nWords.") == "<p>Words.</p>\n"
    assert prose.title == "Acts & answers"


def test_headings_of_the_same_words_get_anchors_of_their_own(prose):
    prose.html("## By day\n\n## By *day*")
    prose.html("### By day!")
    assert prose.headings == [
        Heading(2, "by-day", "By day"),
        Heading(2, "by-day-2", "By day"),
        Heading(3, "by-day-3", "By day!"),
    ]


def test_no_heading_takes_the_anchor_of_the_content(prose):
    prose.html("## Content")
    assert prose.headings[0].anchor == "content-2"


def test_a_heading_in_another_script_keeps_its_letters(prose):
    assert 'id="şəki-и-баку"' in prose.html("## Şəki и Баку")


def test_a_whole_file_stands_below_a_heading_without_its_title(tmp_path):
    file = tmp_path / "README.md"
    file.write_text("# Title\n\n## Files\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "utf-8")
    text = Prose("data.html", file=file, pages={}, prefix="readme-").below(file)
    assert "Title" not in text
    assert text.startswith('<h3 id="readme-files">Files</h3>')
    assert '<th scope="col">a</th>' in text
