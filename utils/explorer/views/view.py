"""What a view is: it draws the acts on show, and says which acts a place stands for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar
from weakref import WeakKeyDictionary

import numpy as np

from utils.charts.sheet.drawing import Drawing
from utils.charts.sheet.words import day
from utils.explorer.scene import Scene
from utils.explorer.stock import Stock

Found = TypeVar("Found")
NO_ROWS = np.array([], dtype=np.int64)
NO_DAYS = np.array([], dtype="datetime64[D]")


@dataclass(frozen=True, eq=False)
class Picked:
    """Acts picked in a view, by their rows among all acts, and what they are."""

    rows: np.ndarray = field(default_factory=lambda: NO_ROWS)
    what: str = ""


@dataclass(frozen=True)
class Spot:
    """What was clicked: a point of a trace, and where it lies on the axes."""

    trace: int
    point: int
    x: Any = None
    y: Any = None


@dataclass(frozen=True)
class Box:
    """A box drawn on a chart: its first and last day, its lower and upper height."""

    first: np.datetime64
    last: np.datetime64
    low: float
    high: float

    @property
    def said(self) -> str:
        """The days, in words."""
        if self.first == self.last:
            return day(self.first)
        return f"{day(self.first)} to {day(self.last)}"


def box_of(xs: Any, ys: Any) -> Box:
    """Read a box as plotly tells it: times as text, heights as numbers.

    >>> box_of(["2025-07-02 11:00", "2025-06-29 10:30"], [4, 1]).said
    '29 Jun 2025 to 2 Jul 2025'
    """
    first, last = sorted(np.datetime64(str(x)[:10], "D") for x in xs)
    return Box(first, last, float(min(ys)), float(max(ys)))


class View(Protocol):
    """One chart of an explorer; it remembers what it drew last."""

    name: str
    title: str
    boxes: bool

    def draw(self, scene: Scene) -> Drawing:
        """Draw the acts on show."""

    def marked(self, scene: Scene) -> list[dict[str, Any]]:
        """Give the traces that mark the chosen acts, as many and alike each time."""

    def note(self, scene: Scene) -> str:
        """Say what the picture does not show, or nothing."""

    def at(self, scene: Scene, spot: Spot) -> Picked:
        """Say which acts a point stands for."""

    def within(self, scene: Scene, box: Box) -> Picked:
        """Say which acts lie in a box."""


class Chart:
    """What views have in common: no boxes, and nothing to note."""

    boxes = False

    def note(self, scene: Scene) -> str:
        """Say nothing."""
        return ""

    def within(self, scene: Scene, box: Box) -> Picked:
        """Pick nothing."""
        return Picked()


def per_stock(make: Callable[[Stock], Found]) -> Callable[[Stock], Found]:
    """Remember what depends on the stock alone, as long as the stock is there."""
    made: WeakKeyDictionary[Stock, Found] = WeakKeyDictionary()

    def find(stock: Stock) -> Found:
        if stock not in made:
            made[stock] = make(stock)
        return made[stock]

    return find


@dataclass(frozen=True, eq=False)
class Windows:
    """The first and the last day of each act's window, and the day in its middle."""

    begins: np.ndarray
    ends: np.ndarray

    @property
    def middle(self) -> np.ndarray:
        """The day in the middle of each window, where its mark stands."""
        return self.begins + (self.ends - self.begins) // 2

    def take(self, rows: np.ndarray) -> "Windows":
        """Keep these acts."""
        return Windows(self.begins[rows], self.ends[rows])


@per_stock
def windows(stock: Stock) -> Windows:
    """Give the window of each act of a stock."""
    begins, ends = (
        stock.acts[end].to_numpy().astype("datetime64[D]")
        for end in ("earliest", "latest")
    )
    return Windows(begins, ends)


def chosen(scene: Scene) -> np.ndarray:
    """Give the rows of the chosen acts that are shown."""
    rows = np.asarray(scene.choice.rows, dtype=np.int64)
    return rows[scene.shown.keep[rows]]


def reaching(
    scene: Scene, first: np.datetime64, last: np.datetime64, *, rows: np.ndarray
) -> np.ndarray:
    """Keep the acts whose window reaches into a span of days."""
    acts = windows(scene.stock).take(rows)
    return rows[(acts.begins <= last) & (acts.ends >= first)]


def ways(scene: Scene) -> tuple[str, str, str]:
    """Name the two directions and all others, in words."""
    one, other = scene.shown.about.side_names
    return f"{one} to {other}", f"{other} to {one}", "other directions"
