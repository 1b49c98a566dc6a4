"""A form as a list to tick: on paper, and in a notebook without a kernel."""

from html import escape
from typing import Any

BOX, RING, LINE = "☐", "○", "____"
_DO = {
    "pick": "Tick one.",
    "several": "Tick all that fit.",
    "sort": "Tick one column in each row.",
}


def as_html(form: Any) -> str:
    """Write a form as a list, or as a table where pieces are sorted; all is escaped."""
    head = f"<p><strong>{escape(form.asks)}</strong></p><p>{escape(told(form))}</p>"
    body = _table(form) if form.shape == "sort" else _list(form)
    return f'<div class="demarche-paper">{head}{body}</div>'


def as_text(form: Any) -> str:
    """Write a form as lines of text."""
    bins = " ".join(f"{BOX} {label}" for _, label in form.bins)
    lines = [f"{_mark(form)} {label} {bins}".strip() for _, label in form.options]
    return "\n".join([form.asks, told(form), *lines])


def told(form: Any) -> str:
    """Say how the list is filled in by hand."""
    if form.shape != "rank":
        return _DO[form.shape]
    first, last = (
        f" ({end})" if end not in ("first", "last") else "" for end in form.ends
    )
    return f"Number the lines from 1{first} to {len(form.options)}{last}."


def _mark(form: Any) -> str:
    return {"pick": RING, "several": BOX, "rank": LINE}.get(form.shape, "-")


def _list(form: Any) -> str:
    rows = "".join(
        f"<li>{_mark(form)} {escape(label)}</li>" for _, label in form.options
    )
    return f"<ul>{rows}</ul>"


def _table(form: Any) -> str:
    bins = "".join(f'<th scope="col">{escape(label)}</th>' for _, label in form.bins)
    ticks = f"<td>{BOX}</td>" * len(form.bins)
    rows = "".join(
        f'<tr><th scope="row">{escape(label)}</th>{ticks}</tr>'
        for _, label in form.options
    )
    return (
        f'<table><thead><tr><th scope="col">Piece</th>{bins}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )
