"""A chart that stays: new numbers go into the traces that are there."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from utils.charts.sheet.drawing import Drawing
from utils.explorer.chart_stage import Changes, ChartStage

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


class ChartView:
    """One chart on a stage; each drawing sends only what has changed.

    `hear` is called with what is done in the chart: a click or a box.
    """

    def __init__(
        self,
        name: str,
        drawing: Drawing,
        *,
        stage: ChartStage,
        hear: Callable[[Mapping[str, Any]], None],
    ) -> None:
        self.name, self._stage, self.hear = name, stage, hear
        self._traces = [_lean(trace) for trace in drawing.written()]
        self._layout, self._alt = drawing.layout, drawing.alt
        stage.add(self)

    @property
    def figure(self) -> "Figure":
        """The chart as a plotly figure of its own, to be read."""
        from plotly.graph_objects import Figure

        return Figure(self._traces, self._layout)

    def whole(self) -> tuple[Changes, Mapping[str, Any], str]:
        """Give its traces, its layout and its words, as a page needs them at first."""
        return dict(enumerate(self._traces)), self._layout, self._alt

    def show(self, drawing: Drawing) -> None:
        """Send what a drawing with the same number of traces changes.

        Times go in as text: numbers would turn the time axis into one of numbers.
        """
        traces = [_lean(trace) for trace in drawing.written()]
        pairs = zip(self._traces, traces, strict=True)
        changes = {
            i: found for i, pair in enumerate(pairs) if (found := changed(*pair))
        }
        layout = changed(self._layout, drawing.layout)
        self._traces, self._layout, self._alt = traces, drawing.layout, drawing.alt
        self._stage.tell(self, changes, layout, alt=self._alt)

    def mark(self, traces: Sequence[dict[str, Any]]) -> None:
        """Write anew the last traces alone: those that mark what is chosen."""
        first = len(self._traces) - len(traces)
        changes = {}
        for i, trace in enumerate(Drawing(tuple(traces), {}).written(), first):
            lean = {**self._traces[i], **_lean(trace)}
            if found := changed(self._traces[i], lean):
                changes[i] = found
            self._traces[i] = lean
        self._stage.tell(self, changes, {}, alt=self._alt)


def _lean(trace: dict[str, Any]) -> dict[str, Any]:
    """Halve what numbers weigh on the wire, and pack texts so that none is walked."""
    return {key: _packed(value) for key, value in trace.items()}


def _packed(value: Any) -> Any:
    if isinstance(value, list):
        return np.array(value, dtype=object)
    if isinstance(value, np.ndarray) and value.ndim > 1:
        # On the wire a table is a list of lists, and there NaN is no number.
        table = value.astype(object)
        table[np.isnan(value)] = None
        return table
    wide = isinstance(value, np.ndarray) and value.dtype == np.float64
    return value.astype(np.float32) if wide else value


def changed(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """Give what differs in `new` from `old`, by its path; what is gone is None.

    >>> changed({"y": 1, "line": {"dash": "dot", "width": 1}},
    ...         {"y": 2, "line": {"dash": "dot", "width": 3}})
    {'y': 2, 'line.width': 3}
    """
    found: dict[str, Any] = {key: None for key in old if key not in new}
    for key, value in new.items():
        if key not in old:
            found[key] = value
        elif isinstance(value, dict) and key != "template":
            inner = changed(old[key], value)
            found |= {f"{key}.{name}": change for name, change in inner.items()}
        elif old[key] is not value and not _same(old[key], value):
            found[key] = value
    return found


def _same(old: Any, new: Any) -> bool:
    if not isinstance(new, np.ndarray):
        return bool(old == new)
    if not isinstance(old, np.ndarray) or old.shape != new.shape:
        return False
    return np.array_equal(old, new, equal_nan=new.dtype.kind == "f")
