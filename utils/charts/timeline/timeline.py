"""The timeline: one mark for each act, in a lane for each type."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.sheet import words
from utils.charts.sheet.drawing import Drawing, need, need_sides
from utils.charts.sheet.fitting import shortened, width
from utils.charts.sheet.landmarks import landmarks, lines
from utils.charts.sheet.layout import plot_width, sheet
from utils.charts.sheet.span import period
from utils.charts.sheet.theme import EDGE_PX, TEXT_PX, Look, look_of
from utils.charts.timeline.acts import Acts, acts_of
from utils.charts.timeline.hover import hover_texts
from utils.charts.timeline.marks import Marks, place
from utils.charts.timeline.points import traces
from utils.charts.timeline.said import coded, counted, key, spoken, title
from utils.charts.timeline.whole import Tally, Whole, whole_of

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

MOST_MARKS = 450
_NEEDS = {"earliest", "latest", "lasted_days", "direction", "type", "certainty"}
_ROWS = "action_id date earliest latest lasted_days direction type form certainty"
_ROWS += " weight actor_name target_name summary n"
_LEAST_LEFT_PX, _MOST_LEFT_PX = 124, 200
_BESIDE_LABEL_PX = EDGE_PX + 7
_ROW_PX, _LEAST_ROW_PX, _LOWEST_PX = 9, 6, 160
_CLOSEST_ROW_PX, _NAME_PX = 3, 17


def timeline(
    acts: pd.DataFrame,
    *,
    about: About,
    theme: str | Look = "light",
    width_px: int = 560,
    whole: Mapping[str, Any] | None = None,
) -> "Figure":
    """Draw each act as a mark in the lane of its type.

    Needs `earliest`, `latest`, `lasted_days`, `direction`, `type`, `certainty`;
    `weight` gives the size, and `date`, `summary`, `actor_name`, `target_name`,
    `form`, `action_id` go into the hover text and the rows where they are there, as
    does `n`, how many acts of a day a row stands for; its mark has the size of one.
    The direction shows as colour, half of the lane and shape of the mark; a full
    mark is confirmed, one with a dot reported, an empty one disputed; a thin bar
    is the window of an uncertain date, a broad one the days that an act lasted.
    Of more than 450 rows the heaviest are drawn, and the subtitle says so.
    Nothing is cut off or collides where the chart is `width_px` wide or wider.
    `whole` is for `redraw`: what is said of more acts than are given.

    Raises
    ------
    ChartError
        If a column is missing, `about` does not name two sides, the theme is
        unknown or the width too small.
    """
    need(acts, _NEEDS, "A timeline")
    need_sides(about, "A timeline")
    look, every = look_of(theme, width_px), acts_of(_numbered(acts), about)
    said = Whole(**whole) if whole else whole_of(every)
    rows = _rows(_numbered(acts), heaviest(every))
    drawing = draw_timeline(
        acts_of(rows, about),
        lambda index: hover_texts(rows.loc[index]),
        about=about,
        look=look,
        whole=said,
    )
    return drawing.figure("timeline", about, rows, whole=said.record())


def draw_timeline(
    acts: Acts,
    tell: Callable[[np.ndarray], list[str]],
    *,
    about: About,
    look: Look,
    whole: Whole | None = None,
) -> Drawing:
    """Lay out the timeline as plain data; see `timeline`.

    `tell` gives the hover texts of the acts with these labels. Where `acts` are
    only the heaviest, `whole` is what is said of all.
    """
    drawn, left_px = heaviest(acts), _left_px(acts, look)
    whole = whole or whole_of(acts)
    days, plot_px = period(about, whole.days), plot_width(look, left_px)
    marks, named = place(drawn, days, plot_px), landmarks(about, days, plot_px)
    layout = sheet(
        about,
        look,
        title=title(whole),
        said=words.subtitle(about, counted(whole, drawn), weighed=whole.weighed),
        key=key(whole, about, look, certainties=coded(acts)),
        marks=named,
        days=days,
        left_px=left_px,
        plot_px=_height(marks, look),
        least_plot_px=_least_height(marks),
    )
    layout["yaxis"] = _axis(acts, marks, left_px, look)
    told = (*lines(named, look), *_told(drawn, marks, tell, look))
    return Drawing(told, layout, spoken(whole, drawn, about))


def _numbered(acts: pd.DataFrame) -> pd.DataFrame:
    """Give rows new labels where theirs are not numbers, or not their own."""
    own = acts.index.is_unique and acts.index.dtype.kind == "i"
    return acts if own else acts.reset_index(drop=True)


def _rows(acts: pd.DataFrame, drawn: Acts) -> pd.DataFrame:
    """Keep the acts that are drawn, in their order, with all lanes there are."""
    told = acts[[column for column in _ROWS.split() if column in acts]]
    told = told.astype({"type": "category", "certainty": "category"})
    return told.loc[drawn.index].reset_index(drop=True)


def _told(
    acts: Acts, marks: Marks, tell: Callable[[np.ndarray], list[str]], look: Look
) -> list[dict[str, Any]]:
    """Give the traces of all three directions, each mark with its hover text."""
    found = [traces(acts, marks, side, look) for side in range(3)]
    for *_, points in found:
        points["hovertext"] = tell(points["customdata"])
    return [trace for side in found for trace in side]


def heaviest(acts: Acts) -> Acts:
    """Keep the acts that are drawn: all, or the 450 with most weight."""
    if len(acts) <= MOST_MARKS:
        return acts
    return acts.take(Tally(acts).heaviest(np.arange(len(acts)), MOST_MARKS))


def _rows_of(marks: Marks) -> float:
    return -float(marks.bottoms[-1]) if len(marks.bottoms) else 1.0


def _height(marks: Marks, look: Look) -> int:
    rows = _rows_of(marks)
    row_px = min(_ROW_PX, max(_LEAST_ROW_PX, look.tall_px / rows))
    return max(_LOWEST_PX, round(rows * row_px))


def _least_height(marks: Marks) -> int:
    """Let marks cover each other, as long as the names of the lanes do not."""
    apart = np.abs(np.diff(marks.centres)).min(initial=_NAME_PX / _CLOSEST_ROW_PX)
    row_px = min(_LEAST_ROW_PX, max(_CLOSEST_ROW_PX, _NAME_PX / apart))
    return max(_LOWEST_PX, round(_rows_of(marks) * row_px))


def _left_px(acts: Acts, look: Look) -> int:
    """Make room for the longest label, but no more than two fifths of the chart."""
    longest = max((width(words.label(n), TEXT_PX) for n in acts.lanes), default=0)
    wanted = max(_LEAST_LEFT_PX, int(longest) + 1 + _BESIDE_LABEL_PX)
    return min(wanted, _MOST_LEFT_PX, look.width_px * 2 // 5)


def _axis(acts: Acts, marks: Marks, left_px: int, look: Look) -> dict[str, Any]:
    """Label the middle of each lane, and rule off one from the next."""
    room_px = left_px - _BESIDE_LABEL_PX
    names = (shortened(words.label(name), room_px, TEXT_PX) for name in acts.lanes)
    edges = {"tickvals": marks.bottoms[:-1].tolist(), "gridcolor": look.theme.quiet}
    return {
        "range": [float(marks.bottoms[-1]) if len(marks.bottoms) else -1.0, 0],
        "tickvals": marks.centres.tolist(),
        "ticktext": [words.plain(name) for name in names],
        "showgrid": True,
        "minor": {"showgrid": True, **edges},
        "zeroline": False,
        "fixedrange": True,
    }
