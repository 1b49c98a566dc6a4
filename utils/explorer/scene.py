"""What a panel needs to draw: the acts on show, what is asked, how it is to look."""

from dataclasses import dataclass

from utils.charts.sheet.theme import Look
from utils.explorer.inquiry import Choice, Inquiry
from utils.explorer.stock import Shown, Stock


@dataclass(frozen=True, eq=False)
class Scene:
    """One moment of an explorer; `choice` are the acts chosen in a view."""

    stock: Stock
    shown: Shown
    inquiry: Inquiry
    look: Look
    choice: Choice
