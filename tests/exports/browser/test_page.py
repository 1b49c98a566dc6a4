"""A page of HTML becomes a PDF on the paper that is asked for."""

import base64
import io

import pypdf
import pypdfium2
import pytest

from utils.errors import ExportError

POINT_MM = 25.4 / 72
PAGE = """<!DOCTYPE html><html lang="az"><head><meta charset="utf-8">
<title>Hesabat: Ə və Б</title><style>
@page { margin: 20mm } body { font-family: "Noto Sans", sans-serif; margin: 0 }
h2 { break-before: page } .edge { background: #1F4E79; height: 10mm }
</style></head><body><div class="edge"></div><h1>Birinci</h1><p>əğşçıİöü → ▲</p>
<h2>İkinci</h2><p><b>Путин</b></p></body></html>"""


@pytest.fixture(scope="module")
def printed(renderer) -> bytes:
    return renderer.print_page(PAGE)


@pytest.fixture(scope="module")
def pdf(printed) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(printed), strict=True)


def sizes(pdf: pypdf.PdfReader) -> list[float]:
    boxes = [page.mediabox for page in pdf.pages]
    return [side * POINT_MM for box in boxes for side in (box.width, box.height)]


def test_it_is_on_a4(pdf):
    assert sizes(pdf) == pytest.approx([210, 297] * 2, abs=0.001)


def test_its_margins_are_those_of_its_styles(printed):
    """The blue bar stands 20 mm from the upper left corner, and is 170 mm wide."""
    with pypdfium2.PdfDocument(printed) as document:
        page = document[0].render(scale=72 / 25.4 / 72 * 25.4 * 72 / 25.4)
        picture = page.to_pil().convert("RGB")
    across = [
        picture.getpixel((x, 25 * picture.height // 297)) for x in range(picture.width)
    ]
    blue = [
        x / picture.width * 210 for x, it in enumerate(across) if it == (31, 78, 121)
    ]
    assert (blue[0], blue[-1]) == pytest.approx((20, 190), abs=0.8)


def test_its_title_language_and_headings_are_those_of_the_page(pdf):
    assert pdf.metadata.title == "Hesabat: Ə və Б"
    assert pdf.root_object["/Lang"] == "az"
    first, (second,) = pdf.outline
    assert (first.title, second.title) == ("Birinci", "İkinci")


def test_its_fonts_are_ours_and_are_in_it(pdf):
    fonts = [
        font.get_object()
        for page in pdf.pages
        for font in page["/Resources"]["/Font"].values()
    ]
    described = [it["/DescendantFonts"][0].get_object() for it in fonts]
    assert all("/FontFile2" in it["/FontDescriptor"] for it in described)
    names = {it["/BaseFont"].partition("+")[2] for it in fonts}
    assert names == {"NotoSans-Regular", "NotoSans-Bold", "DejaVuSans"}


def test_it_can_be_on_other_paper(renderer):
    pdf = pypdf.PdfReader(io.BytesIO(renderer.print_page(PAGE, 148, 210)), strict=True)
    assert sizes(pdf) == pytest.approx([148, 210] * 2, abs=0.001)


def test_a_page_that_names_another_paper_is_refused(renderer):
    with pytest.raises(ExportError, match="is 297 x 210 mm by its own styles, not 210"):
        renderer.print_page(PAGE.replace("margin: 20mm", "size: A4 landscape"))


def test_a_page_of_20_megabytes_is_printed(renderer):
    picture = base64.b64encode(b"\x89PNG" + bytes(15_000_000)).decode()
    large = PAGE.replace(
        "</p>", f'</p><img hidden src="data:image/png;base64,{picture}">'
    )
    pdf = pypdf.PdfReader(io.BytesIO(renderer.print_page(large)))
    assert len(pdf.pages) == 2


def test_a_page_sees_no_file_of_this_computer(renderer, files, tmp_path):
    (tmp_path / "secret.png").write_bytes(files["png"])
    image = f'<img src="{(tmp_path / "secret.png").as_uri()}">'
    pdf = pypdf.PdfReader(io.BytesIO(renderer.print_page(f"<p>Words{image}")))
    shown = [image.image.size for image in pdf.pages[0].images]
    # What is left is the sign for a picture that cannot be had.
    assert (1875, 1406) not in shown


def test_one_page_leaves_nothing_behind_for_the_next(renderer, printed):
    renderer.print_page("<script>Object.prototype.left = 1; window.name = 'x'</script>")
    again = pypdf.PdfReader(io.BytesIO(renderer.print_page(PAGE)))
    first = pypdf.PdfReader(io.BytesIO(printed))
    assert [p.extract_text() for p in again.pages] == [
        p.extract_text() for p in first.pages
    ]


def test_a_page_whose_script_never_ends_is_ended(renderer):
    with pytest.raises(ExportError, match="did not finish within 1 seconds"):
        renderer.print_page("<script>while (true) {}</script>", timeout_s=1)
