"""A drawing: traces and layout as plain data, and the figure made from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.sheet.rows import columns_of, fields_of, iso
from utils.charts.sheet.unit import in_unit
from utils.errors import ChartError

if TYPE_CHECKING:
    from utils.charts.sheet.chart import Chart

NOT_A_TIME = np.datetime64("NaT", "ms")


@dataclass(frozen=True, eq=False)
class Drawing:
    """What a chart draws: traces with times as datetime64, and a layout.

    `alt` says the picture to those who do not see it, in one or two sentences.
    """

    traces: tuple[dict[str, Any], ...]
    layout: dict[str, Any]
    alt: str = ""

    def figure(
        self,
        chart: str,
        about: About,
        rows: pd.DataFrame,
        *,
        against: About | None = None,
        whole: Mapping[str, Any] | None = None,
    ) -> "Chart":
        """Make the plotly figure of a chart, with all that redraws it in its meta.

        `rows` are the rows drawn, in their order; `whole` is what a chart must know
        of more rows that it was given and does not draw. `against` is what the acts
        of `about` are compared with.
        """
        from utils.charts.sheet.chart import Chart

        told = self.layout["meta"]
        meta = {
            "chart": chart,
            **told,
            "alt": in_unit(about, self.alt) or f"{told['words']['title']}.",
            "about": about.record(),
            "fields": fields_of(rows),
            "rows": columns_of(rows),
            **({"against": against.record()} if against else {}),
            **({"whole": dict(whole)} if whole else {}),
        }
        drawn = Chart(self.written(), {**self.layout, "meta": None})
        # Given with the layout, every single value of the rows would be copied.
        drawn.layout.meta = meta
        return drawn

    def written(self) -> list[dict[str, Any]]:
        """Give the traces with their times written as ISO days."""
        return [
            {key: iso(v) if _is_time(v) else v for key, v in trace.items()}
            for trace in self.traces
        ]


def need(frame: pd.DataFrame, columns: set[str], chart: str) -> None:
    """Refuse a frame that lacks a column.

    Raises
    ------
    ChartError
        If one is missing; the message names them all.
    """
    if missing := sorted(columns - set(frame.columns)):
        raise ChartError(
            f"{chart} needs the column{'s' * (len(missing) > 1)} {', '.join(missing)}; "
            f"this table has {', '.join(map(str, frame.columns))}."
        )


def need_sides(about: About, chart: str) -> None:
    """Refuse an `About` that does not name two sides.

    Raises
    ------
    ChartError
        If there are not two.
    """
    if len(about.sides) != 2:
        raise ChartError(
            f"{chart} shows two sides facing each other; about= names {about.sides!r}. "
            'Give two, as in About("A quarrel", sides=("AZE", "RUS")).'
        )


def _is_time(value: object) -> bool:
    return isinstance(value, np.ndarray) and value.dtype.kind == "M"
