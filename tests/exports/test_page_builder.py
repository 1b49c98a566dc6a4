"""Pages: what is text stays text, and only scripts that were built in run."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.errors import ExportError
from utils.exports.page_builder import Module, escape, page, table_html


class Read(HTMLParser):
    """What a page is made of: its tags, and the texts between them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def first(self, tag: str) -> dict[str, str | None]:
        return next(attributes for name, attributes in self.tags if name == tag)


def policy(html: str) -> str:
    metas = [attributes for tag, attributes in Read(html).tags if tag == "meta"]
    return next(m["content"] for m in metas if m.get("http-equiv"))


def test_a_page_has_a_language_a_title_and_one_main_part():
    read = Read(page(title="Acts & <b>", main="<h1>Acts</h1>", lang="az"))
    tags = [tag for tag, _ in read.tags]
    assert read.first("html") == {"lang": "az"}
    assert "Acts & <b>" in read.texts
    assert (tags.count("main"), tags.count("title"), tags.count("h1")) == (1, 1, 1)


def test_a_page_without_scripts_lets_none_run():
    assert "default-src 'none'; script-src 'none';" in policy(page(title="a", main=""))


def test_only_the_scripts_that_were_built_in_may_run():
    digest = base64.b64encode(hashlib.sha256(b"a()\nb()").digest()).decode()
    html = page(title="a", main="", scripts=["a()\r\nb()"])
    assert f"script-src 'sha256-{digest}';" in policy(html)
    assert "<script>a()\nb()</script>" in html


def test_a_module_runs_as_a_module():
    html = page(title="a", main="", scripts=[Module("export {}")])
    assert '<script type="module">export {}</script>' in html


@pytest.mark.parametrize("text", ["'</script>'", "'</SCRIPT'", "'<!--'", "'<script'"])
def test_a_script_that_would_end_too_early_is_refused(text):
    with pytest.raises(ExportError, match="which would end it too early"):
        page(title="a", main="", scripts=[text])


def test_a_style_that_would_end_too_early_is_refused():
    with pytest.raises(ExportError, match="A style holds no"):
        page(title="a", main="", styles=["</Style>"])


@pytest.mark.parametrize("title", ["", "  "])
def test_a_page_without_a_title_is_refused(title):
    with pytest.raises(ExportError, match="A page has a title"):
        page(title=title, main="")


@pytest.mark.parametrize("name", ["", "Acts", "1", "a b", 'a"', "a\n"])
def test_an_id_that_is_none_is_refused(name):
    with pytest.raises(ExportError, match="is no id for data"):
        page(title="a", main="", data={name: 1})


@pytest.mark.parametrize("value", [float("nan"), {1, 2}, pd.Timestamp(0)])
def test_data_that_json_lacks_is_refused(value):
    with pytest.raises(ExportError, match="The data 'acts' is no JSON"):
        page(title="a", main="", data={"acts": value})


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.none()))
def test_data_is_read_back_as_it_was(value):
    html = page(title="a", main="", data={"acts": value})
    [block] = re.findall(
        r'<script type="application/json" id="acts">(.*?)</script', html
    )
    assert json.loads(block) == value


@pytest.mark.parametrize("text", ["</script><i>", "<!-- <script>", "\u2028]]>&amp;"])
def test_data_cannot_end_its_block(text):
    html = page(title="a", main="", data={"acts": text})
    assert len(re.findall("(?i)</?script|<!--", html)) == 2
    assert text not in html


@given(st.text())
def test_no_text_becomes_markup(text):
    read = Read(f'<p title="{escape(text)}">{escape(text)}</p>')
    assert [tag for tag, _ in read.tags] == ["p"]
    assert "".join(read.texts) == (read.first("p")["title"] or "")


def test_controls_and_turns_of_writing_are_taken_out_of_text():
    assert escape("a\x00b\u202ec\nd") == "a bc\nd"


def test_a_table_says_of_each_heading_what_it_heads():
    frame = pd.DataFrame({"day": pd.to_datetime(["2025-06-29"]), "n": [1]})
    tags = [t for t in Read(table_html(frame, caption="Acts")).tags if t[0] == "th"]
    assert [attributes["scope"] for _, attributes in tags] == ["col", "col", "row"]


def test_cells_are_written_for_a_reader():
    frame = pd.DataFrame(
        {
            "day": pd.to_datetime(["2025-06-29", None]),
            "x": [1234567.891, None],
            "n": pd.array([3, None], "Int64"),
            "sure": [True, False],
            "type": pd.Categorical(["<b>", None]),
        }
    )
    html = table_html(frame, caption="Acts")
    assert re.findall(r"<t[hd](?: [^>]*)?>(.*?)</t[hd]>", html)[5:] == [
        *("2025-06-29", "1,234,568", "3", "yes", "&lt;b&gt;"),
        *("", "", "", "no", ""),
    ]


def test_a_long_table_ends_and_says_so():
    html = table_html(pd.DataFrame({"n": range(12)}), caption="Acts.", most_rows=10)
    assert html.count("<tr>") == 11
    assert "<caption>Acts. The first 10 of 12 rows.</caption>" in html


def test_a_table_without_rows_has_its_headings():
    assert table_html(pd.DataFrame({"n": []}), caption="Acts").count("<th ") == 1
