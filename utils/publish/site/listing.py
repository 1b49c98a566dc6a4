"""Tables of a page whose cells may hold links."""

from collections.abc import Iterable, Sequence

from utils.exports.page_builder import escape


def listing(
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    numbers: Sequence[int] = (),
    caption: str = "",
) -> str:
    """Write a table: `heads` and `caption` are text, cells are HTML.

    The first cell heads its row; `numbers` names columns that stand on the right.

    >>> made = listing(["code", "weight"], [["01", "0"]], numbers=[1])
    >>> '<tr><th scope="row">01</th><td class="number">0</td></tr>' in made
    True
    """
    marks = [' class="number"' if i in numbers else "" for i in range(len(heads))]
    told = f"<caption>{escape(caption)}</caption>\n" if caption else ""
    head = "".join(
        f'<th scope="col"{mark}>{escape(name)}</th>'
        for name, mark in zip(heads, marks, strict=True)
    )
    body = "\n".join(f"<tr>{_row(row, marks)}</tr>" for row in rows)
    return (
        f"<table>\n{told}<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n"
        "</table>"
    )


def _row(cells: Sequence[str], marks: Sequence[str]) -> str:
    first, *others = cells
    rest = zip(others, marks[1:], strict=True)
    told = "".join(f"<td{mark}>{cell}</td>" for cell, mark in rest)
    return f'<th scope="row"{marks[0]}>{first}</th>{told}'
