"""What stands still on a shared page: its head, the places it fills, its foot."""

from datetime import date

import pandas as pd

from utils.about import About
from utils.charts.sheet.unit import in_unit
from utils.charts.sheet.words import acts, arrow, label, sources
from utils.exports.page_builder import escape, table_html
from utils.scale import Scale
from utils.selection import Selection
from utils.selection.phrase import day_in_words
from utils.tables import Case

MOST_BYTES = 300_000
"""How long a table may be that is there for readers without scripts."""
_SHOWN = {
    "date": "Date",
    "direction": "Direction",
    "type": "Type",
    "summary": "What is recorded",
    "certainty": "Certainty",
}
_HEADER = """<a class="skip" href="#acts">Skip to the acts</a>
{navigation}"""
_MAIN = """<div class="intro">
<h1>{title}</h1>
<p class="lead">{lead}</p>
</div>
<p id="waiting">If nothing more appears here, this browser runs no scripts, or is too
old for this page.</p>
{noscript}
<p id="notice" class="notice" role="alert" hidden></p>
<div class="bar"><div id="status"></div><div id="take"></div></div>
<p id="news" class="spoken" role="status"></p>
<div class="desk">
<section id="filters" class="filters" aria-labelledby="filters-head">
<h2 id="filters-head" class="spoken">Filters</h2>
</section>
<div class="views">
<section aria-labelledby="charts-head">
<h2 id="charts-head" class="spoken">Charts</h2>
<div id="charts"></div>
{reading}
</section>
<section id="acts" tabindex="-1" aria-labelledby="acts-head">
<h2 id="acts-head">The acts</h2>
</section>
</div>
<div id="card"></div>
</div>"""
_NOSCRIPT = """<noscript>
<p>This page filters and draws with a script of its own, which asks nobody else for
anything. {sentence}</p>
<div class="scroll">{table}</div>
</noscript>"""
_READING = """<details class="reading">
<summary>How to read these charts</summary>
<dl class="facts">
<dt>Timeline</dt><dd>One mark is one recorded act, in the lane of its type. Choose a
mark to read what the act rests on. Its half of the lane, shape and colour say who
acts towards whom; how it is filled says how certain it is; a bar says that its day is
not known, or that it lasted.</dd>
<dt>Tension</dt><dd>Each conflictual act adds its weight, which then fades by half
every {half_life} days. The band is what unknown days leave open. The weights are a
convention: {scale}.</dd>
<dt>Acts over time</dt><dd>How many acts were recorded, one side up, the other down. An
act whose day is not known is spread over the days on which it may have been.</dd>
</dl>
</details>"""
_FOOTER = """<footer>
<h2>Where this comes from</h2>
<dl class="facts">{facts}</dl>
<p>What is counted are recorded acts: those that were found in public sources and
coded, not all that happened. {surveyed} A quiet stretch may be a gap in what was
found.</p>
<dl class="facts">{certainty}</dl>
<p class="quiet">Made on {today} with Demarche. The page keeps nothing, sends nothing
and asks no other computer; only the links to sources lead away from it.</p>
</footer>
"""


def header(navigation: str = "") -> str:
    """Give what stands before the content: a way past it, and a site's links."""
    inside = f'<header class="site">{navigation}</header>\n' if navigation else ""
    return _HEADER.format(navigation=inside)


def of_what(case: Case) -> str:
    """Say in a sentence what a page of this case holds.

    >>> from utils import load
    >>> of_what(load("azerbaijan-russia"))
    '440 recorded acts with their 880 sources, to filter, draw and read.'
    """
    said = f"{acts(len(case.actions))} with their {sources(len(case.sources))}, "
    return _in_unit(case, f"{said}to filter, draw and read.")


def main(
    case: Case,
    selection: Selection,
    title: str,
    *,
    scale: Scale,
    half_life_days: float,
) -> str:
    """Give the places that the script fills, and what is read where none runs."""
    reading = _in_unit(case, _READING).format(
        half_life=f"{half_life_days:g}",
        scale=escape(f"{scale}. {scale.definition}".rstrip(".")),
    )
    return _MAIN.format(
        title=escape(title),
        lead=of_what(case),
        noscript=_noscript(case, selection),
        reading=reading,
    )


def footer(case: Case) -> str:
    """Say where the acts come from, how to cite them and what they are not."""
    facts = {
        "Data": f"{case.title}, version {case.version}",
        "Citation": str(case.cite()),
        "Licence": case.licence,
        "Checksum (SHA-256)": case.checksum,
    }
    book = case.codebook.certainty
    certainty = dict(zip(book["label"], book["definition"], strict=True))
    return _in_unit(case, _FOOTER).format(
        facts=_listed(facts),
        certainty=_listed(certainty),
        surveyed=_surveyed(case),
        today=day_in_words(date.today().isoformat()),
    )


def _in_unit(case: Case, text: str) -> str:
    return in_unit(About(case.title, unit=case.unit), text)


def _surveyed(case: Case) -> str:
    since, until = case.dense_period
    if not since:
        return ""
    return (
        f"The period from {day_in_words(since)} to {day_in_words(until)} was surveyed; "
        "outside it acts were only sampled."
    )


def _listed(pairs: dict[str, str]) -> str:
    return "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(said)}</dd>"
        for name, said in pairs.items()
    )


def _noscript(case: Case, selection: Selection) -> str:
    shown = selection.apply(case.actions)
    said = selection.describe(case.labels)
    sentence = f"It opens on {said}: {len(shown):,} of {len(case.actions):,} acts."
    table = table_html(_told(shown), caption="The acts", most_rows=len(shown) or 1)
    if len(table.encode()) > MOST_BYTES:
        table = "<p>They are too many for a table here.</p>"
    return _NOSCRIPT.format(sentence=escape(sentence), table=table)


def _told(shown: pd.DataFrame) -> pd.DataFrame:
    told = shown[list(_SHOWN)].astype(str)
    told["direction"] = told["direction"].map(arrow)
    for column in ("type", "certainty"):
        told[column] = told[column].fillna("").map(label)
    return told.rename(columns=_SHOWN)
