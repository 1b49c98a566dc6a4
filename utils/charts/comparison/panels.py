"""The panels of a comparison: each way both selections, and below their difference."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from utils.about import About
from utils.charts.comparison.pair import Pair
from utils.charts.sheet import words
from utils.charts.sheet.fitting import shortened
from utils.charts.sheet.theme import TEXT_PX, Look, see_through

PLOT_PX = 450
LEFT_PX = 64
AXES = (("y", "y3"), ("y4", "y5"))
"""Each way the axis of the two selections, and that of their difference."""
_DOMAINS = (((0.74, 1.0), (0.525, 0.71)), ((0.215, 0.475), (0.0, 0.185)))
_DAY_MS = 86_400_000
_FILL, _EDGE, _BAND = 0.35, 0.55, 0.22


def lines(pair: Pair, side: int, about: About, look: Look) -> list[dict[str, Any]]:
    """Give the first as an area, the second as a dashed line, and the difference.

    The band around the difference is drawn by its two edges.
    """
    way = words.plain(words.arrow(words.directions(about)[side]))
    upper, lower = AXES[side]
    dashed = {"color": look.theme.text, "width": 2, "dash": "5px,3px", "shape": "hv"}
    filled = _filled(look.theme.directions[side], look)
    drawn = (
        (pair.first, upper, filled, "%{y:,.1~f} chosen"),
        (pair.second, upper, {"line": dashed}, "%{y:,.1~f} compared with"),
        (pair.difference, lower, filled, "difference %{y:+,.1~f}"),
    )
    found = [
        {**_steps(pair, it[side]), **worn, "yaxis": axis, **_hover(pair, way, said)}
        for it, axis, worn, said in drawn
    ]
    return [*found, *_band(pair, side, look)]


def axes(pair: Pair, about: About, layout: dict[str, Any]) -> dict[str, Any]:
    """Stand the axes above each other, both ways with one scale, on one time."""
    found = {"xaxis": {**layout["xaxis"], "anchor": AXES[1][1]}}
    what = "tension" if pair.weighed else "acts"
    for side, name in enumerate(words.directions(about)):
        upper, lower = (f"yaxis{axis[1:]}" for axis in AXES[side])
        top, below = _DOMAINS[side]
        found[upper] = _titled(_levels(pair), f"{what} {words.arrow(name)}", top)
        found[lower] = _titled(_gaps(pair), "difference", below)
    return found


def across(
    marks: Sequence[dict[str, Any]], layout: dict[str, Any]
) -> list[dict[str, Any]]:
    """Draw the lines of landmarks, the first trace, in each panel.

    One panel over all others would be simpler, but whoever points at a curve below
    it would be told nothing.
    """
    line, *_ = marks
    found = [*marks]
    for axis in (AXES[0][1], *AXES[1]):
        low, high = layout[f"yaxis{axis[1:]}"]["range"]
        found.append({**line, "yaxis": axis, "y": low + (high - low) * line["y"]})
    return found


def _band(pair: Pair, side: int, look: Look) -> list[dict[str, Any]]:
    """Give the lower and the upper edge of what the difference may be."""
    edge = {"line": {"width": 0, "shape": "hv"}, "yaxis": AXES[side][1]}
    fill = {"fill": "tonexty", "fillcolor": see_through(look.theme.text, _BAND)}
    quiet = {**edge, "hoverinfo": "skip"}
    low, high = (_steps(pair, ends[side]) for ends in (pair.low, pair.high))
    if not pair.doubtful:
        low, high = ({**it, "y": it["y"][:0]} for it in (low, high))
    return [{**low, **quiet}, {**high, **quiet, **fill}]


def _filled(colour: str, look: Look) -> dict[str, Any]:
    """Fill from zero, below a quiet line of steps."""
    edge = {"color": see_through(look.theme.text, _EDGE), "width": 1.5}
    line = {**edge, "dash": "solid", "shape": "hv"}
    return {"fill": "tozeroy", "fillcolor": see_through(colour, _FILL), "line": line}


def _steps(pair: Pair, levels: np.ndarray) -> dict[str, Any]:
    """Lay levels out in steps that end with the last bin."""
    base = {"type": "scatter", "mode": "lines", "y": np.append(levels, levels[-1:])}
    if not pair.weighed:
        return {**base, "x": np.append(pair.starts, pair.after[-1:])}
    first = str(pair.starts[0]) if len(pair.starts) else "2025-01-01"
    return {**base, "x0": first, "dx": _DAY_MS}


def _hover(pair: Pair, way: str, said: str) -> dict[str, str]:
    when = "" if pair.unit == "day" else f"{pair.unit} from "
    shown = f"{way}, {when}%{{x|%-d %b %Y}}: {said}<extra></extra>"
    return {"hovertemplate": shown}


def _titled(
    axis: dict[str, Any], text: str, domain: tuple[float, float]
) -> dict[str, Any]:
    room_px = (domain[1] - domain[0]) * PLOT_PX
    said = words.plain(shortened(text, room_px, TEXT_PX))
    title = {"title": {"text": said, "standoff": 8}}
    return {**title, **axis, "domain": domain, "fixedrange": True}


def _levels(pair: Pair) -> dict[str, Any]:
    """Mark round levels from zero up."""
    top = max(float(it.max(initial=0)) for it in (pair.first, pair.second)) or 1.0
    step = _round(top / 2)
    if not pair.weighed:
        step = max(1.0, step)
    ticks = np.arange(top // step + 1) * step
    return {
        "range": [0, 1.06 * top],
        "tickvals": ticks.tolist(),
        "ticktext": [f"{tick:g}" for tick in ticks],
    }


def _gaps(pair: Pair) -> dict[str, Any]:
    """Mark zero, and one round difference above and below."""
    ends = np.abs([pair.low, pair.high, pair.difference])
    most = float(ends.max(initial=0)) or 1.0
    step = _round(most)
    return {
        "range": [-1.1 * most, 1.1 * most],
        "tickvals": [-step, 0, step],
        "ticktext": [f"-{step:g}", "0", f"+{step:g}"],
        "zeroline": True,
        "zerolinewidth": 2,
    }


def _round(most: float) -> float:
    """Give the largest of 1, 2, 3, 5, 10 and so on that is no more.

    >>> _round(4.2), _round(0.3), _round(70)
    (3.0, 0.3, 50.0)
    """
    power = 10.0 ** np.floor(np.log10(most))
    steps = (float(f"{share * power:.9g}") for share in (5, 3, 2, 1))
    return next((step for step in steps if step <= most), float(power))
