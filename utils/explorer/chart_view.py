"""A chart that stays: new numbers go into the traces that are there."""

from typing import Any

import numpy as np
from plotly.basedatatypes import Undefined
from plotly.graph_objects import FigureWidget

from utils.charts.drawing import Drawing


class ChartView:
    """One figure widget, made once; each drawing sends only what has changed."""

    def __init__(self, drawing: Drawing) -> None:
        self._traces, self._layout = drawing.written(), drawing.layout
        self.figure = FigureWidget(self._traces, self._layout)
        stays_in_the_notebook(self.figure)

    def show(self, drawing: Drawing) -> None:
        """Write a drawing with the same traces into the figure, in one message.

        Times go in as text: a list of numbers would turn the time axis into one
        of numbers.
        """
        traces = drawing.written()
        pairs = zip(self._traces, traces, strict=True)
        changes = {
            i: found for i, pair in enumerate(pairs) if (found := changed(*pair))
        }
        layout = changed(self._layout, drawing.layout)
        self._traces, self._layout = traces, drawing.layout
        self.figure.plotly_update(by_property(changes), layout, [*changes])


def by_property(changes: dict[int, dict[str, Any]]) -> dict[str, list[Any]]:
    """Turn changes by trace into lists by property, as plotly's update wants them.

    >>> found = by_property({3: {"y": 1}, 4: {"y": 2, "marker.size": 5}})
    >>> found["y"], found["marker.size"][1]
    ([1, 2], 5)
    """
    names = dict.fromkeys(name for change in changes.values() for name in change)
    return {
        name: [change.get(name, Undefined) for change in changes.values()]
        for name in names
    }


def stays_in_the_notebook(figure: FigureWidget) -> None:
    """Show the figure without a logo and without a button that uploads."""
    private = {"displaylogo": False, "showSendToCloud": False}
    figure._config = {**figure._config, **private}


def changed(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """Give what differs in `new` from `old`, which has the same keys, by its path.

    >>> changed({"y": 1, "line": {"dash": "dot", "width": 1}},
    ...         {"y": 2, "line": {"dash": "dot", "width": 3}})
    {'y': 2, 'line.width': 3}
    """
    found: dict[str, Any] = {}
    for key, value in new.items():
        if isinstance(value, dict) and key != "template":
            inner = changed(old[key], value)
            found |= {f"{key}.{name}": change for name, change in inner.items()}
        elif old[key] is not value and not _same(old[key], value):
            found[key] = value
    return found


def _same(old: Any, new: Any) -> bool:
    if isinstance(new, np.ndarray):
        return np.array_equal(old, new, equal_nan=new.dtype.kind == "f")
    return bool(old == new)
