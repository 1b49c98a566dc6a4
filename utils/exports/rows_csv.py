"""The rows of a chart as CSV: exact, or made safe for spreadsheets."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from utils.charts.sheet.rows import iso

if TYPE_CHECKING:
    import pandas as pd

_NEEDS_QUOTES = re.compile(r'[",\r\n]|^\s|\s$|^$')
_LEAD = r"[\s\"'`\u2018-\u201f\u200b\u2060\ufeff]*"
_SIGNS = r"[=+\-@\uff1d\uff0b\uff0d\uff20]"
_RUNS = re.compile(rf"(^|[;|\t\r\n])(?={_LEAD}{_SIGNS})|^(?=[\t\r\n])")
_BYTE_ORDER_MARK = "\ufeff"


def exact_csv(frame: "pd.DataFrame") -> bytes:
    r"""Write a frame so that a program reads back what was in it.

    UTF-8, a line end of one sign, days as ISO days, numbers with nine significant
    digits and a point, `true` and `false`; what is missing is empty, and an empty
    text is a pair of quotation marks.

    >>> import pandas as pd
    >>> exact_csv(pd.DataFrame({"way": ["A>B", ""], "n": [1 / 3, float("nan")]}))
    b'way,n\nA>B,0.333333333\n"",\n'
    """
    return _csv(frame, _quoted_if_needed).encode()


def csv_for_spreadsheets(frame: "pd.DataFrame") -> bytes:
    r"""Write a frame so that no spreadsheet runs a text of it as a formula.

    A text that a spreadsheet would run (it begins with = + - @ or a tab, or has one
    of them behind a sign that some spreadsheets take for the end of a cell) gets an
    apostrophe there. Numbers stay as they are. Every text is quoted, and the
    file begins with the mark by which spreadsheets know UTF-8.

    >>> import pandas as pd
    >>> csv_for_spreadsheets(pd.DataFrame({"act": ["=1+1"], "n": [-1]}))
    b'\xef\xbb\xbf"act","n"\n"\'=1+1",-1\n'
    """
    return (_BYTE_ORDER_MARK + _csv(frame, _defused)).encode()


def _csv(frame: "pd.DataFrame", written: Callable[[str], str]) -> str:
    columns = [_column(column, written) for _, column in frame.items()]
    if len(columns) == 1:
        # A reader would drop an empty line.
        columns = [[cell or '""' for cell in columns[0]]]
    head = ",".join(written(str(name)) for name in frame.columns)
    lines = [head, *map(",".join, zip(*columns, strict=True))]
    return "".join(f"{line}\n" for line in lines)


def _column(column: "pd.Series[Any]", written: Callable[[str], str]) -> Sequence[str]:
    if column.dtype.kind == "M":
        return [day or "" for day in iso(column.to_numpy())]
    values = column.astype(object).where(column.notna(), None).tolist()
    return ["" if value is None else _cell(value, written) for value in values]


def _cell(value: Any, written: Callable[[str], str]) -> str:
    """Write a value: a number as it is, whatever else as text."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value + 0.0:.9g}"
    return str(value) if isinstance(value, int) else written(str(value))


def _quoted_if_needed(text: str) -> str:
    return _quoted(text) if _NEEDS_QUOTES.search(text) else text


def _defused(text: str) -> str:
    return _quoted(_RUNS.sub(r"\1'", text))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
