"""A drawing: traces and layout as plain data, and the figure made from them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.errors import ChartError

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

NOT_A_TIME = np.datetime64("NaT", "ms")


@dataclass(frozen=True, eq=False)
class Drawing:
    """What a chart draws: traces with times as datetime64, and a layout."""

    traces: tuple[dict[str, Any], ...]
    layout: dict[str, Any]

    def figure(self, about: About, rows: pd.DataFrame) -> "Figure":
        """Make a plotly figure, with `about` and the rows drawn in its meta."""
        from plotly.graph_objects import Figure

        meta = {"about": about.record(), "rows": _columns(rows)}
        return Figure(self.written(), {**self.layout, "meta": meta})

    def written(self) -> list[dict[str, Any]]:
        """Give the traces with their times written as ISO days."""
        return [
            {key: iso(v) if _is_time(v) else v for key, v in trace.items()}
            for trace in self.traces
        ]


def iso(times: np.ndarray) -> np.ndarray:
    """Write times as ISO days, gaps as None.

    >>> iso(np.array(["2025-06-29", "NaT"], dtype="datetime64[ms]"))
    array(['2025-06-29', None], dtype=object)
    """
    days = np.datetime_as_string(times, unit="D").astype(object)
    days[np.isnat(times)] = None
    return days


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


def _columns(rows: pd.DataFrame) -> dict[str, list[Any]]:
    found = {}
    for name, column in rows.items():
        is_time = column.dtype.kind == "M"
        found[str(name)] = (
            iso(column.to_numpy()).tolist() if is_time else column.tolist()
        )
    return found
