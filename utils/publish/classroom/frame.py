"""What stands around the content of every page of the classroom."""

from pathlib import Path

from utils.exports.page_builder import escape, page
from utils.publish.site.frame import style
from utils.publish.site.plan import way_up

NAME = "Demarche course"
_PLACES = {
    "teachers/index.html": "For teachers",
    "teachers/syllabus.html": "Syllabus",
    "teachers/grading.html": "Grading",
}


def framed(name: str, *, title: str, main: str) -> str:
    """Make the page of that name; pages for teachers lead to each other."""
    to_teachers = name.startswith("teachers/")
    return page(
        title=f"{title} | {NAME}",
        main=f'<h1 id="content" tabindex="-1">{escape(title)}</h1>\n{main}',
        header=_header(name) if to_teachers else "",
        styles=[style(), Path(__file__).with_name("classroom.css").read_text("utf-8")],
    )


def _header(name: str) -> str:
    items = "".join(f"<li>{_entry(name, place)}</li>" for place in _PLACES)
    return (
        '<a class="skip" href="#content">Skip to the content</a>\n'
        f'<header class="site"><nav aria-label="Course"><ul>{items}</ul></nav></header>'
    )


def _entry(name: str, place: str) -> str:
    here = ' aria-current="page"' if name == place else ""
    return f'<a href="{way_up(name)}{place}"{here}>{_PLACES[place]}</a>'
