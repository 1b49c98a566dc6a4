"""The twin of a chart: what it shows, as a text and a table in plain HTML."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from utils.charts.sheet.words import arrow, label, spoken

MOST_ROWS = 200
_LONG_CHARACTERS = 30
_HEADS = {
    "id": "ID",
    "n": "Number",
    "n_acts": "Number of acts",
    "n_breaks": "Number of changes",
    "n_yes": "Sources in support",
    "n_partly": "Sources in part in support",
    "n_contradicts": "Sources against",
    "n_at_risk": "Acts still watched",
    "n_answered": "Acts answered",
    "n_censored": "Acts no longer watched",
    "n_holds": "Variants in which it holds",
    "n_unsaid": "Variants without an answer",
    "n_alone": "Times changed alone",
    "n_flips": "Times it turns",
    "sd": "Standard deviation",
    "r": "Correlation r",
}
_UNITS = re.compile(r" (days|bins)$")
_A_DIRECTION = re.compile(r"[^\s>]+(?:>|--)[^\s>]+")
_A_CODE = re.compile(r"[a-z]+(?:_[a-z]+)+")
_A_DAY = re.compile(r"[\[\]\d.~?%X/-]+")
_ENDLESS = {"inf": "∞", "-inf": "-∞"}
_STYLE = """<style>
.demarche-twin summary { min-height: 24px; cursor: pointer; }
.demarche-twin .demarche-rows table { margin: 0; }
.demarche-twin .demarche-rows :is(th, td) { text-align: start; vertical-align: top; }
.demarche-twin .demarche-rows .number { text-align: end;
  font-variant-numeric: tabular-nums; }
.demarche-twin .demarche-rows td:not(.long) { white-space: nowrap; }
.demarche-twin .demarche-rows td.long { min-width: 36em; }
.demarche-twin .demarche-rows thead th { position: sticky; top: 0;
  vertical-align: bottom; background: var(--jp-layout-color0, var(--paper, Canvas)); }
</style>"""
_SCROLLS = 'style="max-height: 24em; overflow: auto" role="group" tabindex="0"'


def twin(meta: Mapping[str, Any], most_rows: int = MOST_ROWS) -> str:
    """Give the alt text and the rows of a chart, folded under one line.

    What is the same in every row is said once, above the table.

    >>> meta = {"alt": "Two acts.", "rows": {"n_acts": [1, 2], "per": ["day", "day"]}}
    >>> told = twin(meta)
    >>> told.count("<tr>"), "Number of acts" in told, "In every row: per day." in told
    (3, True, True)
    """
    columns, same = _parted(meta["rows"])
    rows = [*zip(*columns.values(), strict=True)]
    more = len(rows) - most_rows
    note = f"The first {most_rows:,} of {len(rows):,} rows." if more > 0 else ""
    words = (escape(text) for text in (meta["alt"], same, note) if text)
    return (
        f'<details class="demarche-twin">{_STYLE}'
        "<summary>This chart in words and numbers</summary>"
        f"<p>{'</p><p>'.join(words)}</p>"
        f'<div class="demarche-rows" {_SCROLLS} aria-label="Rows of the chart">'
        f"{table(columns, rows[:most_rows])}</div></details>"
    )


def table(columns: Mapping[str, Any], rows: Sequence[Sequence[Any]]) -> str:
    """Give rows as a table whose columns have heads that a screen reader finds."""
    kinds = [f' class="{it}"' if it else "" for it in map(_kind, columns.values())]
    pairs = zip(columns, kinds, strict=True)
    heads = "".join(
        f'<th scope="col"{kind}>{escape(head(c))}</th>' for c, kind in pairs
    )
    body = "".join(f"<tr>{''.join(map(_cell, row, kinds))}</tr>" for row in rows)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def head(column: str) -> str:
    """Write the name of a column for a reader, with its unit.

    >>> head("half_life_days"), head("n_cooperative"), head("action_id")
    ('Half life (days)', 'Number cooperative', 'Action ID')
    """
    if column in _HEADS:
        return _HEADS[column]
    name = label(re.sub("^n_", "number_", column))
    return _UNITS.sub(r" (\1)", re.sub(" id$", " ID", name))


def written(value: object) -> str:
    """Write a value for a reader: numbers to four digits, gaps as nothing.

    >>> written(2.0), written(0.123456), written(None), written(True)
    ('2', '0.1235', '', 'yes')
    >>> written("AZE>RUS"), written("law_enforcement"), written("inf")
    ('AZE → RUS', 'law enforcement', '∞')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        # Adding zero turns what is rounded to minus nothing into nothing.
        return f"{round(value, 4) + 0.0:,.4f}".rstrip("0").rstrip(".")
    text = spoken(_ENDLESS.get(str(value), str(value)))
    if _A_DIRECTION.fullmatch(text):
        return arrow(text)
    return text.replace("_", " ") if _A_CODE.fullmatch(text) else text


def _parted(columns: Mapping[str, Any]) -> tuple[dict[str, Any], str]:
    """Part what differs from row to row from what is the same in all of them."""
    same = {
        name: values[0]
        for name, values in columns.items()
        if len(values) > 1 and values.count(values[0]) == len(values)
    }
    told = "; ".join(
        f"{head(name).lower()} {written(it) or 'none'}" for name, it in same.items()
    )
    rest = {name: values for name, values in columns.items() if name not in same}
    return rest, f"In every row: {told}." if told else ""


def _kind(values: Sequence[Any]) -> str:
    """Say whether a column holds numbers, days, or anything else."""
    there = [it for it in values[:MOST_ROWS] if it is not None]
    if there and all(map(_is_a_number, there)):
        return "number"
    return "day" if there and all(map(_A_DAY.fullmatch, map(str, there))) else ""


def _is_a_number(value: object) -> bool:
    if isinstance(value, str):
        return value in _ENDLESS
    return isinstance(value, int | float) and not isinstance(value, bool)


def _cell(value: object, kind: str) -> str:
    text = written(value)
    wide = ' class="long"' if not kind and len(text) > _LONG_CHARACTERS else kind
    return f"<td{wide}>{escape(text)}</td>"
