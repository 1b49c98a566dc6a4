"""The web page of one figure: alive, with its table and where it comes from."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from utils.charts.record import redraw
from utils.charts.sheet.rows import frame_of
from utils.charts.sheet.theme import NARROWEST_PX, theme_of
from utils.exports.caption import facts, paragraphs
from utils.exports.page_builder import escape, page, table_html

WIDTHS_PX = (NARROWEST_PX, 700)
"""The widths that a chart is laid out for: a phone's and a screen's."""
_NO_SCRIPT = "Without scripts the chart is not drawn. What it shows:"
_MAIN = """<h1>{title}</h1>
<figure aria-labelledby="finding">
<div id="chart" class="chart" role="group" tabindex="0" aria-label="{alt}" \
style="background:{paper}"></div>
<noscript><p>{no_script} {alt} The table below has its rows.</p></noscript>
<figcaption id="finding">
{caption}
</figcaption>
</figure>
<details>
<summary>The {rows:,} rows behind the chart, as a table</summary>
<div class="scroll" role="region" tabindex="0" aria-label="Rows behind the chart">
{table}
</div>
</details>
<h2>Where it comes from</h2>
<dl class="facts">
{facts}
</dl>"""


def figure_page(record: Mapping[str, Any], *, today: date | None = None) -> str:
    """Give a page that shows a chart by itself, from the record of the chart.

    It holds all it needs and asks nobody for more: the chart, drawn narrow on a
    phone and wide elsewhere; its caption; its rows as a table, the first 5,000 of
    them; the filter in words and as code, version, licence and citation.
    """
    from plotly.offline import get_plotlyjs

    title = record["words"]["title"]
    return page(
        title=title,
        description=record["alt"],
        main=_main(record, today),
        styles=[_beside("figure_page.css")],
        scripts=[get_plotlyjs(), _beside("figure_page.js")],
        data={"layouts": [_layout(record, width) for width in WIDTHS_PX]},
    )


def _main(record: Mapping[str, Any], today: date | None) -> str:
    rows = frame_of(record["fields"], record["rows"])
    caption = [f"<p>{escape(text)}</p>" for text in paragraphs(record, key=False)[1:]]
    told = {k: v for k, v in facts(record, today=today).items() if k != "Title"}
    return _MAIN.format(
        title=escape(record["words"]["title"]),
        alt=escape(record["alt"]),
        paper=theme_of(record["look"]["theme"]).paper,
        no_script=_NO_SCRIPT,
        caption="\n".join(caption),
        rows=len(rows),
        table=table_html(rows, caption="In the order drawn."),
        facts=facts_html(told),
    )


def facts_html(told: Mapping[str, str]) -> str:
    """Write facts as the rows of a description list, code as code.

    >>> facts_html({"Scale": "Signs"})
    '<dt>Scale</dt><dd>Signs</dd>'
    """
    return "\n".join(
        f"<dt>{escape(name)}</dt><dd>{_marked(name, text)}</dd>"
        for name, text in told.items()
    )


def _marked(name: str, text: str) -> str:
    is_code = name == "Filter as code" or name.endswith("SHA-256")
    return f"<code>{escape(text)}</code>" if is_code else escape(text)


def _layout(record: Mapping[str, Any], width_px: int) -> dict[str, Any]:
    """Give what plotly needs to draw a chart at a width, without its record."""
    figure = redraw(record, width_px=width_px, bare=True, height_px=0)
    figure.layout.meta = None
    return {"width": width_px, "figure": json.loads(figure.to_json())}


def _beside(file: str) -> str:
    return Path(__file__).with_name(file).read_text("utf-8")
