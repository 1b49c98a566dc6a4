"""The handout: an A4 page with a figure, its finding, its caption and its source."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from utils.exports.browser import shared
from utils.exports.caption import citation, paragraphs
from utils.exports.fitting import Fitted, fitted
from utils.exports.page_builder import escape, page
from utils.exports.presets import LEAST_TEXT_PT

if TYPE_CHECKING:
    from utils.exports.order import Order

A4_MM = (210, 297)
_ROOM_MM = 165
"""The height of a figure beside which its caption still stands on the page."""
_STYLE = """
@page { size: 210mm 297mm; margin: 20mm; }
body { font-size: 9pt; line-height: 1.4; }
main { padding: 0; }
h1 { font-size: 14pt; }
figure { break-inside: auto; }
figcaption, p { max-width: none; }
p { margin: 0 0 2mm; }
svg { display: block; max-width: 100%; max-height: 235mm; margin: auto; }
"""

_BEFORE_SVG = re.compile(r"\A.*?(?=<svg)", re.DOTALL)


def handout_pdf(order: "Order") -> bytes:
    """Give an A4 page of a figure as PDF: finding, figure, caption and source.

    The text of a high chart shrinks to 7 points, so that all stands on one page;
    the caption of a chart that is higher still goes over to the next.
    """
    return shared().print_page(
        handout_html(order, _svg(order)),
        width_mm=A4_MM[0],
        height_mm=A4_MM[1],
        timeout_s=order.timeout_s,
    )


def handout_html(order: "Order", svg: str) -> str:
    """Give the page of a handout, around a finished picture."""
    words = order.record["words"]
    said = [
        *paragraphs(order.record, key=False)[1:],
        f"Cite as: {citation(order.record)}",
    ]
    texts = "\n".join(f"<p>{escape(text)}</p>" for text in said)
    main = (
        f"<h1>{escape(words['title'])}</h1>\n<figure>\n{_BEFORE_SVG.sub('', svg)}\n"
        f"<figcaption>\n{texts}\n</figcaption>\n</figure>"
    )
    return page(title=words["title"], main=main, styles=[_STYLE])


def handout_chart(order: "Order") -> Fitted:
    """Lay out the chart of a handout as it is, or lower with a smaller text."""
    natural = fitted(order.record, order.preset, bare=True)
    if natural.height_mm <= _ROOM_MM:
        return natural
    small = replace(order.preset, height_mm=_ROOM_MM, least_text_pt=LEAST_TEXT_PT)
    return fitted(order.record, small, bare=True)


def _svg(order: "Order") -> str:
    chart = handout_chart(order)
    return (
        shared()
        .draw(
            chart.figure,
            format="svg",
            width_px=chart.width_px,
            height_px=chart.height_px,
            zoom=chart.zoom,
            title=order.record["words"]["title"],
            description=order.record["alt"],
            timeout_s=order.timeout_s,
        )
        .decode()
    )
