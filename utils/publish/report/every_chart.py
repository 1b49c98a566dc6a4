"""Every chart that can be drawn of a selection, and why others cannot."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from utils import charts, measures
from utils.about import About
from utils.errors import MeasureError, ProjectError, known
from utils.measures.phases.change_points import MOST_BINS
from utils.selection import Selection
from utils.tables import Case, told_by_each_side

if TYPE_CHECKING:
    from utils.charts.sheet.chart import Chart


@dataclass(frozen=True, eq=False)
class Chosen:
    """The acts of a selection, weighed, and what the measures are to be told."""

    case: Case
    acts: pd.DataFrame
    about: About
    half_life_days: float
    per: str

    @property
    def period(self) -> dict[str, Any]:
        """The bounds of the selection."""
        return {"since": self.about.since, "until": self.about.until}

    @property
    def both(self) -> tuple[str, str]:
        """The two directions between the sides of the case."""
        first, second = self.case.sides
        return f"{first}>{second}", f"{second}>{first}"

    @cached_property
    def phases(self) -> "measures.Phases":
        """The phases by week, or by month where no bounds keep the weeks few."""
        since = pd.to_datetime(self.about.since)
        until = pd.to_datetime(self.about.until or self.acts["latest"].max())
        per = "week" if (until - since).days < 7 * (MOST_BINS - 1) else "month"
        return measures.change_points(self.acts, per, by=["direction"], **self.period)


@dataclass(frozen=True, eq=False)
class Drawn:
    """The charts of a selection by their names, and a sentence for each refused."""

    charts: dict[str, "Chart"] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)


def chosen_of(
    case: Case,
    selection: Selection,
    *,
    scale: str = "",
    half_life_days: float = 30,
    per: str = "month",
) -> Chosen:
    """Choose and weigh the acts of a case, by the usual scale unless one is named.

    Raises
    ------
    ProjectError
        If the case has no such scale, or lacks what the selection names.
    """
    scale = scale or case.usual_scale
    if scale not in case.scales:
        raise ProjectError(f"There is no scale {scale!r}. {known(case.scales, scale)}")
    weights = case.scales[scale]
    acts = measures.weigh(selection.apply(case.actions), weights)
    return Chosen(case, acts, case.about(selection, weights), half_life_days, per)


def every_chart(
    chosen: Chosen,
    *,
    theme: str = "light",
    width_px: int = 560,
    tell: Callable[[str], object] = str,
) -> Drawn:
    """Draw each chart of `utils.charts` that these acts are enough for.

    `tell` is given the name of each chart before it is drawn.
    """
    drawn = Drawn()
    look = {"about": chosen.about, "theme": theme, "width_px": width_px}
    for name, frame in FRAMES.items():
        tell(name)
        try:
            told = look | MORE[name](chosen) if name in MORE else look
            drawn.charts[name] = getattr(charts, name)(frame(chosen), **told)
        except ProjectError as refusal:
            drawn.refused[name] = str(refusal)
    return drawn


def _tension(chosen: Chosen) -> pd.DataFrame:
    half_life_days = chosen.half_life_days
    return measures.tension(chosen.acts, half_life_days=half_life_days, **chosen.period)


def _butterfly(chosen: Chosen) -> pd.DataFrame:
    return measures.counts(chosen.acts, chosen.per, **chosen.period)


def _told_by_sides(chosen: Chosen) -> dict[str, Any]:
    """Name what the sources of the first side tell, and those of the second."""
    wanted = told_by_each_side(chosen.case, Selection.from_query(chosen.about.query))
    one, other = (chosen.case.about(it) for it in wanted)
    return {"about": one, "against": other}


def _comparison(chosen: Chosen) -> pd.DataFrame:
    wanted = told_by_each_side(chosen.case, Selection.from_query(chosen.about.query))
    one, other = (it.apply(chosen.case.actions) for it in wanted)
    return measures.compare_counts(one, other, chosen.per, **chosen.period)


def _heat_map(chosen: Chosen) -> pd.DataFrame:
    by = ["direction", "type"]
    return measures.counts(chosen.acts, chosen.per, by=by, **chosen.period)


def _ladder(chosen: Chosen) -> pd.DataFrame:
    book = chosen.case.codebook
    return measures.ladder(chosen.acts, book.forms, book.ladder, **chosen.period)


def _matrix(chosen: Chosen) -> pd.DataFrame:
    return measures.who_towards_whom(chosen.acts, "role")


def _replies(chosen: Chosen) -> pd.DataFrame:
    _need_answers(chosen.case)
    return measures.reply_pairs(chosen.acts)


def _delays(chosen: Chosen) -> pd.DataFrame:
    _need_answers(chosen.case)
    return measures.delays(chosen.acts, until=chosen.about.until).table


def _need_answers(case: Case) -> None:
    """Refuse to say that nothing was answered where answers were not looked for."""
    if not case.actions["in_response_to"].astype(bool).any():
        raise MeasureError(
            f"No act of {case.name} says which act it answers (in_response_to is "
            "empty), so that nothing can be told of answers."
        )


def _scales(chosen: Chosen) -> pd.DataFrame:
    return measures.compare_scales(chosen.acts, chosen.case.scales).table


def _evidence(chosen: Chosen) -> pd.DataFrame:
    case = chosen.case
    return measures.evidence_matrix(
        chosen.acts, case.evidence, case.sources, sides=case.codebook.sides
    )


def _variants(chosen: Chosen) -> pd.DataFrame:
    return measures.in_variants(
        measures.by_certainty(chosen.acts),
        measures.tension,
        half_life_days=chosen.half_life_days,
        **chosen.period,
    )


def _robustness(chosen: Chosen) -> pd.DataFrame:
    """Ask whether the first direction is the heavier one, whatever is chosen."""
    selection = Selection.from_query(chosen.about.query)
    frames = chosen.case.left_out(selection)
    ways = measures.multiverse(frames, scales=chosen.case.scales, draws=20)
    return measures.robustness(ways, measures.heavier(*chosen.both)).table


def _association(chosen: Chosen) -> pd.DataFrame:
    first = chosen.both[0]
    return measures.association(chosen.acts, first=first, **chosen.period).table


FRAMES: dict[str, Callable[[Chosen], pd.DataFrame]] = {
    "timeline": lambda chosen: chosen.acts,
    "tension_curve": _tension,
    "butterfly": _butterfly,
    "comparison": _comparison,
    "heat_map": _heat_map,
    "matrix": _matrix,
    "ladder": _ladder,
    "reply_arcs": _replies,
    "delay_curve": _delays,
    "association": _association,
    "phases": lambda chosen: chosen.phases.table,
    "penalty_path": lambda chosen: chosen.phases.path,
    "evidence_matrix": _evidence,
    "scale_comparison": _scales,
    "variant_curves": _variants,
    "robustness_card": _robustness,
}
"""What each chart is drawn from, in the order of a report."""
MORE: dict[str, Callable[[Chosen], dict[str, Any]]] = {"comparison": _told_by_sides}
"""What a chart is told besides, or otherwise than the others."""
