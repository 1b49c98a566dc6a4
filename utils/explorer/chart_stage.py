"""The stage on which the charts of an explorer stand, one of them in sight."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Protocol

import numpy as np
from anywidget import AnyWidget
from traitlets import Unicode

from utils.explorer.scripts import joined

Changes = Mapping[int, Mapping[str, Any]]


class OnStage(Protocol):
    """A chart that can tell all of itself, and hears what is done in it."""

    name: str

    def whole(self) -> tuple[Changes, Mapping[str, Any], str]:
        """Give its traces, its layout and its words."""

    def hear(self, message: Mapping[str, Any]) -> None:
        """Take up a click or a box."""


class ChartStage(AnyWidget):
    """Shows the chart named by `top`, and none where that is empty.

    The browser asks for plotly.js if no other stage on its page has it, and for
    every chart as a whole; from then on only what changes is sent. Numbers travel as
    bytes. A page that is loaded anew asks again.

    >>> ChartStage().top
    ''
    """

    _esm = joined("dom.js", "chart_stage.js")
    _css = joined("chart_stage.css")

    top = Unicode().tag(sync=True)

    def __init__(self) -> None:
        super().__init__()
        self._charts: dict[str, OnStage] = {}
        self._heard_from = False
        self.on_msg(self._hear)

    def add(self, chart: OnStage) -> None:
        """Take up a chart under its name."""
        self._charts[chart.name] = chart
        self._tell_whole(chart)

    def tell(
        self, chart: OnStage, changes: Changes, layout: Mapping[str, Any], *, alt: str
    ) -> None:
        """Send what has changed in the traces and in the layout, by their paths."""
        if self._heard_from and (changes or layout):
            self._write("changes", chart.name, changes, layout=layout, alt=alt)

    def _tell_whole(self, chart: OnStage) -> None:
        if self._heard_from:
            traces, layout, alt = chart.whole()
            self._write("whole", chart.name, traces, layout=layout, alt=alt)

    def _write(
        self,
        what: str,
        chart: str,
        changes: Changes,
        *,
        layout: Mapping[str, Any],
        alt: str,
    ) -> None:
        buffers: list[bytes] = []
        message = {
            "do": what,
            "chart": chart,
            "traces": [[i, packed(it, buffers)] for i, it in changes.items()],
            "layout": packed(layout, buffers),
            "alt": alt,
        }
        self.send(message, buffers)

    def _hear(self, widget: Any, message: Any, buffers: Any) -> None:
        if message.get("do") == "ready":
            self._heard_from = True
            if not message.get("library"):
                self.send({"do": "library"}, [_plotly_js()])
            for chart in self._charts.values():
                self._tell_whole(chart)
        elif message.get("chart") in self._charts:
            self._charts[message["chart"]].hear(message)


def packed(value: Any, buffers: list[bytes]) -> Any:
    """Put arrays of numbers into `buffers`, and give all else as JSON can hold it.

    >>> found = []
    >>> packed({"y": np.array([1.0, 2.0], "float32"), "name": "a"}, found)
    {'y': {'bytes': 0, 'dtype': 'float32'}, 'name': 'a'}
    >>> len(found[0])
    8
    """
    if isinstance(value, Mapping):
        return {key: packed(it, buffers) for key, it in value.items()}
    if not isinstance(value, np.ndarray):
        return value
    if value.dtype.kind not in "iuf" or value.ndim > 1:
        return value.tolist()
    small = value.astype(_NUMBERS.get(value.dtype.name, value.dtype.name))
    buffers.append(np.ascontiguousarray(small).tobytes())
    return {"bytes": len(buffers) - 1, "dtype": small.dtype.name}


# Numbers of rows and amounts on screen need no more than this.
_NUMBERS = {"int64": "float64", "uint64": "float64", "uint16": "int32"}
_NUMBERS |= {"uint32": "float64", "float16": "float32"}


@cache
def _plotly_js() -> bytes:
    from plotly.offline import get_plotlyjs

    return get_plotlyjs().encode()
