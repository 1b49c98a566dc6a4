"""An SVG stands on its own: it says what it is, and needs nothing else."""

import re

import pytest
from lxml import etree
from plotly.graph_objects import Figure

from utils.exports.browser import Renderer

SVG = "{http://www.w3.org/2000/svg}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def svg(files) -> str:
    return files["svg"].decode()


@pytest.fixture(scope="module")
def root(files):
    return etree.fromstring(files["svg"])


def ids(svg: bytes) -> list[str]:
    return [it.get("id") for it in etree.fromstring(svg).iter() if it.get("id")]


def test_its_size_is_in_millimetres_and_its_view_in_pixels(root):
    size = root.get("width"), root.get("height"), root.get("viewBox")
    assert size == ("158.750mm", "119.062mm", "0 0 400 300")


def test_it_is_named_and_described(root):
    title, description = root[0], root[1]
    assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
    assert (title.text, description.text) == ("Two acts → ▲", "Ə. Əliyev ilə görüş")
    named = root.get("aria-labelledby").split()
    assert named == [title.get("id"), description.get("id")]


def test_it_is_one_picture_in_a_language_to_those_who_do_not_see_it(root):
    assert (root.get("role"), root.get("lang"), root.get(LANG)) == ("img", "az", "az")


def test_without_words_it_has_no_empty_ones(renderer, figure):
    root = etree.fromstring(renderer.draw(figure, format="svg"))
    assert not {it.tag for it in root} & {f"{SVG}title", f"{SVG}desc"}
    assert "aria-labelledby" not in root.attrib


def test_its_words_are_text(root):
    said = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    assert "Bold → əğşçıİöü▲▼●■◆✕━╍┄→ Путин" in said


def test_it_refers_to_nothing_outside(svg):
    referred = re.findall(r"""(?:href=["']|url\()["']?([^"')]+)""", svg)
    assert referred
    assert all(it.startswith(("#", "data:font/woff;base64,")) for it in referred)


def test_all_that_it_refers_to_is_in_it(files, svg):
    referred = set(re.findall(r"url\(#([^)]+)\)", svg))
    assert referred
    assert referred <= set(ids(files["svg"]))


def test_nothing_in_it_acts(root):
    assert not list(root.iter(f"{SVG}script", f"{SVG}foreignObject"))
    assert not [name for it in root.iter() for name in it.attrib if name[:2] == "on"]


def test_the_same_figure_gives_the_same_bytes_in_another_browser(files, figure):
    look = {"zoom": 1.5, "title": "Two acts → ▲", "lang": "az"}
    with Renderer() as another:
        again = another.draw(
            Figure(figure), format="svg", description="Ə. Əliyev ilə görüş", **look
        )
    assert again == files["svg"]


def test_its_ids_are_those_of_no_other_figure(renderer, figure, files):
    other = renderer.draw(Figure(figure).update_layout(height=310), format="svg")
    assert not set(ids(files["svg"])) & set(ids(other))
    assert len(ids(files["svg"])) == len(set(ids(files["svg"])))


def test_its_fonts_bear_names_of_their_own(files, svg, root):
    families = set(re.findall(r'font-family:"([^"]+)"', svg))
    mark = root.get("aria-labelledby").split()[0].removesuffix("-title")
    assert families == {f"Noto Sans {mark}", f"DejaVu Sans {mark}"}
    assert root.get("font-family").startswith(
        f"'Noto Sans {mark}', 'DejaVu Sans {mark}'"
    )


def test_no_part_of_it_asks_for_another_font(root):
    styles = "".join(it.get("style", "") for it in root.iter())
    assert "font-family" not in styles


def test_its_texts_are_as_wide_at_every_size(svg, chromium):
    """On a screen, letters would else be as wide as whole pixels allow."""
    page = chromium.new_page()
    page.set_content(svg.partition("?>")[2])
    measure = """(size) => {
      const picture = document.querySelector("svg");
      Object.assign(picture.style, {width: `${size}px`, height: "auto"});
      const texts = [...picture.querySelectorAll("text")];
      return texts.map((text) => text.getBoundingClientRect().width / size);
    }"""
    small, large = page.evaluate(measure, 400), page.evaluate(measure, 4000)
    page.close()
    assert small == pytest.approx(large, rel=0.002)
