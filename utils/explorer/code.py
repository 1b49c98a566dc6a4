"""What an explorer shows, as the cell that gives the same frame and the same chart."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from utils.errors import CaseError
from utils.explorer.figures import ABOUT, ABOUT_OTHERS, FIGURES, OTHERS
from utils.explorer.inquiry import Inquiry
from utils.explorer.recipe import quoted
from utils.explorer.wrapping import wrapped
from utils.tables import Case
from utils.tables.loading import DATA
from utils.tables.package import read_package


def to_code(inquiry: Inquiry, case: Case) -> str:
    """Write the cell that gives the frame and the chart of an inquiry.

    `acts` is then the frame, and the last line is the chart of the view on top, or
    the frame where that view has no chart. What the data say stands there
    only as quoted text. Lines have at most 88 characters, but for a text or a path
    that is longer.

    >>> from utils import load
    >>> code = to_code(Inquiry(), load("azerbaijan-russia"))
    >>> [line for line in code.splitlines() if line.startswith("case")]
    ['case = load("azerbaijan-russia")']
    """
    steps = FIGURES[inquiry.view](inquiry) if inquiry.view in FIGURES else []
    named = {name for one in steps for name in one.names}
    calls = [*_acts(inquiry, named), *(one.code() for one in steps)]
    drawing = "charts, " if steps else ""
    front = f"from utils import {drawing}load, measures, select"
    last = steps[-1].name if steps else "acts"
    return "\n".join([front, "", *_case(case), *map(wrapped, calls), last, ""])


def _acts(inquiry: Inquiry, named: set[str]) -> Iterator[str]:
    """Choose the acts and weigh them, and those beside them if a chart names them."""
    yield f"chosen = {inquiry.selection.to_code()}"
    yield f"scale = case.scales[{quoted(inquiry.scale)}]"
    yield "acts = measures.weigh(chosen.apply(case.actions), scale)"
    if ABOUT.path in named:
        yield "about = case.about(chosen, scale)"
    if inquiry.against is None or not {OTHERS.path, ABOUT_OTHERS.path} & named:
        return
    yield f"against = {inquiry.against.to_code()}"
    yield f"{OTHERS.path} = measures.weigh(against.apply(case.actions), scale)"
    yield f"{ABOUT_OTHERS.path} = case.about(against, scale)"


def _case(case: Case) -> Iterator[str]:
    if case.folder == Path():
        yield f"# What was explored is {quoted(case.name)}, which lies in no folder:"
        yield "# make it again below, under the name case."
        return
    if _name_in(case.folder) != case.name:
        yield f"# What was explored is {quoted(case.name)},"
        yield "# made from this case: make it again below the next line."
    folder = case.folder.absolute()
    if folder == DATA / folder.name:
        yield f"case = load({quoted(folder.name)})"
        return
    here = Path.cwd()
    inside = folder.is_relative_to(here)
    place = f"./{folder.relative_to(here).as_posix()}" if inside else folder.as_posix()
    yield wrapped(f"case = load({quoted(place)})")


@lru_cache(maxsize=20)
def _name_in(folder: Path) -> str:
    """Say what the case in a folder is called; "" where it is gone."""
    try:
        return read_package(folder).name
    except CaseError:
        return ""
