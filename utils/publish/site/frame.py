"""What stands around the content of every page: the way about the site."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from utils.exports.page_builder import escape, page
from utils.publish.site.plan import Plan, way_up

NAME = "Demarche"
EXPLORE = "explore.html"
PLACES = {
    EXPLORE: "Explore",
    "notebooks/index.html": "Notebooks",
    "data.html": "Data",
    "codebook.html": "Codebook",
    "measures.html": "Measures",
    "downloads.html": "Downloads",
}


def framed(
    plan: Plan,
    name: str,
    *,
    title: str,
    main: str,
    lead: str = "",
    scripts: Sequence[str] = (),
    beside: Sequence[str] = (),
    data: Mapping[str, object] | None = None,
) -> str:
    """Make the page of that name: heading, content, and the way about the site.

    `title` and `lead` are text, `main` is HTML.
    """
    said = f'<p class="lead">{escape(lead)}</p>\n' if lead else ""
    return page(
        title=title if title.startswith(NAME) else f"{title} | {NAME}",
        main=f'<h1 id="content" tabindex="-1">{escape(title)}</h1>\n{said}{main}',
        header=_header(plan, name),
        footer=_footer(plan, name),
        styles=[style()],
        scripts=scripts,
        beside=[way_up(name) + file for file in beside],
        data=data,
        description=lead,
    )


def link(page: str, target: str, words: str) -> str:
    """Link from a page to another place of the site, both named from its top.

    >>> link("tables/actions.html", "codebook.html#types", "Types")
    '<a href="../codebook.html#types">Types</a>'
    """
    return f'<a href="{escape(way_up(page) + target)}">{escape(words)}</a>'


def scrolling(html: str, label: str) -> str:
    """Let something wide or long scroll by itself, also by keyboard."""
    return (
        '<div class="scroll" role="group" tabindex="0" '
        f'aria-label="{escape(label)}">{html}</div>\n'
    )


def navigation(plan: Plan, name: str) -> str:
    """Give the links to the places of the site, as they are reached from a page."""
    without = set() if plan.notebooks else {"notebooks/index.html"}
    entries = [_entry(name, place) for place in PLACES if place not in without]
    items = "".join(f"<li>{entry}</li>" for entry in entries)
    home = f'<a class="home" href="{way_up(name)}index.html">{NAME}</a>'
    return f'<nav aria-label="Site">{home}<ul>{items}</ul></nav>'


def style() -> str:
    """Give the style of the site, beside that of every page."""
    return Path(__file__).with_name("site.css").read_text("utf-8")


def _header(plan: Plan, name: str) -> str:
    return (
        '<a class="skip" href="#content">Skip to the content</a>\n'
        f'<header class="site">{navigation(plan, name)}</header>'
    )


def _entry(name: str, place: str) -> str:
    here = ' aria-current="page"' if name == place else ""
    return f'<a href="{way_up(name)}{place}"{here}>{PLACES[place]}</a>'


def _footer(plan: Plan, name: str) -> str:
    case = plan.case
    cite = link(name, "index.html#cite", "How to cite")
    privacy = link(name, "privacy.html", "Privacy")
    return (
        f'<footer class="site"><p>{escape(case.title)}, version '
        f"{escape(case.version)}, {escape(case.licence)}. Every number is a number "
        f"of recorded acts. {cite}. {privacy}.</p></footer>"
    )
