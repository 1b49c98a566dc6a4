"""The twin of a chart: what it shows, as a text and a table in plain HTML."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from utils.charts.sheet.words import label

MOST_ROWS = 200


def twin(meta: Mapping[str, Any], most_rows: int = MOST_ROWS) -> str:
    """Give the alt text and the rows of a chart, folded under one line.

    >>> meta = {"alt": "One act.", "rows": {"n_acts": [1]}}
    >>> twin(meta).count("<tr>"), "N acts" in twin(meta)
    (2, True)
    """
    rows = [*zip(*meta["rows"].values(), strict=True)]
    more = len(rows) - most_rows
    note = f"The first {most_rows:,} of {len(rows):,} rows." if more > 0 else ""
    return (
        '<details class="demarche-twin">'
        "<summary>This chart in words and numbers</summary>"
        f"<p>{escape(meta['alt'])} {note}</p>"
        f"{table(meta['rows'], rows[:most_rows])}</details>"
    )


def table(columns: Mapping[str, Any], rows: Sequence[Sequence[Any]]) -> str:
    """Give rows as a table whose columns have heads that a screen reader finds."""
    heads = "".join(f'<th scope="col">{escape(label(c))}</th>' for c in columns)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(written(value))}</td>' for value in row)}</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def written(value: object) -> str:
    """Write a value for a reader: numbers to four digits, gaps as nothing.

    >>> written(2.0), written(0.123456), written(None), written(True)
    ('2', '0.1235', '', 'yes')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.4f}".rstrip("0").rstrip(".") if abs(value) < 1e15 else "∞"
    return str(value)
