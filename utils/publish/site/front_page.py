"""The first page of the site."""

import re
from typing import Any

from utils.charts.sheet.twin import twin
from utils.charts.sheet.words import sources
from utils.explorer.opening import opening
from utils.exports.page_builder import escape
from utils.publish.site.data_page import citation
from utils.publish.site.frame import EXPLORE, NAME, framed, link
from utils.publish.site.living import PLOTLY, chart_html, looks, script
from utils.publish.site.plan import ROOT, Plan

PAGE = "index.html"
CHART = "chart-1"
_LEAD = (
    "Demarche follows a diplomatic crisis action by action: who did what towards whom, "
    "when, and who says so. It draws escalation over time from curated tables, and "
    "leads from every mark back to its sources."
)
_LIMITS = (
    "Every number here is a number of recorded acts. The count follows the press and "
    "the search, not the weight of events, and a quiet stretch may be a gap in what "
    "was found.",
    "Certainty is about whether an act took place and who did it, never about whether "
    "what was said is true.",
    "Private persons appear by role only.",
)


def front_page(plan: Plan) -> str:
    """Make the first page: what this is, where to go, one chart, how to cite."""
    figure = _opening_chart(plan)
    limits = "".join(f"<li>{escape(text)}</li>" for text in _LIMITS)
    parts = [
        f'<ul class="cards">{"".join(_cards(plan))}</ul>',
        _glance(figure),
        f'<h2 id="limits">What to keep in mind</h2>\n<ul>{limits}</ul>',
        citation(plan),
        _software(),
    ]
    return framed(
        plan,
        PAGE,
        title=f"{NAME}: {plan.case.title}",
        main="\n".join(parts),
        lead=_LEAD,
        scripts=[script()] if figure else [],
        beside=[PLOTLY] if figure else [],
        data={f"{CHART}-looks": looks(figure)} if figure else {},
    )


def _cards(plan: Plan) -> list[str]:
    case = plan.case
    told = {
        EXPLORE: (
            "Explore",
            "Filter the acts by direction, actor, type, "
            "certainty and date, and open the sources of each. Nothing to install.",
        ),
        "notebooks/index.html" if plan.notebooks else "": (
            "Notebooks",
            "Questions to "
            "the record, with the code that answers them and charts to look into.",
        ),
        "data.html": (
            "Data",
            f"{len(case.actions):,} acts, {len(case.actors):,} actors "
            f"and {sources(len(case.sources))}: what each column means.",
        ),
        "codebook.html": (
            "Codebook",
            "What the words of the coded columns mean, the "
            "ladder of escalation, and the scales that weigh acts.",
        ),
        "downloads.html": (
            "Downloads",
            "The tables as CSV files, one by one or together, with checksums.",
        ),
        "index.html#cite": (
            "How to cite",
            "The citation of the data and of the "
            "software, as text and for a reference manager.",
        ),
    }
    return [
        f"<li><h2>{link(PAGE, target, words)}</h2><p>{escape(said)}</p></li>"
        for target, (words, said) in told.items()
        if target
    ]


def _opening_chart(plan: Plan) -> dict[str, Any]:
    """Draw the acts between the two sides by month, if there are any."""
    from utils import charts, measures

    selection = opening(plan.case)
    acts = selection.apply(plan.case.actions)
    if acts.empty:
        return {}
    counts = measures.counts(
        acts, "month", since=selection.since, until=selection.until
    )
    chart = charts.butterfly(counts, about=plan.case.about(selection))
    figure: dict[str, Any] = chart.to_plotly_json()
    return figure


def _glance(figure: dict[str, Any]) -> str:
    if not figure:
        return ""
    told = twin(figure["layout"]["meta"])
    return (
        '<h2 id="glance">The record at a glance</h2>\n'
        f'{chart_html(CHART, figure)}<div class="output">{told}</div>'
    )


def _software() -> str:
    told = dict(
        re.findall(
            r'^(title|version|date-released|license): "?(.*?)"?$',
            (ROOT / "CITATION.cff").read_text("utf-8"),
            re.M,
        )
    )
    text = (
        f"Demarche contributors ({told['date-released'][:4]}). {told['title']}. "
        f"Version {told['version']}. {told['license']} licence."
    )
    return (
        f'<h2 id="cite-software">How to cite the software</h2>\n<p>{escape(text)}</p>\n'
        '<p><a href="downloads/CITATION.cff" download>CITATION.cff</a> says the same '
        "for a reference manager.</p>"
    )
