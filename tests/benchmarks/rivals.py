"""Benchmark: the same filters and two charts by other packages, beside the explorer.

The task of each: filter by actor, type, direction and date, draw at most 450 acts as
marks over time and the acts of each month, and give what is sent to the page. A rival
that is not installed is named and left out: `pip install --group bench` adds them.
What the explorer and the naive way show is compared before anything is timed, and all
but perspective draw the tables of the naive way. Perspective filters and counts by
itself; its acts are counted against the naive way, and it spreads no uncertain date.
"""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import pandas as pd

from tests.benchmarks import naive
from tests.benchmarks.change import CHARTS, Desk, agree, filters
from tests.benchmarks.grown import grown
from tests.benchmarks.timing import HOW, PACK, Wire, in_turn
from utils import Selection, load
from utils.measures import weigh

SIZES, ROUNDS, MOST_MARKS = (10_000, 100_000), 3, 450
Way = Callable[..., list[Any]]
MARKS = ["earliest", "type", "direction", "weight", "summary"]


def main() -> int:
    """Print the times of all that is here; nothing is a target."""
    Wire.plug_in()
    case = load("azerbaijan-russia")
    there = {name: make for name, (needs, make) in RIVALS.items() if has(needs)}
    print("not installed:", ", ".join(RIVALS.keys() - there.keys()) or "none")
    for n in SIZES:
        acts = weigh(grown(case, n).actions, case.scales["goldstein-icews"])
        chosen = filters(case)
        ways = {name: make(acts) for name, make in there.items()}
        desk = Desk(grown(case, n), chosen[-1])
        for view in CHARTS:
            desk.bring(view)
        for selection in chosen:
            agree(desk, acts, selection)
            found = ways.get("perspective", lambda *_, **__: [None])(
                selection, count=True
            )
            assert found[0] in (None, len(naive.masked(acts, selection)))
        print(f"\n{n:,} acts, ms a change, {HOW}; kB sent")
        both = {"explorer": lambda it, desk=desk: two_charts(desk, it), **ways}
        for name, took in in_turn(both, chosen, ROUNDS).items():
            print(f"  {name:<20} {took!s:<28} {took.kilobytes:7.0f}")
    return 0


def has(packages: tuple[str, ...]) -> bool:
    """Say whether all of these can be imported."""
    return all(find_spec(package) for package in packages)


def two_charts(desk: Desk, chosen: Selection) -> None:
    """Draw timeline and bars."""
    scene = desk._scene(chosen)
    for view in ("timeline", "butterfly"):
        desk.whole.panels[view].show(scene)


def parts(acts: pd.DataFrame, chosen: Selection) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the acts that are drawn, and how many fall on each month."""
    shown = naive.masked(acts, chosen)
    heavy = shown["weight"].abs().fillna(0).nlargest(MOST_MARKS).index
    counted = naive.monthly(naive.laid_out(shown)).reset_index()
    counted = counted.rename(columns={"day": "month", "share": "n"})
    return shown.loc[heavy.sort_values(), MARKS], counted


def plotly_express(acts: pd.DataFrame) -> Way:
    """Draw with plotly express, as one would by hand."""
    import plotly.express as px

    def draw(chosen: Selection) -> list[bytes]:
        marks, months = parts(acts, chosen)
        one = px.scatter(marks, x="earliest", y="type", color="direction")
        other = px.bar(months, x="month", y="n", color="direction")
        return [*naive.displayed(one), *naive.displayed(other)]

    return draw


def altair(acts: pd.DataFrame) -> Way:
    """Draw with altair, its data handled by vegafusion."""
    import altair as alt

    alt.data_transformers.enable("vegafusion")

    def written(chart: Any) -> bytes:
        return PACK(chart.to_dict(format="vega"))

    def draw(chosen: Selection) -> list[bytes]:
        marks, months = (
            table.astype({"direction": str}) for table in parts(acts, chosen)
        )
        marks = marks.astype({"type": str})
        one = (
            alt.Chart(marks)
            .mark_point()
            .encode(
                x="earliest:T", y="type:N", color="direction:N", tooltip="summary:N"
            )
        )
        other = (
            alt.Chart(months)
            .mark_bar()
            .encode(x="month:T", y="n:Q", color="direction:N")
        )
        return [written(one), written(other)]

    return draw


def hvplot(acts: pd.DataFrame) -> Way:
    """Draw with hvplot, and let panel give what bokeh is sent."""
    import_module("hvplot.pandas")
    import holoviews
    from bokeh.embed import json_item

    renderer = holoviews.renderer("bokeh")

    def draw(chosen: Selection) -> list[bytes]:
        marks, months = (
            table.astype({"direction": str}) for table in parts(acts, chosen)
        )
        marks = marks.astype({"type": str})
        one = marks.hvplot.scatter(x="earliest", y="type", by="direction")
        other = months.hvplot.bar(x="month", y="n", by="direction", stacked=True)
        return [PACK(json_item(renderer.get_plot(it).state)) for it in (one, other)]

    return draw


def perspective(acts: pd.DataFrame) -> Way:
    """Let perspective filter and count, and give what its page is sent."""
    import perspective as psp

    kinds = dict.fromkeys(["type", "direction", "actor_country", "month"], "string")
    kinds |= {"earliest": "date", "latest": "date", "weight": "float", "heavy": "float"}
    table = acts[["type", "direction", "actor_country"]].astype(str)
    for end in ("earliest", "latest"):
        table[end] = acts[end].dt.strftime("%Y-%m-%d")
    table["month"], table["weight"] = (
        table["earliest"].str[:7],
        acts["weight"].fillna(0),
    )
    table["heavy"] = table["weight"].abs()
    held = psp.Server().new_local_client().table(kinds)
    held.update(table.to_dict("list"))
    columns = ["earliest", "latest", "type", "direction", "weight"]

    def draw(chosen: Selection, *, count: bool = False) -> list[Any]:
        wanted = [
            ["direction", "in", sorted(chosen.directions)],
            ["type", "in", sorted(chosen.types)],
            ["actor_country", "in", sorted(chosen.actors)],
            ["latest", ">=", chosen.since],
            ["earliest", "<=", chosen.until],
        ]
        if count:
            return [held.view(filter=wanted).num_rows()]
        marks = held.view(filter=wanted, sort=[["heavy", "desc"]], columns=columns)
        months = held.view(
            filter=wanted,
            group_by=["month"],
            split_by=["direction"],
            columns=["heavy"],
            aggregates={"heavy": "count"},
        )
        sent = [marks.to_arrow(end_row=MOST_MARKS), months.to_arrow()]
        marks.delete()
        months.delete()
        return sent

    return draw


RIVALS: dict[str, tuple[tuple[str, ...], Callable[[pd.DataFrame], Way]]] = {
    "plotly express": (("plotly",), plotly_express),
    "altair, vegafusion": (("altair", "vegafusion", "pyarrow"), altair),
    "hvplot, bokeh": (("hvplot", "bokeh"), hvplot),
    "perspective": (("perspective",), perspective),
}
