"""A chart: a plotly figure that can say itself and show its numbers."""

from typing import Any

from plotly.graph_objects import Figure

from utils.charts.sheet.twin import twin


class Chart(Figure):
    """A plotly figure that a notebook shows with its alt text and its table.

    Both stand below the picture as plain HTML, so that they are there for a screen
    reader, in a notebook that is opened again, and where no script runs.
    """

    def _ipython_display_(self) -> None:
        from IPython.display import display

        bundle = self._repr_mimebundle_()
        if not bundle:
            # Outside a notebook plotly opens a browser, or prints the figure.
            super()._ipython_display_()
            return
        meta: Any = self.layout.meta
        display({"text/plain": meta["alt"], **bundle}, raw=True)
        display({"text/plain": "", "text/html": twin(meta)}, raw=True)
