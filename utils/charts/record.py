"""The record of a chart: all that it was made from, as plain data."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from utils.about import About
from utils.charts.sheet.rows import frame_of
from utils.charts.sheet.theme import Look, theme_of
from utils.errors import ChartError, known

if TYPE_CHECKING:
    import pandas as pd
    from plotly.graph_objects import Figure

    from utils.charts.sheet.chart import Chart

FORMAT = 1
_PARTS = {"chart", "look", "words", "alt", "about", "fields", "rows"}


def record(figure: "Figure") -> dict[str, Any]:
    """Give all that a chart was made from, as plain data for JSON.

    The keys are `format` (of the record), `chart` (its name in `utils.charts`),
    `look`, `words` (title, what is said below it, key, landmarks, source), `alt`,
    `about`, `fields` (of the columns), `rows` (as columns) and, where a chart draws
    a part of what it was given, `whole`; where it compares two selections, `against`
    is what `about` is of the second one.

    Raises
    ------
    ChartError
        If the figure is none of our charts.
    """
    meta = getattr(getattr(figure, "layout", None), "meta", None)
    if not isinstance(meta, Mapping) or not meta.keys() >= _PARTS:
        raise ChartError(
            f"A {type(figure).__name__} without the record of a chart was given; "
            "give a figure that a function of utils.charts made."
        )
    return {"format": FORMAT, **meta}


def redraw(
    record: Mapping[str, Any],
    *,
    theme: str | None = None,
    width_px: int | None = None,
    bare: bool | None = None,
    height_px: int | None = None,
) -> "Chart":
    """Draw a chart again from its record, as it was or with another look.

    A `bare` chart leaves title, subtitle and footer to a caption; one that comes
    out lower than `height_px` is stretched to it.

    Raises
    ------
    ChartError
        If the record is not sound, or the chart cannot be drawn with this look.
    """
    _check(record)
    changes = {"width_px": width_px, "bare": bare, "height_px": height_px}
    wanted = {name: value for name, value in changes.items() if value is not None}
    look = replace(_look(record["look"], theme), **wanted)  # type: ignore[arg-type]
    draw = getattr(import_module("utils.charts"), record["chart"])
    told = {"about": _about(record["about"]), "theme": look}
    more = {name: read(record[name]) for name, read in _MORE.items() if name in record}
    if not more:
        return cast("Chart", draw(_rows(record), **told))
    try:
        return cast("Chart", draw(_rows(record), **told, **more))
    except (ValueError, TypeError, KeyError, AttributeError) as fault:
        raise ChartError(
            f"What this record says besides its rows does not hold: {fault!r}. "
            "Give the record as it was written."
        ) from None


def describe(figure: "Figure") -> str:
    """Give the alt text of a chart: what it shows, in one or two sentences.

    Raises
    ------
    ChartError
        If the figure is none of our charts.
    """
    return str(record(figure)["alt"])


def table(figure: "Figure") -> "pd.DataFrame":
    """Give the data of a chart as a frame, in the order drawn.

    Columns have the names and types that the chart was given.

    Raises
    ------
    ChartError
        If the figure is none of our charts.
    """
    return _rows(record(figure))


def _check(record: Mapping[str, Any]) -> None:
    if not isinstance(record, Mapping) or not record.keys() >= {*_PARTS, "format"}:
        keys = [*record] if isinstance(record, Mapping) else type(record).__name__
        raise ChartError(
            f"The record of a chart has {', '.join(sorted(_PARTS))} and format; "
            f"this one is {keys}. Give what record(figure) gave, or its JSON, read."
        )
    if record["format"] != FORMAT:
        raise ChartError(
            f"This record has the format {record['format']!r}, and this version of "
            f"Demarche reads {FORMAT}. Redraw it with the version that wrote it."
        )
    charts = import_module("utils.charts").__all__
    if record["chart"] not in charts:
        name = str(record["chart"])
        raise ChartError(f"There is no chart {name!r}. {known(charts, name)}")


def _look(told: Any, theme: str | None) -> Look:
    names = {field.name for field in fields(Look)}
    if not isinstance(told, Mapping) or set(told) != names:
        raise ChartError(
            f"The look of a record has {', '.join(sorted(names))}; this one is {told}."
        )
    return Look(**{**told, "theme": theme_of(theme or str(told["theme"]))})


def _about(told: Any) -> About:
    names = {field.name for field in fields(About)}
    if not isinstance(told, Mapping) or "dataset" not in told or set(told) - names:
        raise ChartError(
            f"`about` in a record has the fields {', '.join(sorted(names))}, dataset "
            f"among them; this one is {told}."
        )
    return About(**{name: _tuples(value) for name, value in told.items()})


def _rows(record: Mapping[str, Any]) -> "pd.DataFrame":
    try:
        return frame_of(record["fields"], record["rows"])
    except (ValueError, TypeError, KeyError, AttributeError) as fault:
        raise ChartError(
            f"The rows of a record do not fit its fields: {fault!r}. "
            "Give the record as it was written."
        ) from None


def _tuples(value: Any) -> Any:
    """Turn lists, which JSON has, into the tuples that `About` holds."""
    return tuple(map(_tuples, value)) if isinstance(value, list | tuple) else value


_MORE: dict[str, Callable[[Any], Any]] = {"against": _about, "whole": lambda it: it}
"""What some records have besides, and how it is read."""
