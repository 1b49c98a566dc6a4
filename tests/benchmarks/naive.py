"""The naive way: mask the frame, build new figures with plotly express, show them."""

import pandas as pd
import plotly.express as px
import plotly.io as pio
from plotly.graph_objects import Figure

from tests.benchmarks.timing import PACK
from utils import Selection

HALF_LIFE_DAYS = 30
RENDERER = pio.renderers["plotly_mimetype"]
TOLD = ["date", "actor_name", "target_name", "form", "summary"]


def three_figures(acts: pd.DataFrame, chosen: Selection) -> list[bytes]:
    """Give the messages that show timeline, tension and bars."""
    return [*timeline(acts, chosen), *tension(acts, chosen), *butterfly(acts, chosen)]


def timeline(acts: pd.DataFrame, chosen: Selection) -> list[bytes]:
    """Show every act as a mark."""
    return displayed(shown_as_timeline(acts, chosen))


def shown_as_timeline(acts: pd.DataFrame, chosen: Selection) -> Figure:
    """Draw every act as a mark."""
    shown = masked(acts, chosen)
    shown = shown.assign(size=7 + shown["weight"].abs() / 2)
    return px.scatter(
        shown,
        x="earliest",
        y="type",
        color="direction",
        symbol="certainty",
        size="size",
        hover_data=TOLD,
    )


def tension(acts: pd.DataFrame, chosen: Selection) -> list[bytes]:
    """Show conflictual weight that fades."""
    return displayed(px.line(decayed(laid_out(masked(acts, chosen)))))


def butterfly(acts: pd.DataFrame, chosen: Selection) -> list[bytes]:
    """Show the acts of each month."""
    counted = monthly(laid_out(masked(acts, chosen))).reset_index()
    return displayed(px.bar(counted, x="day", y="share", color="direction"))


def displayed(figure: Figure) -> list[bytes]:
    """Give the messages that show a figure in a notebook."""
    return [PACK({"data": RENDERER.to_mimebundle(figure.to_dict())})]


def masked(acts: pd.DataFrame, chosen: Selection) -> pd.DataFrame:
    """Filter with boolean masks, as one would by hand."""
    keep = acts["direction"].isin(chosen.directions) & acts["type"].isin(chosen.types)
    keep &= acts["actor_country"].isin(chosen.actors)
    keep &= (acts["latest"] >= chosen.since) & (acts["earliest"] <= chosen.until)
    return acts[keep]


def laid_out(shown: pd.DataFrame) -> pd.DataFrame:
    """Give one row for each act and each day on which it may have begun."""
    lasts = (shown["latest"] - shown["earliest"]).dt.days + 1
    rows = shown[["earliest", "direction", "weight"]].loc[shown.index.repeat(lasts)]
    offset = pd.to_timedelta(rows.groupby(level=0).cumcount(), unit="D")
    share = 1 / lasts.loc[rows.index]
    return rows.assign(day=rows["earliest"] + offset, share=share)


def decayed(laid: pd.DataFrame) -> pd.DataFrame:
    """Sum conflictual weight by day and let it fade by half in thirty days."""
    weight = (-laid["weight"]).clip(lower=0) * laid["share"]
    daily = weight.groupby([laid["day"], laid["direction"]], observed=True).sum()
    table = daily.unstack(fill_value=0.0).asfreq("D", fill_value=0.0)
    alpha = 1 - 2 ** (-1 / HALF_LIFE_DAYS)
    before = table.iloc[:1] * 0
    before.index = before.index - pd.Timedelta(days=1)
    faded = pd.concat([before, table]).ewm(alpha=alpha, adjust=False).mean() / alpha
    return faded.iloc[1:]


def monthly(laid: pd.DataFrame) -> pd.Series:
    """Count the acts of each month and direction."""
    month = laid["day"].dt.to_period("M").dt.start_time
    return laid.groupby([month, "direction"], observed=True)["share"].sum()
