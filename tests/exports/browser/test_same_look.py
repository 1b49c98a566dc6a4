"""Every chart looks the same as PNG, PDF, and SVG in another program."""

import io

import numpy as np
import pypdf
import pypdfium2
import pytest
import resvg_py
from chart_pictures import PICTURES
from PIL import Image

SMALL_PX = 300
LIGHT, APART = 235, 120
"""How light a dot of the ground is, and how far apart dots of two pictures may be: by
the soft edges of letters, but not by a letter that stands elsewhere."""


def small(picture: Image.Image, height_px: int) -> np.ndarray:
    """Give a picture in greys, in dots of some five of its pixels each way."""
    on_white = Image.new("RGBA", picture.size, "white")
    on_white.alpha_composite(picture.convert("RGBA"))
    size = SMALL_PX, height_px
    return np.asarray(on_white.convert("L").resize(size, Image.Resampling.BOX), int)


def apart(one: Image.Image, other: Image.Image) -> int:
    """Give how far apart the most different dots of two pictures are."""
    height_px = round(SMALL_PX * one.height / one.width)
    return int(np.abs(small(one, height_px) - small(other, height_px)).max())


@pytest.fixture(scope="module", params=PICTURES)
def made(request, drawn, renderer) -> dict[str, bytes]:
    figure = drawn(request.param)
    look = {"width_px": 560, "zoom": 180 / 25.4 * 96 / 560, "dpi": 200}
    return {
        it: renderer.draw(figure, format=it, **look) for it in ("png", "svg", "pdf")
    }


def test_png_pdf_and_svg_look_alike(made, embedded_fonts):
    svg = made["svg"].decode()
    fonts = [str(path) for path in embedded_fonts(svg)]
    options = {"font_files": fonts, "skip_system_fonts": True, "dpi": 96, "width": 1417}
    other = resvg_py.svg_to_bytes(svg_string=svg, **options)
    png = Image.open(io.BytesIO(made["png"]))
    with pypdfium2.PdfDocument(made["pdf"]) as document:
        (page,) = document
        assert apart(png, page.render(scale=200 / 72).to_pil()) < APART
    assert apart(png, Image.open(io.BytesIO(bytes(other)))) < APART
    assert (small(png, SMALL_PX) < LIGHT).mean() > 0.01


def test_the_pdf_is_drawn_and_its_fonts_are_in_it(made):
    (page,) = pypdf.PdfReader(io.BytesIO(made["pdf"]), strict=True).pages
    # Plotly draws the cells of a heat map, and nothing else, as a picture.
    assert len(page.images) == made["svg"].count(b"<image")
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    described = [font["/DescendantFonts"][0].get_object() for font in fonts]
    assert all("/FontFile2" in it["/FontDescriptor"] for it in described)
