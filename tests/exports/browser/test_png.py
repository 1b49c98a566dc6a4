"""A PNG has as many pixels as its size on paper asks for, and says so."""

import io

import pytest
from PIL import Image
from plotly.graph_objects import Figure

from utils.errors import ExportError


def test_it_has_its_millimetres_times_its_dpi_in_pixels(files):
    assert Image.open(io.BytesIO(files["png"])).size == (1875, 1406)


def test_its_header_names_its_dpi(files):
    across, down = Image.open(io.BytesIO(files["png"])).info["dpi"]
    assert across == down == pytest.approx(300, abs=0.01)


def test_it_says_what_it_shows(files):
    said = Image.open(io.BytesIO(files["png"])).info
    words = said["Title"], said["Description"], said["Software"]
    assert words == ("Two acts → ▲", "Ə. Əliyev ilə görüş", "Demarche")


@pytest.mark.parametrize(
    ("look", "size"),
    [
        ({}, (1250, 938)),
        ({"dpi": 96}, (400, 300)),
        ({"dpi": 96, "width_px": 500}, (500, 300)),
        ({"dpi": 72, "zoom": 2}, (600, 450)),
    ],
)
def test_its_pixels_follow_from_size_zoom_and_dpi(renderer, figure, look, size):
    png = renderer.draw(figure, format="png", **look)
    assert Image.open(io.BytesIO(png)).size == size


def test_its_ground_is_that_of_the_figure_up_to_every_edge(renderer, figure):
    dark = type(figure)(figure).update_layout(paper_bgcolor="#111111")
    picture = Image.open(io.BytesIO(renderer.draw(dark, format="png", dpi=97)))
    right, bottom = picture.width - 1, picture.height - 1
    corners = [(0, 0), (right, 0), (0, bottom), (right, bottom)]
    assert [picture.getpixel(at)[:3] for at in corners] == [(17, 17, 17)] * 4


@pytest.mark.parametrize("look", [{"dpi": 0}, {"dpi": 1e6}, {"zoom": 1e-9}])
def test_a_size_that_no_browser_draws_is_refused(renderer, figure, look):
    with pytest.raises(ExportError, match=r"pixels cannot be drawn; choose zoom and"):
        renderer.draw(figure, format="png", **look)


def test_the_cells_of_a_heat_map_have_sharp_edges(renderer):
    cells = {"type": "heatmap", "z": [[0, 1]], "showscale": False}
    cells["colorscale"] = [[0, "#112233"], [1, "#AABBCC"]]
    figure = Figure(cells, {"margin": dict.fromkeys("lrtb", 50)})
    picture = Image.open(io.BytesIO(renderer.draw(figure, format="png", zoom=3.3)))
    middle, row = picture.width // 2, picture.height // 2
    across = [picture.getpixel((x, row)) for x in range(middle - 100, middle + 100)]
    assert set(across) == {(17, 34, 51), (170, 187, 204)}
