"""What acts or refers elsewhere is taken out of an SVG, and ids are renamed with it."""

import pytest
from lxml import etree

from utils.exports.browser.svg_closed import close, name_apart

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" '
    'xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
)
PIXEL = "data:image/png;base64,iVBORw0KGgo="


def closed(inside: str) -> str:
    """Give what is left between the outermost tags."""
    root = etree.fromstring(SVG.format(inside))
    close(root)
    text = etree.tostring(root, encoding="unicode")
    return text[text.index(">") + 1 :].removesuffix("</svg>")


@pytest.mark.parametrize(
    ("inside", "left"),
    [
        ("<script>alert(1)</script><g/>", "<g/>"),
        ("<style>@import url(http://example.org)</style><g/>", "<g/>"),
        ("<foreignObject><g/></foreignObject><g/>", "<g/>"),
        ("<!-- words --><?run me?><g/>", "<g/>"),
        ('<g onload="alert(1)" opacity="1"/>', '<g opacity="1"/>'),
        ('<use href="http://example.org/a.svg#b"/>', "<use/>"),
        ('<use xlink:href="//example.org/a.svg#b"/>', "<use/>"),
        ('<image href="data:text/html,words"/>', "<image/>"),
        ('<g style="fill: url(http://example.org/a#b)"/>', "<g/>"),
        ("""<g fill="url('//example.org/a#b')"/>""", "<g/>"),
        (r'<g style="fill: \75 rl(//example.org)"/>', "<g/>"),
        ('<a href="http://example.org"><g/></a>', "<g><g/></g>"),
        ('<text><a href="#x">b</a></text>', '<text><tspan href="#x">b</tspan></text>'),
        (f'<image href="{PIXEL}"/>', f'<image href="{PIXEL}"/>'),
        ('<g clip-path="url(#a)"/>', '<g clip-path="url(#a)"/>'),
    ],
)
def test_only_what_stays_within_is_left(inside, left):
    assert closed(inside) == left


def test_references_follow_the_names_they_mean():
    parts = (
        '<g id="b"/><g id="a" clip-path="url(\'#b\')"/><use href="#a"/><use href="#c"/>'
    )
    root = etree.fromstring(SVG.format(parts))
    name_apart(root, "mine")
    first, second, use, lost = root
    assert (first.get("id"), second.get("id")) == ("mine-1", "mine-2")
    assert second.get("clip-path") == "url(#mine-1)"
    assert (use.get("href"), lost.get("href")) == ("#mine-2", "#mine")
