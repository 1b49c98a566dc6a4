"""A chart that stays: new numbers go into the traces that are there."""

from collections import deque
from collections.abc import Sequence
from typing import Any

import numpy as np
from plotly.basedatatypes import Undefined
from plotly.graph_objects import FigureWidget

from utils.charts.sheet.drawing import Drawing


class ChartView:
    """One figure widget, made once; each drawing sends only what has changed."""

    def __init__(self, drawing: Drawing) -> None:
        self._traces = [_lean(trace) for trace in drawing.written()]
        self._layout = drawing.layout
        self.figure = FigureWidget(self._traces, self._layout)
        stays_in_the_notebook(self.figure)

    def show(self, drawing: Drawing) -> None:
        """Write a drawing with the same traces into the figure, in one message.

        Times go in as text: a list of numbers would turn the time axis into one
        of numbers. Plotly's own update reads every path anew and takes thrice as
        long, so we write the values where it would and hand it the message.
        """
        traces = [_lean(trace) for trace in drawing.written()]
        pairs = zip(self._traces, traces, strict=True)
        changes = {
            i: found for i, pair in enumerate(pairs) if (found := changed(*pair))
        }
        layout = changed(self._layout, drawing.layout)
        self._traces, self._layout = traces, drawing.layout
        self._send(changes, layout)

    def mark(self, traces: Sequence[dict[str, Any]]) -> None:
        """Write anew the last traces alone: those that mark what is chosen."""
        first = len(self._traces) - len(traces)
        changes = {}
        for i, trace in enumerate(Drawing(tuple(traces), {}).written(), first):
            lean = {**self._traces[i], **_lean(trace)}
            if found := changed(self._traces[i], lean):
                changes[i] = found
            self._traces[i] = lean
        self._send(changes, {})

    def drop_box(self) -> None:
        """Take away the box that was drawn, and the look it gave to marks."""
        bare = {i: {"selectedpoints": None} for i in range(len(self._traces))}
        self._send(bare, {"selections": []})

    def _send(self, changes: dict[int, dict[str, Any]], layout: dict[str, Any]) -> None:
        for i, change in changes.items():
            _write(self.figure._data[i], change)
        _write(self.figure._layout, layout)
        if changes or layout:
            self.figure._send_update_msg(by_property(changes), layout, [*changes])


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


def _write(part: dict[str, Any], changes: dict[str, Any]) -> None:
    """Write values into nested dictionaries, by their paths."""
    for path, value in changes.items():
        *above, last = path.split(".")
        inner = part
        for name in above:
            inner = inner.setdefault(name, {})
        inner[last] = value


def by_property(changes: dict[int, dict[str, Any]]) -> dict[str, list[Any]]:
    """Turn changes by trace into lists by property, as plotly's update wants them.

    >>> found = by_property({3: {"y": 1}, 4: {"y": 2, "marker.size": 5}})
    >>> found["y"], found["marker.size"][1]
    ([1, 2], 5)
    """
    names = dict.fromkeys(name for change in changes.values() for name in change)
    return {
        name: [_in_one(change.get(name, Undefined)) for change in changes.values()]
        for name in names
    }


def _in_one(value: Any) -> Any:
    """Hide texts from ipywidgets, which would look for buffers in each of them.

    It walks lists; a deque goes on whole, and is written as a list in the end.
    """
    is_text = isinstance(value, np.ndarray) and value.dtype.kind == "O"
    return deque(value.tolist()) if is_text else value


def stays_in_the_notebook(figure: FigureWidget) -> None:
    """Show the figure without a logo and without a button that uploads."""
    private = {"displaylogo": False, "showSendToCloud": False}
    figure._config = {**figure._config, **private}


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
