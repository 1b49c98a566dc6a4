"""The marks of a chart of phases: bars, bands, levels and upright lines."""

from typing import Any

import numpy as np

from utils.charts.phases.runs import Run
from utils.charts.sheet import words
from utils.charts.sheet.theme import Look

_DAY_MS = 86_400_000.0
_MS = "datetime64[ms]"


def bars(run: Run, sign: int, *, colour: str) -> dict[str, Any]:
    """Give a bar for each bin; those downward are hatched."""
    lengths = run.bins.days * _DAY_MS
    name = words.plain(words.arrow(run.name)) or "All acts"
    said = f"{name}, {run.bins.unit} from %{{x|%-d %b %Y}}: %{{customdata:.1~f}}"
    pattern = {"shape": "" if sign > 0 else "/", "fillmode": "overlay"}
    return {
        "type": "bar",
        "x": run.bins.starts.astype(_MS),
        "y": sign * run.n,
        "offset": 0.04 * lengths,
        "width": 0.92 * lengths,
        "customdata": run.n,
        "hovertemplate": said + " recorded acts<extra></extra>",
        "marker": {
            "color": colour,
            "line": {"width": 0},
            "pattern": {**pattern, "solidity": 0.15},
        },
    }


def bands(run: Run, height: float, *, colour: str) -> dict[str, Any]:
    """Give a see-through box for the interval of each break."""
    half = (run.bins.days[run.breaks] * _DAY_MS / 2).astype("timedelta64[ms]")
    low = run.low[run.breaks].astype(_MS) - half
    high = run.high[run.breaks].astype(_MS) + half
    gap = np.full(len(low), np.datetime64("NaT"), dtype=_MS)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": np.stack([low, low, high, high, low, gap], axis=1).ravel(),
        "y": np.tile([0, height, height, 0, 0, np.nan], len(low)),
        "fill": "toself",
        "fillcolor": colour,
        "line": {"width": 0},
        "hoverinfo": "skip",
    }


def level_line(run: Run, sign: int, *, look: Look) -> dict[str, Any]:
    """Give the fitted level as a line of steps."""
    known = run.phase > 0
    name = words.plain(words.arrow(run.name)) or "All acts"
    said = f"{name}, phase %{{customdata}}: %{{text}} recorded acts a {run.bins.unit}"
    return {
        "type": "scatter",
        "mode": "lines",
        "x": np.append(run.bins.starts, run.after[-1:])[np.append(known, known[-1:])],
        "y": sign * np.append(run.level, run.level[-1:])[np.append(known, known[-1:])],
        "customdata": run.phase[known],
        "text": [f"{level:.1f}" for level in run.level[known]],
        "line": {"color": look.theme.text, "width": 2, "shape": "hv"},
        "hovertemplate": said + "<extra></extra>",
    }


def break_lines(run: Run, height: float, *, look: Look) -> dict[str, Any]:
    """Give an upright line at each break."""
    when = run.bins.starts[run.breaks].astype(_MS)
    gap = np.full(len(when), np.datetime64("NaT"), dtype=_MS)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": np.stack([when, when, gap], axis=1).ravel(),
        "y": np.tile([0, height, np.nan], len(when)),
        "line": {"color": look.theme.text, "width": 1.5, "dash": "4px,2px"},
        "hoverinfo": "skip",
    }
