"""One change of a filter in an explorer, part by part; and what it must show."""

from itertools import product

import numpy as np
import pandas as pd

from tests.benchmarks import naive
from utils import Selection, explore, select
from utils.explorer import Explorer
from utils.explorer.scene import Scene
from utils.tables import Case

CHARTS = ("timeline", "tension", "butterfly")


def filters(case: Case) -> list[Selection]:
    """Give twelve filters that differ in actor, type, direction and dates."""
    first, second = case.sides
    ways = ([f"{first}>{second}", f"{second}>{first}"], [f"{second}>{first}"])
    kinds = ["diplomatic", "media", "parliamentary"], ["cultural", "judicial", "media"]
    periods = ("2016-03", "2024-06"), ("2018-01", "2025-06"), ("2017-09", "2025-11")
    return [
        select(directions=way, types=kind, since=since, until=until, actors=case.sides)
        for (since, until), way, kind in product(periods, ways, kinds)
    ]


class Desk:
    """An explorer, and one change of its filters in parts that are timed apart."""

    def __init__(self, case: Case, selection: Selection) -> None:
        self.whole: Explorer = explore(case, selection)
        # A page has asked for the charts, so that all that changes is sent.
        self.whole.stage._hear(None, {"do": "ready", "library": True}, [])

    def chart(self, selection: Selection) -> None:
        """Look the acts up and draw the view on top."""
        self.whole.panels.follow(self._scene(selection))

    def three_charts(self, selection: Selection) -> None:
        """Look the acts up and draw three views, though one would do."""
        scene = self._scene(selection)
        for name in CHARTS:
            self.whole.panels[name].show(scene)

    def counts(self, selection: Selection) -> None:
        """Look the acts up, count every facet, and write the counts beside it."""
        shown = self._scene(selection).shown
        for facet in self.whole.facets:
            self.whole.pickers[facet.field].counts = facet.counts(shown)

    def everything(self, selection: Selection) -> None:
        """Let all follow: the view on top, facets, status, bar and card."""
        self.whole.selection = selection

    def bring(self, view: str) -> None:
        """Bring a view on top; to compare takes a second selection."""
        against = filters(self.whole.case)[0] if view == "compare" else None
        self.whole.state.ask(view=view, against=against)

    def _scene(self, selection: Selection) -> Scene:
        return self.whole._scene_of(self.whole.inquiry.but(selection=selection))

    def lines(self, view: str, traces: tuple[int, ...]) -> list[np.ndarray]:
        """Give the heights of some traces, as they are drawn."""
        figure = self.whole.panels[view].chart.figure
        return [np.array(figure.data[i].y, dtype=float) for i in traces]


def agree(desk: Desk, acts: pd.DataFrame, chosen: Selection) -> None:
    """Stop if the explorer does not show what the naive way shows."""
    desk.three_charts(chosen)
    shown = naive.masked(acts, chosen)
    laid = naive.laid_out(shown)
    ours = sorted(abs(y).sum() for y in desk.lines("butterfly", (0, 1)))
    theirs = naive.monthly(laid).groupby("direction", observed=True).sum()
    assert np.allclose(ours, sorted([0.0, *theirs])[-2:]), "the bars differ"
    ours = sorted(y.max() for y in desk.lines("tension", (2, 5)))
    highest = naive.decayed(laid).max()
    assert np.allclose(ours[-len(highest) :], sorted(highest)), "the curves differ"
    title = desk.whole.panels["timeline"].chart.figure.layout.title.text
    said = f"{len(shown):,} recorded acts"
    assert said in title or len(shown) < 2, f"the acts differ: {said}, {title}"


def agree_on_counts(desk: Desk, acts: pd.DataFrame, chosen: Selection) -> None:
    """Stop if a facet counts what the naive way does not."""
    desk.everything(chosen)
    opened = chosen.but(types=acts["type"].cat.categories)
    theirs = naive.masked(acts, opened)["type"].value_counts().to_dict()
    ours = desk.whole.pickers["types"].counts
    assert {k: n for k, n in ours.items() if n} == {
        k: n for k, n in theirs.items() if n
    }
