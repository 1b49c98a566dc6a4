"""What opens where no widgets can be made: the same acts, in charts without filters."""

from typing import TYPE_CHECKING, Any

from utils.charts.sheet.theme import Look
from utils.errors import ProjectError
from utils.explorer.figures import figure_of
from utils.explorer.inquiry import Choice, Inquiry
from utils.explorer.scene import Scene
from utils.explorer.stocks import Stocks
from utils.selection import Selection
from utils.tables import Case
from utils.told import Told

if TYPE_CHECKING:
    import pandas as pd

    from utils.charts.sheet.chart import Chart

SHOWN = ("timeline", "tension", "butterfly")
"""The views that are drawn below the sentences."""
BY_CODE = """\
Change it by code, if it is called desk, and show it again:
desk.selection = desk.selection.but(types=["media"])
desk.figure("tension") gives a view as a chart, desk.acts the acts as a frame."""


class PlainExplorer(Told):
    """An explorer without widgets: it says why, and shows the acts as plain charts.

    `selection` and `inquiry` can be read and set, `acts` is the frame that is
    shown, and `figure` draws a view, all as with widgets.

    >>> from utils import load
    >>> desk = PlainExplorer(load("azerbaijan-russia"), Inquiry(), why="Too old.")
    >>> desk.selection = Selection(types=("economic",))
    >>> len(desk.acts)
    11
    """

    def __init__(
        self, case: Case, inquiry: Inquiry, *, why: str, theme: str = "auto"
    ) -> None:
        self.case, self._why = case, why
        self._theme = "dark" if theme == "dark" else "light"
        self._stocks = Stocks(case)
        self._scene = self._scene_of(inquiry)

    def __str__(self) -> str:
        shown = self._scene.shown
        number = f"{len(shown.rows):,} of {len(shown.keep):,} acts"
        return f"{self._why}\n{number}: {shown.about.selection}.\n{BY_CODE}"

    @property
    def selection(self) -> Selection:
        """What is looked at."""
        return self.inquiry.selection

    @selection.setter
    def selection(self, wanted: Selection) -> None:
        self.inquiry = self.inquiry.but(selection=wanted)

    @property
    def inquiry(self) -> Inquiry:
        """All that is asked; one that makes no sense is refused."""
        return self._scene.inquiry

    @inquiry.setter
    def inquiry(self, wanted: Inquiry) -> None:
        self._scene = self._scene_of(wanted)

    @property
    def acts(self) -> "pd.DataFrame":
        """The acts that are shown, weighed, as a frame."""
        return self._scene.stock.acts.iloc[self._scene.shown.rows]

    def figure(
        self, view: str = "", *, theme: str = "", width_px: int = 700
    ) -> "Chart":
        """Give a view of what is shown as a chart; without a name, the one asked for.

        Raises
        ------
        ChartError
            If there is no such chart or theme, or the chart would be too narrow.
        """
        name, look = view or self.inquiry.view, theme or self._theme
        return figure_of(self._scene, name, theme=look, width_px=width_px)

    def _scene_of(self, inquiry: Inquiry) -> Scene:
        stock = self._stocks.weighed_by(inquiry.scale)
        if inquiry.against is not None:
            stock.shown(inquiry.against)
        return Scene(stock, stock.shown(inquiry.selection), inquiry, Look(), Choice())

    def _ipython_display_(self) -> None:
        """Let IPython show the sentences and, in a notebook, the charts."""
        from IPython import get_ipython
        from IPython.display import display

        display({"text/plain": self.in_lines()}, raw=True)
        shell: Any = get_ipython()
        for view in SHOWN if hasattr(shell, "kernel") else ():
            try:
                display(self.figure(view))
            except ProjectError as why:
                display({"text/plain": str(why)}, raw=True)
