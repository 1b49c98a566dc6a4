"""Where things stand on a slide, in points from its upper left corner."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pptx.util import Length

WIDTH_PT, HEIGHT_PT = 960, 540
"""A slide of 13.333 by 7.5 inches, which is 16:9."""
EDGE_PT = 36
TEXT_WIDTH_PT = WIDTH_PT - 2 * EDGE_PT
NUMBER_WIDTH_PT = 48
MM_PER_PT = 25.4 / 72


@dataclass(frozen=True)
class Box:
    """A rectangle on a slide."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height

    def within(self, width: float, height: float) -> "Box":
        """Give a smaller box in the middle of this one.

        >>> Box(0, 0, 100, 50).within(60, 50)
        Box(left=20.0, top=0.0, width=60, height=50)
        """
        left = self.left + (self.width - width) / 2
        return Box(left, self.top + (self.height - height) / 2, width, height)

    def lengths(self) -> tuple["Length", "Length", "Length", "Length"]:
        """Give left, top, width and height as python-pptx takes them."""
        from pptx.util import Pt

        left, top = Pt(self.left), Pt(self.top)
        return left, top, Pt(self.width), Pt(self.height)
