"""The figure with seven planted faults, of which any can be mended."""

from base64 import b64encode
from collections.abc import Collection
from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd

from utils.errors import LessonError, known
from utils.lessons.poster.bars import bars
from utils.lessons.poster.drawing import Look, drawing
from utils.tables import Case

FAULTS = {
    "axis": "The bars do not begin at zero.",
    "months": "Some bars stand for one month, others for several.",
    "dates": "Nothing shows how many dates are uncertain.",
    "title": "The title says what caused the acts.",
    "colours": "The two colours are the same grey in print.",
    "letters": "The letters at the bars and the axis are too small.",
    "source": "No line names the source, the version and the period.",
}
"""Each fault by the name under which it can be mended."""

AXIS_START = 10
ALIKE, APART = ("#cd3c3c", "#288c50"), ("#1f3f66", "#f0b060")
SMALL_PX, READABLE_PX = 5, 14


@dataclass(frozen=True, repr=False)
class Poster:
    """A figure of bars.

    `rows` are its bars, with `drawn`, their height in acts; `svg` is the drawing, and
    `said` says what there is to see in it.
    """

    rows: pd.DataFrame
    svg: str
    said: str

    def __repr__(self) -> str:
        return self.said

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, str], dict[str, Any]]:
        """Give the picture with its text, for a screen and for a page."""
        source = b64encode(self.svg.encode()).decode()
        style = "max-width: 100%; height: auto;"
        html = (
            f'<img alt="{escape(self.said)}" style="{style}" '
            f'src="data:image/svg+xml;base64,{source}">'
        )
        data = {"text/html": html, "image/svg+xml": self.svg, "text/plain": self.said}
        return data, {"image/svg+xml": {"alt": self.said}}


def faulty_figure(case: Case, mended: Collection[str] = ()) -> Poster:
    """Draw the acts between the two sides of a case with seven planted faults.

    Those named in `mended` are drawn well: some of axis, months, dates, title,
    colours, letters and source.

    >>> from utils import load
    >>> faulty_figure(load("azerbaijan-russia"), ["axis"]).rows.columns.tolist()
    ['bar', 'direction', 'n', 'drawn']

    Raises
    ------
    LessonError
        If a name is no fault of the figure.
    """
    names = [mended] if isinstance(mended, str) else list(mended)
    for name in names:
        if name not in FAULTS:
            raise LessonError(
                f"The figure has no fault {name!r}. {known(FAULTS, str(name))}"
            )
    rows = bars(case, by_month="months" in names, whole="dates" not in names)
    look = _look(case, frozenset(names))
    one, other = (case.labels.get(side, side) for side in case.sides)
    ways = (f"{one} towards {other}", f"{other} towards {one}")
    shown = rows.assign(drawn=(rows["n"] - look.start).clip(lower=0))
    shown = shown[["bar", "direction", "n", "drawn"]].round({"n": 1, "drawn": 1})
    return Poster(shown, drawing(rows, look, ways), _said(shown, look, ways))


def _look(case: Case, mended: frozenset[str]) -> Look:
    title = "The events of June set off a wave of acts"
    foot = f"Demarche, version {case.version}; March to December 2025"
    return Look(
        title="Recorded acts by month, 2025" if "title" in mended else title,
        foot=foot if "source" in mended else "",
        start=0 if "axis" in mended else AXIS_START,
        colours=APART if "colours" in mended else ALIKE,
        letters_px=READABLE_PX if "letters" in mended else SMALL_PX,
        whiskers="dates" in mended,
    )


def _said(rows: pd.DataFrame, look: Look, ways: tuple[str, str]) -> str:
    """Say what there is to see, without a word on what is wrong with it."""
    pairs = rows.groupby("bar", sort=False)["n"].agg(list)
    acts = "; ".join(f"{bar} {a:g} and {b:g}" for bar, (a, b) in pairs.items())
    alike = look.colours == ALIKE
    colours = "red and green, equally dark" if alike else "dark blue and light orange"
    ranges = "Lines at the bars show from where to where a number may lie. "
    return (
        f"A bar chart titled “{look.title}”. For each time it has two bars side by "
        f"side, {ways[0]} and {ways[1]}, {colours}. The axis, recorded acts, begins "
        f"at {look.start:g}. Acts: {acts}. {ranges if look.whiskers else ''}Letters "
        f"at axis and bars: {look.letters_px:g} pixels. "
        f"{f'Below stands: {look.foot}.' if look.foot else 'Nothing stands below it.'}"
    )
