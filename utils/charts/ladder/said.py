"""What a ladder says: its title, its key, and what it counts."""

import numpy as np

from utils.about import About
from utils.charts.ladder.steps import Steps
from utils.charts.sheet import words
from utils.charts.sheet.alt import alt, called, days, ways
from utils.charts.sheet.layout import Key
from utils.charts.sheet.theme import Look

_SIGNS = ("━━━", "╍╍╍")


def subtitle(steps: Steps, about: About) -> str:
    """Say what is drawn, and what is not."""
    counted = (
        "Highest rung of the ladder among recorded acts of the days up to each day"
    )
    if steps.window_days:
        counted = counted.replace("days up", f"{steps.window_days} days up")
    said = words.subtitle(about, f"{counted}; rungs are an order, not amounts")
    if not steps.others:
        return said
    ways = f"direction{'s' * (steps.others > 1)}"
    return f"{said} {steps.others} other {ways} not drawn."


def spoken(steps: Steps, about: About) -> str:
    """Say the picture: the highest rung each way, and when it was first reached."""
    picture = "Two step lines, one above the other, of the highest rung by day"
    if not steps.most.any():
        none = "no recorded act on a rung between the two sides in this selection"
        return alt(f"{picture}: {none}.")
    shown = days(steps.dates[0], steps.dates[-1])
    rows = zip(ways(about), steps.least, steps.most, strict=True)
    told = "; ".join(_reach(steps, *row) for row in rows)
    return alt(f"{picture}, {shown}: {told}.")


def _reach(steps: Steps, way: str, least: np.ndarray, most: np.ndarray) -> str:
    """Name the highest rung certainly reached, and that perhaps reached if higher."""
    if not most.any():
        return f"{way} none"
    sure = "none certainly"
    if least.any():
        when = words.day(steps.dates[least.argmax()])
        sure = f"certainly {_rung(steps, least)}, first on {when}"
    doubt = f", perhaps {_rung(steps, most)}" if most.max() > least.max() else ""
    return f"{way} {sure}{doubt}"


def _rung(steps: Steps, reached: np.ndarray) -> str:
    highest = int(reached.max())
    return f"{highest} ({called(steps.labels[highest])})"


def key(about: About, look: Look) -> list[Key]:
    """Explain lines and bands."""
    first, second = (words.arrow(name) for name in words.directions(about))
    return [
        Key(f"{first}, certainly reached", _SIGNS[0], look.theme.first),
        Key(f"{second}, certainly reached", _SIGNS[1], look.theme.second),
        Key("band: perhaps reached (disputed, or date uncertain)"),
    ]


def title(steps: Steps, about: About) -> str:
    """Name the highest rung certainly reached, each way."""
    ways = map(words.towards, words.directions(about))
    told = zip(ways, steps.least, steps.most, strict=True)
    said = [_peak(steps, low, high, way) for way, low, high in told if high.any()]
    if not said:
        return "No recorded act on a rung between the two sides in this selection"
    return f"Highest certain rung: {words.listed(said)}"


def _peak(steps: Steps, least: np.ndarray, most: np.ndarray, way: str) -> str:
    if not least.any():
        return f"none, perhaps {most.max():.0f} ({way})"
    first = words.day(steps.dates[least.argmax()])
    return f"{least.max():.0f} ({way}, {first})"
