"""What one figure is to leave as, and how each kind of file is made from it."""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from utils.charts.record import redraw
from utils.charts.sheet.rows import frame_of
from utils.errors import ExportError, known
from utils.exports.caption import caption
from utils.exports.figure_page import figure_page
from utils.exports.fitting import Fitted, fitted
from utils.exports.presets import Preset
from utils.exports.rows_csv import csv_for_spreadsheets, exact_csv

if TYPE_CHECKING:
    import pandas as pd

FORMATS = ("pdf", "svg", "png", "html", "csv", "caption", "json")
"""The formats that a figure leaves in unless others are asked for."""
PICTURES = {"pdf", "svg", "png"}


@dataclass(frozen=True, eq=False)
class Order:
    """A figure by its record, the preset, and what else its files depend on."""

    record: Mapping[str, Any]
    preset: Preset
    timeout_s: float = 30
    today: date | None = None

    @cached_property
    def fitted(self) -> Fitted:
        """The chart laid out for the preset."""
        return fitted(self.record, self.preset)

    @property
    def rows(self) -> "pd.DataFrame":
        """The rows of the chart."""
        return frame_of(self.record["fields"], self.record["rows"])

    def make(self, wanted: str) -> bytes:
        """Give the content of the file in one format."""
        return MAKERS[wanted](self)


def formats_of(wanted: str | Collection[str]) -> tuple[str, ...]:
    """Give the formats asked for, each once.

    >>> formats_of("png"), formats_of(["csv", "csv"])
    (('png',), ('csv',))

    Raises
    ------
    ExportError
        If one is unknown, or there is none.
    """
    names = [wanted] if isinstance(wanted, str) else [*wanted]
    for name in names:
        if name not in ENDINGS:
            raise ExportError(
                f"There is no format {name!r}. {known(ENDINGS, str(name))}"
            )
    if not names:
        raise ExportError(
            f"No format was asked for; give some of {', '.join(ENDINGS)}."
        )
    return tuple(dict.fromkeys(names))


def _picture(order: Order, wanted: Literal["pdf", "svg", "png"]) -> bytes:
    from utils.exports.browser import shared

    chart, words = order.fitted, order.record["words"]
    return shared().draw(
        chart.figure,
        format=wanted,
        width_px=chart.width_px,
        height_px=chart.height_px,
        zoom=chart.zoom,
        dpi=order.preset.dpi,
        title=words["title"],
        description=order.record["alt"],
        lang="en",
        timeout_s=order.timeout_s,
    )


def _pdf(order: Order) -> bytes:
    if not order.preset.a4:
        return _picture(order, "pdf")
    from utils.exports.handout import handout_pdf

    return handout_pdf(order)


def _json(order: Order) -> bytes:
    """Write the record; its columns keep their order, which is that of the table."""
    ordered = {name: order.record[name] for name in sorted(order.record)}
    try:
        text = json.dumps(ordered, ensure_ascii=False, allow_nan=False, indent=1)
    except (TypeError, ValueError) as error:
        raise ExportError(
            f"The rows of this chart cannot be written as JSON: {error}. "
            "Draw it from a table of days, numbers and texts."
        ) from error
    return f"{text}\n".encode()


def _pptx(order: Order) -> bytes:
    from utils.exports.slides import deck_of

    return deck_of([redraw(order.record)], today=order.today, timeout_s=order.timeout_s)


MAKERS: dict[str, Callable[[Order], bytes]] = {
    "pdf": _pdf,
    "svg": lambda order: _picture(order, "svg"),
    "png": lambda order: _picture(order, "png"),
    "html": lambda order: figure_page(order.record, today=order.today).encode(),
    "csv": lambda order: exact_csv(order.rows),
    "csv-for-spreadsheets": lambda order: csv_for_spreadsheets(order.rows),
    "caption": lambda order: caption(order.record, today=order.today).encode(),
    "json": _json,
    "pptx": _pptx,
}
ENDINGS = {format: format for format in MAKERS} | {
    "csv-for-spreadsheets": "for-spreadsheets.csv",
    "caption": "txt",
}
"""Every format, with the ending of its file."""
