"""The sheet of numbers behind a native chart, and the references of the chart to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np

from utils.charts.sheet.fitting import shortened
from utils.charts.sheet.theme import TEXT_PX
from utils.exports.slides.native.xml import c, said
from utils.exports.slides.text import clean

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

FIRST_DAY = np.datetime64("1900-03-01")
"""The first day that every spreadsheet numbers alike."""
DATES = "yyyy-mm-dd"
_DAY_0 = np.datetime64("1899-12-30")
_NAME_PX = 400
_CELL_CHARACTERS = 18


@dataclass(frozen=True, eq=False)
class Column:
    """A column of the sheet: its name, and its numbers, NaN where a cell is empty."""

    name: str
    values: np.ndarray

    @property
    def heading(self) -> str:
        """The name as a legend has room for it."""
        return shortened(clean(self.name), _NAME_PX, TEXT_PX)


@dataclass(frozen=True, eq=False)
class Sheet:
    """Days in the first column, and a column for each series and for what it needs."""

    dates: np.ndarray
    columns: tuple[Column, ...]

    @cached_property
    def numbers(self) -> list[int]:
        """The days as a spreadsheet numbers them.

        >>> Sheet(np.array(["2025-06-29"], "datetime64[D]"), ()).numbers
        [45837]
        """
        days = self.dates.astype("datetime64[D]") - _DAY_0
        return [int(number) for number in days.astype(int)]

    def name(self, column: Column) -> "Element":
        """Refer to the heading of a column."""
        point = c("pt", said(c("v"), column.heading), idx=0)
        kept = c("strCache", c("ptCount", val=1), point)
        where = said(c("f"), f"Sheet1!${self._letter(column)}$1")
        return c("tx", c("strRef", where, kept))

    def days(self) -> "Element":
        """Refer to the days."""
        values = list(enumerate(self.numbers))
        return c("cat", self._cells("A", values, DATES))

    def values(self, column: Column, tag: str = "val") -> "Element":
        """Refer to the numbers of a column, as the values of a series by default."""
        return c(tag, self._cells(self._letter(column), _filled(column), "General"))

    def workbook(self) -> bytes:
        """Write the sheet as a workbook, where text is text and no formula."""
        from xlsxwriter import Workbook

        written = BytesIO()
        with Workbook(written, {"in_memory": True}) as book:
            page = book.add_worksheet("Sheet1")
            page.set_column(0, len(self.columns), _CELL_CHARACTERS)
            dated = book.add_format({"num_format": DATES})
            page.write_string(0, 0, "date")
            page.write_column(1, 0, self.numbers, dated)
            for place, column in enumerate(self.columns, 1):
                page.write_string(0, place, column.heading)
                for row, value in _filled(column):
                    page.write_number(row + 1, place, value)
        return written.getvalue()

    def _cells(
        self, letter: str, values: Sequence[tuple[int, float]], form: str
    ) -> "Element":
        last = len(self.dates) + 1
        where = said(c("f"), f"Sheet1!${letter}$2:${letter}${last}")
        points = [c("pt", said(c("v"), repr(x)), idx=i) for i, x in values]
        count = c("ptCount", val=len(self.dates))
        kept = c("numCache", said(c("formatCode"), form), count, *points)
        return c("numRef", where, kept)

    def _letter(self, column: Column) -> str:
        """Give the letter of a column; the first, A, holds the days."""
        return chr(ord("B") + self.columns.index(column))


def _filled(column: Column) -> list[tuple[int, float]]:
    """Give the rows that have a number, with it."""
    numbers = enumerate(column.values.tolist())
    return [(row, number) for row, number in numbers if isfinite(number)]
