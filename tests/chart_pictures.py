"""Every chart there is, how a test draws it, and what is to be expected of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
from plotly.graph_objects import Figure

from utils import charts, measures, select
from utils.about import About
from utils.tables import Case

Look = dict[str, Any]
SIDES = ["AZE>RUS", "RUS>AZE"]
PERIOD = {"since": "2024-12-25", "until": "2025-12-31"}
SELECTIONS = {
    "whole case": select(),
    "two sides, surveyed period": select(directions=SIDES, **PERIOD),
    "one side only": select(directions=SIDES[:1], **PERIOD),
    "one act": select(directions=SIDES, since="2026-03-11", until="2026-03-11"),
    "one week": select(since="2025-06-26", until="2025-07-03"),
    "uncertain dates only": select(),
    "longest labels": select(directions=SIDES, **PERIOD),
    "other countries only": select(),
    "empty": select(types=["cultural"], text="no such act", **PERIOD),
    "10000 acts": select(),
}


@dataclass(frozen=True)
class Chosen:
    """Acts of a selection, weighed, and what a chart needs to know about them."""

    acts: pd.DataFrame
    about: About
    case: Case

    @property
    def period(self) -> dict[str, str]:
        return {"since": self.about.since, "until": self.about.until}

    def draw(self, chart: str, theme: str = "light", width_px: int = 560) -> Figure:
        """Draw a chart of these acts."""
        look = {"about": self.about, "theme": theme, "width_px": width_px}
        return PICTURES[chart].draw(self, look)


@dataclass(frozen=True)
class Picture:
    """How a chart is drawn from chosen acts, and what it is.

    `timed`: its x axis is time. `sided`: the two directions have a colour each.
    `others`: acts in other directions are "grey", "left out" or "not told apart".
    `weighed`: it names the scale. `lettered`: texts stand among the data on
    purpose. `mirrored`: its y axis stays when the two sides are swapped.
    `refused`: the selections that it cannot be drawn of.
    """

    draw: Callable[[Chosen, Look], Figure]
    timed: bool = False
    sided: bool = False
    others: str = "not told apart"
    weighed: bool = False
    lettered: bool = False
    mirrored: bool = True
    refused: tuple[str, ...] = ()


def timeline(chosen: Chosen, look: Look) -> Figure:
    return charts.timeline(chosen.acts, **look)


def tension_curve(chosen: Chosen, look: Look) -> Figure:
    frame = measures.tension(chosen.acts, half_life_days=30, **chosen.period)
    return charts.tension_curve(frame, **look)


def butterfly(chosen: Chosen, look: Look) -> Figure:
    return charts.butterfly(measures.counts(chosen.acts, **chosen.period), **look)


def comparison(chosen: Chosen, look: Look) -> Figure:
    """Compare with what Azerbaijani sources report, each act under an id of its own."""
    ids = [f"act {i}" for i in range(len(chosen.acts))]
    acts = chosen.acts.assign(action_id=ids)
    told = acts[acts["sides"].astype(str).str.contains("aze_")]
    said = f"{chosen.about.selection} reported by Azerbaijani sources"
    against = replace(chosen.about, selection=said, n_actions=len(told))
    frame = measures.compare_counts(acts, told, **chosen.period)
    return charts.comparison(frame, against=against, **look)


def ladder(chosen: Chosen, look: Look) -> Figure:
    book = chosen.case.codebook
    levels = measures.ladder(chosen.acts, book.forms, book.ladder, **chosen.period)
    return charts.ladder(levels, **look)


def matrix(chosen: Chosen, look: Look) -> Figure:
    return charts.matrix(measures.who_towards_whom(chosen.acts, "role"), **look)


def heat_map(chosen: Chosen, look: Look) -> Figure:
    by = ["direction", "type"]
    return charts.heat_map(measures.counts(chosen.acts, by=by, **chosen.period), **look)


def scale_comparison(chosen: Chosen, look: Look) -> Figure:
    compared = measures.compare_scales(chosen.acts, chosen.case.scales)
    return charts.scale_comparison(compared.table, **look)


def evidence_matrix(chosen: Chosen, look: Look) -> Figure:
    case, sides = chosen.case, chosen.case.codebook.sides
    told = measures.evidence_matrix(
        chosen.acts, case.evidence, case.sources, sides=sides
    )
    return charts.evidence_matrix(told, **look)


def change_points(chosen: Chosen) -> measures.Phases:
    """Find phases by week, and by month where that would be too many weeks."""
    per = "week" if chosen.about.since else "month"
    rule = {"by": ["direction"], "draws": 50, **chosen.period}
    return measures.change_points(chosen.acts, per, **rule)


def phases(chosen: Chosen, look: Look) -> Figure:
    return charts.phases(change_points(chosen).table, **look)


def penalty_path(chosen: Chosen, look: Look) -> Figure:
    return charts.penalty_path(change_points(chosen).path, **look)


def variant_curves(chosen: Chosen, look: Look) -> Figure:
    steps = measures.by_certainty(chosen.acts)
    frame = measures.in_variants(steps, measures.tension, **chosen.period)
    return charts.variant_curves(frame, **look)


def robustness_card(chosen: Chosen, look: Look) -> Figure:
    acts = chosen.acts.assign(action_id=[f"act {i}" for i in range(len(chosen.acts))])
    told = ~acts["sides"].astype(str).str.contains("rus_state|rus_private")
    frames = {"all sources": acts, "without Russian state-near sources": acts[told]}
    ways = measures.multiverse(frames, scales=chosen.case.scales, draws=2)
    found = measures.robustness(ways, measures.heavier(*SIDES))
    return charts.robustness_card(found.table, **look)


def reply_arcs(chosen: Chosen, look: Look) -> Figure:
    return charts.reply_arcs(measures.reply_pairs(replying(chosen.acts)), **look)


def delay_curve(chosen: Chosen, look: Look) -> Figure:
    until = chosen.about.until
    found = measures.delays(replying(chosen.acts), until=until)
    return charts.delay_curve(found.table, **look)


def replying(acts: pd.DataFrame) -> pd.DataFrame:
    """Let every third act reply to the one before it, where acts are there twice."""
    if acts["action_id"].is_unique:
        return acts
    acts = acts.sort_values("earliest", ignore_index=True)
    ids = [f"act {i}" for i in range(len(acts))]
    triggers = ["" if i % 3 else ids[i - 1] for i in range(len(acts))]
    return acts.assign(action_id=ids, in_response_to=["", *triggers[1:]])


def association(chosen: Chosen, look: Look) -> Figure:
    found = measures.association(
        chosen.acts, first=SIDES[0], draws=199, **chosen.period
    )
    return charts.association(found.table, **look)


PICTURES = {
    "timeline": Picture(
        timeline, timed=True, sided=True, others="grey", weighed=True, mirrored=False
    ),
    "tension_curve": Picture(
        tension_curve, timed=True, sided=True, others="grey", weighed=True
    ),
    "butterfly": Picture(butterfly, timed=True, sided=True, others="left out"),
    "comparison": Picture(comparison, timed=True, others="left out"),
    "ladder": Picture(ladder, timed=True, sided=True, others="left out"),
    "matrix": Picture(matrix, lettered=True),
    "heat_map": Picture(heat_map, timed=True, others="left out", lettered=True),
    "scale_comparison": Picture(scale_comparison),
    "evidence_matrix": Picture(evidence_matrix, lettered=True),
    "penalty_path": Picture(
        penalty_path,
        sided=True,
        others="left out",
        refused=("one act", "one week", "other countries only", "empty"),
    ),
    "phases": Picture(
        phases,
        timed=True,
        sided=True,
        others="left out",
        lettered=True,
        refused=("one act", "one week", "other countries only", "empty"),
    ),
    "reply_arcs": Picture(
        reply_arcs, timed=True, sided=True, others="grey", mirrored=False
    ),
    "delay_curve": Picture(
        delay_curve, sided=True, others="left out", refused=("empty",)
    ),
    "variant_curves": Picture(
        variant_curves, timed=True, others="left out", weighed=True
    ),
    "robustness_card": Picture(
        robustness_card, lettered=True, refused=("other countries only", "empty")
    ),
    "association": Picture(
        association,
        others="left out",
        refused=(
            "one side only",
            "one act",
            "one week",
            "other countries only",
            "empty",
        ),
    ),
}
DRAWN = [
    (chart, name)
    for chart, picture in PICTURES.items()
    for name in SELECTIONS
    if name not in picture.refused
]
REFUSED = [(chart, name) for chart, it in PICTURES.items() for name in it.refused]
