"""A PDF is one page as large as the picture, with its fonts and its words in it."""

import io

import pypdf
import pytest

from utils.errors import ExportError
from utils.exports.browser.pdf import resized

POINT_MM = 25.4 / 72


@pytest.fixture(scope="module")
def pdf(files) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(files["pdf"]), strict=True)


def descriptors(page: pypdf.PageObject) -> dict[str, pypdf.generic.DictionaryObject]:
    """Give how each font of a page is described, by its name."""
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    found = {}
    for font in fonts:
        (inner,) = font.get("/DescendantFonts", [font])
        found[font["/BaseFont"][1:]] = inner.get_object()["/FontDescriptor"]
    return found


def test_its_one_page_is_as_large_as_the_picture(pdf):
    (page,) = pdf.pages
    size = page.mediabox.width * POINT_MM, page.mediabox.height * POINT_MM
    assert size == pytest.approx((158.75, 119.0625), abs=0.001)


@pytest.mark.parametrize("width_mm", [89, 90, 140, 183, 190, 338.667])
def test_every_printed_size_is_exact(renderer, figure, width_mm):
    zoom = width_mm / 25.4 * 96 / 400
    pdf = pypdf.PdfReader(
        io.BytesIO(renderer.draw(figure, format="pdf", zoom=zoom)), strict=True
    )
    (page,) = pdf.pages
    size = page.mediabox.width * POINT_MM, page.mediabox.height * POINT_MM
    assert size == pytest.approx((width_mm, width_mm * 0.75), abs=0.001)


def test_every_font_is_in_it_and_is_one_of_ours(pdf):
    found = descriptors(pdf.pages[0])
    ours = {"NotoSans-Regular", "NotoSans-Bold", "DejaVuSans"}
    assert {name.partition("+")[2] for name in found} == ours
    assert all("/FontFile2" in described for described in found.values())


def test_its_words_can_be_selected(pdf):
    said = " ".join(pdf.pages[0].extract_text().split())
    assert "Bold → əğşçıİöü" in said
    assert "▲▼●■◆✕━╍┄→ Путин" in said


def test_it_is_drawn_and_not_a_photograph(pdf):
    assert list(pdf.pages[0].images) == []


def test_it_names_itself_its_language_and_who_made_it(pdf):
    assert pdf.metadata.title == "Two acts → ▲"
    assert pdf.metadata.creator == "Demarche"
    assert pdf.root_object["/Lang"] == "az"
    assert pdf.root_object["/ViewerPreferences"]["/DisplayDocTitle"]


def test_it_is_tagged_as_a_figure_with_a_text_for_those_who_do_not_see_it(pdf):
    assert pdf.root_object["/MarkInfo"]["/Marked"]
    assert figures(pdf.root_object["/StructTreeRoot"]) == [
        "Two acts → ▲ Ə. Əliyev ilə görüş"
    ]


def figures(node) -> list[str]:
    """Give the words that stand for each figure in the tree of a document."""
    node = node.get_object()
    if not isinstance(node, dict):
        return []
    found = [str(node["/Alt"])] if node.get("/S") == "/Figure" else []
    kids = node.get("/K", [])
    kids = kids if isinstance(kids, list) else [kids]
    return found + [words for kid in kids for words in figures(kid)]


def test_a_pdf_of_another_make_is_refused():
    with pytest.raises(ExportError, match="of a kind that is not known here"):
        resized(b"%PDF-2.0 and so on", 210, 297)
