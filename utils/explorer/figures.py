"""What an explorer shows, as a chart that can be saved and drawn again.

Each view says the calls that make its chart once, as a recipe: the explorer runs
them, and "copy as code" writes them down.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from utils import charts, measures
from utils.errors import ChartError, known
from utils.explorer.inquiry import Inquiry
from utils.explorer.lacking import lacking
from utils.explorer.recipe import Name, Step, run, step
from utils.explorer.scene import Scene

if TYPE_CHECKING:
    from utils.charts.sheet.chart import Chart

ACTS, ABOUT = Name("acts"), Name("about")
OTHERS, ABOUT_OTHERS = Name("others"), Name("about_others")
"""The acts of the selection to compare with, where there is one."""
COMPARED = Name("compared")


def figure_of(scene: Scene, view: str, *, theme: str, width_px: int) -> "Chart":
    """Draw one view of a scene as a chart of its own.

    Raises
    ------
    ChartError
        If the view has no chart, the case has not the data for it, or it cannot be
        drawn with this look.
    """
    if view not in FIGURES:
        raise ChartError(f"The explorer has no chart {view!r}. {known(FIGURES, view)}")
    if why := lacking(scene.stock.case).get(view):
        raise ChartError(why)
    steps = FIGURES[view](scene.inquiry)
    drawn = run(steps, names_of(scene), theme=theme, width_px=width_px)
    return cast("Chart", drawn)


def names_of(scene: Scene) -> dict[str, Any]:
    """Give all that the calls of a recipe may name."""
    stock, shown = scene.stock, scene.shown
    beside: dict[str, Any] = {}
    if scene.inquiry.against is not None:
        other = stock.shown(scene.inquiry.against)
        beside = {"others": stock.acts.iloc[other.rows], "about_others": other.about}
    return beside | {
        "measures": measures,
        "charts": charts,
        "case": stock.case,
        "scale": stock.scale,
        "chosen": scene.inquiry.selection,
        "acts": stock.acts.iloc[shown.rows],
        "about": shown.about,
    }


def _period(asked: Inquiry) -> dict[str, str]:
    return {"since": asked.selection.since, "until": asked.selection.until}


def _timeline(asked: Inquiry) -> list[Step]:
    return [step("chart", "charts.timeline", ACTS, about=ABOUT)]


def _tension(asked: Inquiry) -> list[Step]:
    half = {"half_life_days": asked.half_life_days}
    bare = [step("level", "level.drop", columns="sd")] * (not asked.band)
    return [
        step("level", "measures.tension", ACTS, **half, **_period(asked)),
        *bare,
        step("chart", "charts.tension_curve", Name("level"), about=ABOUT),
    ]


def _butterfly(asked: Inquiry) -> list[Step]:
    return [
        step("counts", "measures.counts", ACTS, asked.per, **_period(asked)),
        step("chart", "charts.butterfly", Name("counts"), about=ABOUT),
    ]


def _replies(asked: Inquiry) -> list[Step]:
    return [
        step("pairs", "measures.reply_pairs", ACTS),
        step("chart", "charts.reply_arcs", Name("pairs"), about=ABOUT),
    ]


def _ladder(asked: Inquiry) -> list[Step]:
    tables = ACTS, Name("case.codebook.forms"), Name("case.codebook.ladder")
    return [
        step("levels", "measures.ladder", *tables, **_period(asked)),
        step("chart", "charts.ladder", Name("levels"), about=ABOUT),
    ]


def _matrix(asked: Inquiry) -> list[Step]:
    return [
        step("pairs", "measures.who_towards_whom", ACTS, asked.groups),
        step("chart", "charts.matrix", Name("pairs"), about=ABOUT),
    ]


def _sources(asked: Inquiry) -> list[Step]:
    tables = ACTS, Name("case.evidence"), Name("case.sources")
    sides = {"sides": Name("case.codebook.sides")}
    return [
        step("told", "measures.evidence_matrix", *tables, **sides),
        step("chart", "charts.evidence_matrix", Name("told"), about=ABOUT),
    ]


def _compare(asked: Inquiry) -> list[Step]:
    """Compare with the acts themselves where there are no others."""
    other, about = (OTHERS, ABOUT_OTHERS) if asked.against else (ACTS, ABOUT)
    both = asked.selection, asked.against or asked.selection
    since = min(filter(None, (it.since for it in both)), default="")
    more: dict[str, Any] = {"since": since, "until": max(it.until for it in both)}
    ends = ["least", "most"] if asked.compared == "counts" else ["sd"]
    if asked.compared == "tension":
        more["half_life_days"] = asked.half_life_days
    else:
        more["per"] = asked.per
    bare = [step("compared", "compared.drop", columns=it) for it in ends]
    return [
        step("compared", f"measures.compare_{asked.compared}", ACTS, other, **more),
        *bare * (not asked.band),
        step("chart", "charts.comparison", COMPARED, about=ABOUT, against=about),
    ]


FIGURES: dict[str, Callable[[Inquiry], list[Step]]] = {
    "timeline": _timeline,
    "tension": _tension,
    "butterfly": _butterfly,
    "replies": _replies,
    "ladder": _ladder,
    "matrix": _matrix,
    "sources": _sources,
    "compare": _compare,
}
