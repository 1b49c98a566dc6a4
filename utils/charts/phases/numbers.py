"""Numbers of phases, those that have no room for one of their own together."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from utils.charts.phases.runs import Run
from utils.charts.sheet.fitting import width
from utils.charts.sheet.span import Days, axis
from utils.charts.sheet.theme import TEXT_PX, Look

_BESIDE_PX = 6


@dataclass(frozen=True)
class Spot:
    """A label over phases `first` to `last`, whose middle is at `x_px`."""

    first: int
    last: int
    left_px: float
    right_px: float

    @property
    def text(self) -> str:
        """The number, or the first and the last of several."""
        alone = self.first == self.last
        return str(self.first) if alone else f"{self.first}–{self.last}"

    @property
    def x_px(self) -> float:
        """The middle of the label."""
        return (self.left_px + self.right_px) / 2

    def meets(self, other: "Spot") -> bool:
        """Say whether a label would lie on the next one."""
        ends = (width(it.text, TEXT_PX, bold=True) for it in (self, other))
        return other.x_px - self.x_px < sum(ends) / 2 + _BESIDE_PX

    def with_next(self, other: "Spot") -> "Spot":
        """Put two labels into one."""
        return Spot(self.first, other.last, self.left_px, other.right_px)


def numbers(run: Run, days: Days, plot_px: int) -> list[tuple[np.datetime64, str]]:
    """Give where each number of a phase stands, and what is written there."""
    if not run.phase.any():
        return []
    left, right = axis(days)
    px = plot_px / float((right - left).astype(np.int64))
    firsts = [0, *run.breaks]
    edges = [*run.bins.starts[firsts], run.after[-1]]
    ends = [float((edge - left).astype(np.int64)) * px for edge in edges]
    spots: list[Spot] = []
    for i in range(len(firsts)):
        spot = Spot(i + 1, i + 1, ends[i], ends[i + 1])
        while spots and spots[-1].meets(spot):
            spot = spots.pop().with_next(spot)
        spots.append(spot)
    return [(_moment(left, spot.x_px / px), spot.text) for spot in spots]


def numbered(
    spots: list[tuple[np.datetime64, str]], height: float, *, look: Look
) -> dict[str, Any]:
    """Give a trace of the numbers."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": np.array([when for when, _ in spots], "datetime64[D]"),
        "y": np.full(len(spots), height),
        "text": [f"<b>{text}</b>" for _, text in spots],
        "textposition": "middle center",
        "textfont": {"size": TEXT_PX, "color": look.theme.text},
        "hoverinfo": "skip",
    }


def _moment(left: np.datetime64, days: float) -> np.datetime64:
    return left + np.timedelta64(round(days), "D")
