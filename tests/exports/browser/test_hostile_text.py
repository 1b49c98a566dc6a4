"""Text stays text, whatever is in it, and no file breaks over it."""

import io
import warnings

import pypdf
import pytest
from lxml import etree
from PIL import Image
from plotly.graph_objects import Figure, Scatter

SVG = "{http://www.w3.org/2000/svg}"
SHOWN = {
    "<script>alert(1)</script>": "<script>alert(1)</script>",
    "<svg onload=alert(1)>": "<svg onload=alert(1)>",
    "]]> & --> <!--": "]]> & --> <!--",
    "&lt;b&gt; &amp;lt;": "<b> &lt;",
    "\u202eturned\u202c \u2066x\u2069": "turned x",
    "half \ud800 pair": "half \ufffd pair",
    "nul \0 bell \x07 \x1b": "nul \ufffd bell \ufffd \ufffd",
    "not \ufffe \uffff": "not \ufffd \ufffd",
    "next\x85line": "next\ufffdline",
    "a\nb\tc": "a b\tc",
    "<a href='http://example.org/'>there</a>": "there",
    "<a href='javascript:alert(1)'>click</a>": "click",
    "x" * 5000: "x" * 5000,
    "$\\frac{1}{2}$": "$\\frac{1}{2}$",
    "%{x} {y}": "%{x} {y}",
}
ALL = "".join(SHOWN)
ONE_LINE = "<script>alert(1)</script>\ud800\0\u202e]]>&\n"


@pytest.fixture(scope="module")
def hostile() -> Figure:
    texts = list(SHOWN)
    places = list(range(len(texts)))
    drawn = Figure(Scatter(x=places, y=places, text=texts, mode="text", name=ALL))
    drawn.update_layout(title=ALL[:200], showlegend=False, meta={"rows": {ALL: [ALL]}})
    return drawn.update_xaxes(title=ONE_LINE)


@pytest.fixture(scope="module")
def made(renderer, hostile) -> dict[str, bytes]:
    words = {"title": ONE_LINE, "description": ALL}
    return {
        it: renderer.draw(hostile, format=it, **words) for it in ("svg", "png", "pdf")
    }


def test_it_is_shown_as_it_is_or_as_a_sign_for_what_cannot_be(made):
    root = etree.fromstring(made["svg"])
    said = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    assert set(SHOWN.values()) <= set(said)


def test_the_svg_holds_nothing_that_acts_or_refers_elsewhere(made):
    root = etree.fromstring(made["svg"])
    names = {etree.QName(it).localname for it in root.iter()}
    assert not names & {"script", "a", "foreignObject", "iframe", "image"}
    assert not [it for it in root.iter() if any("href" in name for name in it.attrib)]


def test_the_title_of_every_format_is_one_line_of_text(made):
    said = "<script>alert(1)</script>\ufffd ]]>&"
    titles = (
        etree.fromstring(made["svg"])[0].text,
        Image.open(io.BytesIO(made["png"])).info["Title"],
        pypdf.PdfReader(io.BytesIO(made["pdf"])).metadata.title,
    )
    assert [title.strip() for title in titles] == [said] * 3


def test_the_pdf_has_one_page_and_its_words(made):
    (page,) = pypdf.PdfReader(io.BytesIO(made["pdf"]), strict=True).pages
    assert "<script>alert(1)</script>" in page.extract_text()


def test_letters_that_no_font_has_are_named(renderer):
    figure = Figure(layout={"title": "Peking 北京 ə"})
    with pytest.warns(UserWarning, match="No font of Demarche has 京北, so that PNG"):
        renderer.draw(figure, format="png")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert "北京".encode() in renderer.draw(figure, format="svg")
