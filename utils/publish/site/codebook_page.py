"""The page of the codebook: every word with its definition, each with an anchor."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from utils.exports.page_builder import escape
from utils.publish.site.frame import framed, scrolling
from utils.publish.site.listing import listing
from utils.publish.site.plan import Plan
from utils.publish.site.prose import Prose
from utils.scale import Scale

PAGE = "codebook.html"
KINDS = {
    "types": ("type", "Types of acts"),
    "forms": ("form", "Forms: what was done"),
    "tones": ("tone", "Tones of forms"),
    "certainty": ("certainty", "Certainty"),
    "ladder": ("rung", "The ladder of escalation"),
    "roles": ("role", "Roles of actors"),
    "sides": ("side", "Sides of sources"),
}
"""Each table of words: its key, and its heading."""


def codebook_page(plan: Plan) -> str:
    """Make the page; a value is reached as `codebook.html#type-media`."""
    sections = [_section(name, *KINDS[name], rows=_rows(plan, name)) for name in KINDS]
    contents = "".join(
        f'<li><a href="#{name}">{escape(title)}</a></li>'
        for name, title in [
            *((name, title) for name, (_, title) in KINDS.items()),
            ("scales", "Scales"),
        ]
    )
    parts = [
        '<nav class="contents" aria-label="On this page"><p>On this page</p>'
        f"<ol>{contents}</ol></nav>",
        *sections,
        _scales(plan.case.scales),
        _notes(plan),
    ]
    return framed(
        plan,
        PAGE,
        title="Codebook",
        main="\n".join(parts),
        lead="The words that the coded columns of the tables may use, each with its "
        "definition. They stand in the order in which charts and filters show them.",
    )


def anchor_of(kind: str, value: object) -> str:
    """Give the anchor of a value.

    >>> anchor_of("type", "law_enforcement"), anchor_of("rung", 3)
    ('type-law_enforcement', 'rung-3')
    """
    return f"{kind}-{re.sub(r'[^A-Za-z0-9_.-]', '-', str(value))}"


def _rows(plan: Plan, name: str) -> list[Mapping[str, Any]]:
    frame = getattr(plan.case.codebook, name)
    return [
        dict(zip(frame.columns, row, strict=True))
        for row in frame.itertuples(index=False)
    ]


def _section(name: str, key: str, title: str, *, rows: list[Mapping[str, Any]]) -> str:
    entries = "".join(_entry(key, row) for row in rows)
    return (
        f'<section><h2 id="{name}">{escape(title)}</h2>\n'
        f'<dl class="words">{entries}</dl></section>'
    )


def _entry(key: str, row: Mapping[str, Any]) -> str:
    said = [escape(row["definition"]), *_more(row)]
    return (
        f'<div id="{anchor_of(key, row[key])}"><dt>{escape(row["label"])} '
        f"<code>{escape(row[key])}</code></dt>"
        + "".join(f"<dd>{one}</dd>" for one in said)
        + "</div>\n"
    )


def _more(row: Mapping[str, Any]) -> Iterator[str]:
    """Say what else the table has on a word."""
    if row.get("reason"):
        yield f'<span class="quiet">{escape(row["reason"])}</span>'
    if row.get("group_label"):
        yield f'<span class="quiet">Group: {escape(row["group_label"])}.</span>'
    if "cameo" in row:
        yield _usual(row)


def _usual(row: Mapping[str, Any]) -> str:
    tone = escape(row["tone"])
    said = f'<a href="#{anchor_of("tone", row["tone"])}">{tone}</a>'
    place = "no rung"
    if pd.notna(row["rung"]):
        anchor = anchor_of("rung", row["rung"])
        place = f'<a href="#{anchor}">rung {row["rung"]}</a>'
    cameo = f"; usual CAMEO code {escape(row['cameo'])}" if row["cameo"] else ""
    return f'<span class="quiet">Tone: {said}; {place}{cameo}.</span>'


def _scales(scales: Mapping[str, Scale]) -> str:
    entries = "".join(_scale(name, scale) for name, scale in scales.items())
    return (
        '<section><h2 id="scales">Scales</h2>\n<p>A scale gives each code a weight, '
        "from -10 for conflict to 10 for cooperation. A code that is absent has no "
        f"weight, which is not a weight of zero.</p>\n{entries}</section>"
    )


def _scale(name: str, scale: Scale) -> str:
    rows = [[escape(code), f"{weight:g}"] for code, weight in scale.weights.items()]
    table = listing([scale.column, "weight"], rows, numbers=[1])
    label = f"Weights of {scale.label or name}"
    folded = scrolling(table, label)
    return (
        f'<h3 id="{anchor_of("scale", name)}">{escape(scale.label or name)} '
        f"<code>{escape(name)}</code></h3>\n<p>{escape(scale.definition)}</p>\n"
        f'<p class="quiet">Version {escape(scale.version)}. From: '
        f"{escape(scale.origin)}. Licence: {escape(scale.licence)}.</p>\n"
        f"<details><summary>{escape(label)} ({len(scale.weights)})</summary>{folded}"
        "</details>\n"
    )


def _notes(plan: Plan) -> str:
    file = plan.codebook_folder / "README.md"
    prose = Prose(PAGE, file=file, pages=plan.pages, prefix="notes-")
    return f'<h2 id="notes">Notes on the codebook</h2>\n{prose.below(file)}'
