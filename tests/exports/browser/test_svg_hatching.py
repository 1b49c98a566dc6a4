"""Hatched bars are drawn line by line, and stay drawings in print."""

import io

import pypdf
import pytest
from lxml import etree
from plotly.graph_objects import Figure

from utils.exports.browser.svg_hatching import draw_hatching

SVG = """<svg xmlns="http://www.w3.org/2000/svg"><defs>
<pattern id="p" width="10px" height="10px" patternTransform="{transform}">
<rect fill="rgb(204, 112, 0)"/><path d="{lines}" opacity="0.5" stroke="white"
stroke-width="1.2px"/></pattern></defs>
<g><path d="{bar}" style="opacity: 1; fill: url('#p');"/></g></svg>"""
RISING = "M-2.5,2.5l5,-5M0,10L10,0M7.5,12.5l5,-5"
BAR = "M1,1V9H20V1Z"


def hatched(*, bar: str = BAR, lines: str = RISING, transform: str = ""):
    root = etree.fromstring(SVG.format(bar=bar, lines=lines, transform=transform))
    draw_hatching(root)
    return root.find("{*}g")


@pytest.mark.parametrize("bar", [BAR, "M20,9V1H1V9Z"])
def test_the_lines_of_a_bar_rise_from_edge_to_edge(bar):
    """From (1, 1) to (20, 9), x and y add up to 10 on one line, 20 on another."""
    _, lines, _ = hatched(bar=bar)
    assert lines.get("d") == "M1.00,9.00L9.00,1.00M11.00,9.00L19.00,1.00"
    look = [lines.get(name) for name in ("stroke", "opacity", "stroke-width", "fill")]
    assert look == ["white", "0.5", "1.2px", "none"]


def test_the_bar_keeps_its_ground_and_cuts_its_lines_off():
    path, lines, edges = hatched()
    assert path.get("style") == "opacity: 1; fill: rgb(204, 112, 0);"
    assert lines.get("clip-path") == f"url(#{edges.get('id')})"
    assert edges[0].get("d") == BAR


@pytest.mark.parametrize(
    "other",
    [
        {"lines": "M0,5L10,5"},
        {"lines": RISING + "M0,0L10,10"},
        {"transform": "scale(0.8)"},
        {"bar": "M0,0L10,10L5,0Z"},
    ],
)
def test_other_patterns_and_shapes_stay_as_they_are(other):
    (path,) = hatched(**other)
    assert "url('#p')" in path.get("style")


def test_a_hatched_bar_is_printed_without_a_photograph(renderer):
    look = {"color": "#CC7000", "pattern": {"shape": "/", "fillmode": "overlay"}}
    figure = Figure({"type": "bar", "x": [1], "y": [2], "marker": look})
    pdf = pypdf.PdfReader(io.BytesIO(renderer.draw(figure, format="pdf")))
    assert list(pdf.pages[0].images) == []
