"""The summary of a report: every chart of a selection on one page."""

import base64
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from utils.charts.record import record
from utils.charts.sheet.rows import frame_of
from utils.charts.sheet.unit import in_unit
from utils.charts.sheet.words import label, listed
from utils.exports.caption import facts, paragraphs
from utils.exports.figure_page import facts_html
from utils.exports.page_builder import escape, page, table_html
from utils.publish.report.every_chart import Chosen, Drawn

if TYPE_CHECKING:
    from utils.charts.sheet.chart import Chart

MOST_ROWS = 100
"""Rows of a chart that stand in the summary; its own files have all."""
_STYLE = """
@page { size: 210mm 297mm; margin: 18mm; }
figure img { display: block; max-width: 100%; height: auto; background: #fff; }
section { margin-top: 40px; }
@media print {
  body { font-size: 9pt; }
  main { padding: 0; }
  nav, details, .files { display: none; }
  figure img { max-height: 190mm; }
  section { break-inside: avoid; margin-top: 10mm; }
}
"""
_WARNING = (
    "Every number is a number of recorded acts: it follows the press and the search, "
    "not the weight of events, and a quiet stretch may be a gap in what was found."
)


def summary(
    chosen: Chosen,
    drawn: Drawn,
    pictures: Mapping[str, bytes],
    *,
    files: Mapping[str, list[str]],
    today: date | None = None,
) -> str:
    """Give the page of a report, which asks nobody for anything.

    `pictures` are the charts as SVG, by their names; a chart without one is told in
    words and numbers. `files` are the names of each chart's files, in `figures/`.
    """
    sections = [
        _section(name, chart, pictures.get(name), files.get(name, []))
        for name, chart in drawn.charts.items()
    ]
    parts = [_head(chosen, drawn, today), *sections, _refused(drawn)]
    return page(
        title=f"Report: {chosen.about.dataset}",
        description=f"Every chart of {chosen.about.selection}.",
        main="\n".join(parts),
        styles=[_STYLE],
    )


def _head(chosen: Chosen, drawn: Drawn, today: date | None) -> str:
    """Say what was chosen, where it comes from, and what there is to read."""
    about = chosen.about
    links = "\n".join(
        f'<li><a href="#{name}">{escape(label(name))}</a>: '
        f"{escape(record(chart)['words']['title'])}</li>"
        for name, chart in drawn.charts.items()
    )
    n = f"{about.n_actions:,} recorded act{'s' * (about.n_actions != 1)}"
    n, warning = (escape(in_unit(about, text)) for text in (n, _WARNING))
    return (
        f"<h1>{escape(about.dataset)}</h1>\n<p>{escape(_capital(about.selection))}: "
        f"{n}, {about.n_sources:,} sources.</p>\n<p>{warning}</p>\n"
        f'<nav aria-label="Charts"><h2>Charts</h2>\n<ul>\n{links}\n</ul></nav>\n'
        f'<h2>Where it comes from</h2>\n<dl class="facts">\n'
        f"{facts_html(_facts(chosen, drawn, today))}\n</dl>"
    )


def _facts(chosen: Chosen, drawn: Drawn, today: date | None) -> dict[str, str]:
    told: dict[str, Any] = {
        "words": {"title": "", "said": f"Scale: {chosen.about.scale}"},
        "chart": "",
        "about": chosen.about.record(),
    }
    found = facts(told, today=today)
    found["Half-life"] = f"{chosen.half_life_days:g} days"
    return found


def _section(name: str, chart: "Chart", svg: bytes | None, files: list[str]) -> str:
    told = record(chart)
    title, *said = paragraphs(told, key=not svg)
    texts = "\n".join(f"<p>{escape(text)}</p>" for text in said)
    rows = frame_of(told["fields"], told["rows"])
    table = table_html(rows, caption="In the order drawn.", most_rows=MOST_ROWS)
    return (
        f'<section id="{name}" aria-labelledby="{name}-title">\n'
        f'<h2 id="{name}-title">{escape(title)}</h2>\n'
        f"<figure>\n{_picture(told, svg)}\n<figcaption>\n{texts}\n</figcaption>\n"
        f"</figure>\n{_links(files)}<details><summary>The rows behind it</summary>\n"
        f'<div class="scroll" role="region" tabindex="0" '
        f'aria-label="{escape(label(name))}, rows">\n{table}\n</div></details>\n'
        "</section>"
    )


def _picture(told: Mapping[str, Any], svg: bytes | None) -> str:
    """Give the picture by itself, so that nothing in it meets the page's own ids."""
    alt = escape(told["alt"])
    if svg is None:
        return f"<p>{alt}</p>"
    data = base64.b64encode(svg).decode()
    return f'<img alt="{alt}" src="data:image/svg+xml;base64,{data}">'


def _links(files: list[str]) -> str:
    links = [f'<a href="figures/{escape(name)}">{escape(name)}</a>' for name in files]
    return f'<p class="files">Files: {listed(links)}.</p>\n' if links else ""


def _refused(drawn: Drawn) -> str:
    if not drawn.refused:
        return ""
    items = "\n".join(
        f"<dt>{escape(label(name))}</dt><dd>{escape(why)}</dd>"
        for name, why in drawn.refused.items()
    )
    return f'<h2>Not drawn</h2>\n<dl class="facts">\n{items}\n</dl>'


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
