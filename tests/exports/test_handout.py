"""The handout: an A4 page around a figure."""

from datetime import date

import pypdfium2
import pytest

from utils.charts.record import record
from utils.exports.handout import handout_chart, handout_html, handout_pdf
from utils.exports.order import Order
from utils.exports.presets import PRESETS

TODAY = date(2026, 1, 31)


@pytest.fixture
def order(drawn):
    """Order the handout of a chart by its name."""
    return lambda chart: Order(record(drawn(chart)), PRESETS["handout"], today=TODAY)


def sizes_mm(pdf: bytes) -> list[tuple[int, int]]:
    pages = pypdfium2.PdfDocument(pdf)
    return [tuple(round(x / 72 * 25.4) for x in page.get_size()) for page in pages]


@pytest.mark.parametrize("chart", ["butterfly", "timeline", "scale_comparison"])
def test_a_handout_is_one_page(chart, order):
    assert sizes_mm(handout_pdf(order(chart))) == [(210, 297)]


def test_the_text_of_a_figure_is_that_of_the_page_where_it_fits(order):
    assert handout_chart(order("butterfly")).text_pt == pytest.approx(9, abs=0.05)


def test_the_text_of_a_high_chart_is_smaller_but_can_be_read(order):
    assert 6.95 <= handout_chart(order("timeline")).text_pt < 8.9


def test_the_picture_stands_in_the_page_without_what_stands_before_it(order):
    svg = '<?xml version="1.0"?>\n<!DOCTYPE svg>\n<svg role="img"></svg>'
    html = handout_html(order("butterfly"), svg)
    assert '<figure>\n<svg role="img"></svg>\n' in html
    assert "<?xml" not in html


def test_the_finding_is_the_heading_and_not_in_the_picture(order):
    html = handout_html(order("butterfly"), "<svg></svg>")
    assert html.count("More recorded acts") == 2  # the heading and the page's title
