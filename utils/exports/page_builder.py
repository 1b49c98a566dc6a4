"""The one place where HTML that leaves is put together.

A page carries all it needs and asks nobody for more: its content security policy
lets only the scripts run that were built in, told by their hashes. Text of the
data gets into it through `escape`, `table_html` or as JSON, and stays text.
"""

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from utils.charts.sheet.words import plain
from utils.errors import ExportError

if TYPE_CHECKING:
    import pandas as pd

_QUOTES = {ord('"'): "&quot;", ord("'"): "&#39;"}
_IN_SCRIPT = {
    ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\N{LINE SEPARATOR}\u2029"
}
_LEAVES_SCRIPT = re.compile(r"<!--|</?script", re.IGNORECASE)
_ID = re.compile(r"[a-z][a-z0-9-]*")
_KINDS = {"i": "number", "u": "number", "f": "number", "M": "day"}
_PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
{description}<title>{title}</title>
{styles}
</head>
<body>
{header}<main>
{main}
</main>
{footer}{data}
{beside}{scripts}
</body>
</html>
"""


class Module(str):
    """The text of a script that runs as a module, with names of its own.

    >>> Module("const n = 1;").startswith("const")
    True
    """


def page(
    *,
    title: str,
    main: str,
    header: str = "",
    footer: str = "",
    styles: Sequence[str] = (),
    scripts: Sequence[str] = (),
    beside: Sequence[str] = (),
    data: Mapping[str, object] | None = None,
    lang: str = "en",
    description: str = "",
) -> str:
    """Put together a page that stands alone, light or dark as its reader has it.

    `main` is the HTML of its content, made with `escape` and `table_html`; it has
    the one `h1`; `header` and `footer` stand around it. `styles` are added to the
    style that every page has. `scripts` are texts of scripts, a `Module` among them
    runs as a module. A page of a site may share scripts with others: `beside` names
    their files as they are reached from the page, and they run first. Each entry of
    `data` becomes a block of JSON under its id, which a script may read.

    >>> made = page(title="A & B", main="<h1>A & B</h1>", data={"n": {"n": 1}})
    >>> "<title>A &amp; B</title>" in made and '{"n": 1}</script>' in made
    True

    Raises
    ------
    ExportError
        If the title is empty, a script or a style would end before its end, an id
        is none, or `data` is no data for JSON.
    """
    if not title.strip():
        raise ExportError("A page has a title; this one is empty. Say what it shows.")
    scripts = [type(text)(_one_newline(text)) for text in scripts]
    about = f'<meta name="description" content="{escape(description)}">\n'
    return _PAGE.format(
        lang=escape(lang),
        policy=_policy(scripts, beside),
        description=about if description else "",
        title=escape(title),
        styles="\n".join(map(_style, (base_style(), *styles))),
        header=f"{header}\n" if header else "",
        main=main,
        footer=f"{footer}\n" if footer else "",
        data="\n".join(_block(name, value) for name, value in (data or {}).items()),
        beside="".join(f'<script src="{escape(file)}"></script>\n' for file in beside),
        scripts="\n".join(map(_script, scripts)),
    )


def escape(text: object) -> str:
    """Write text so that HTML takes it as text, in an element or an attribute.

    Controls become spaces, except ends of lines; those that turn the direction of
    writing go, since they would turn what stands beside them as well.

    >>> escape('<b onclick="x">')
    '&lt;b onclick=&quot;x&quot;&gt;'
    """
    lines = _one_newline(str(text)).split("\n")
    return "\n".join(plain(line).translate(_QUOTES) for line in lines)


def table_html(frame: "pd.DataFrame", *, caption: str, most_rows: int = 5_000) -> str:
    """Write a frame as a table: a caption, headings, numbers in line on the right.

    Days are written as ISO days, numbers with six digits, what is missing as
    nothing. The first column heads the rows. Beyond `most_rows` the caption says
    that there are more.

    >>> import pandas as pd
    >>> print(table_html(pd.DataFrame({"way": ["A>B"]}), caption="Acts"))
    <table>
    <caption>Acts</caption>
    <thead><tr><th scope="col">way</th></tr></thead>
    <tbody>
    <tr><th scope="row">A&gt;B</th></tr>
    </tbody>
    </table>
    """
    kinds = [_KINDS.get(column.dtype.kind, "") for _, column in frame.items()]
    marks = [f' class="{kind}"' if kind else "" for kind in kinds]
    names = zip(frame.columns, marks, strict=True)
    head = "".join(f'<th scope="col"{mark}>{escape(name)}</th>' for name, mark in names)
    shown = frame.head(most_rows)
    columns = [_cells(column) for _, column in shown.items()]
    rows = "\n".join(_row(cells, marks) for cells in zip(*columns, strict=True))
    more = _more(len(frame), most_rows)
    return (
        f"<table>\n<caption>{escape(caption)}{more}</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    )


@cache
def base_style() -> str:
    """Give the style that every page has."""
    return Path(__file__).with_name("page.css").read_text("utf-8")


def _more(there: int, shown: int) -> str:
    if there <= shown:
        return ""
    return f" The first {shown:,} of {there:,} rows."


def _row(cells: Sequence[str], marks: Sequence[str]) -> str:
    first = f'<th scope="row"{marks[0]}>{cells[0]}</th>'
    rest = zip(cells[1:], marks[1:], strict=True)
    return f"<tr>{first}{''.join(f'<td{mark}>{cell}</td>' for cell, mark in rest)}</tr>"


def _cells(column: "pd.Series[Any]") -> list[str]:
    values = column.astype(object).where(column.notna(), None)
    return ["" if value is None else _cell(value) for value in values]


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if hasattr(value, "strftime"):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, float):
        return f"{value:,.0f}" if 1e6 <= abs(value) < 1e15 else f"{value:.6g}"
    return escape(value)


def _style(text: str) -> str:
    if "</style" in text.lower():
        raise ExportError("A style holds no '</style', which would end it.")
    return f"<style>\n{text}</style>"


def _script(text: str) -> str:
    if found := _LEAVES_SCRIPT.search(text):
        raise ExportError(
            f"A script holds {found[0]!r}, which would end it too early; "
            f"write {found[0][0]}\\{found[0][1:]} in its texts."
        )
    kind = ' type="module"' if isinstance(text, Module) else ""
    return f"<script{kind}>{text}</script>"


def _block(name: str, value: object) -> str:
    if not _ID.fullmatch(name):
        raise ExportError(
            f"{name!r} is no id for data; write a-z, 0-9 and -, a letter first."
        )
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise ExportError(
            f"The data {name!r} is no JSON ({error}); give plain lists and dicts."
        ) from error
    inert = text.translate(_IN_SCRIPT)
    return f'<script type="application/json" id="{name}">{inert}</script>'


def _policy(scripts: Sequence[str], beside: Sequence[str]) -> str:
    """Let nothing in, and only these scripts run.

    Plotly writes styles of its own, and offers its picture through a blob. Not
    every browser takes a file beside a page that is a file itself for `'self'`.
    """
    allowed = [f"'sha256-{_digest(text)}'" for text in scripts]
    allowed += ["'self' file:"] if beside else []
    sources = " ".join(allowed) or "'none'"
    return (
        f"default-src 'none'; script-src {sources}; style-src 'unsafe-inline'; "
        "img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _one_newline(text: str) -> str:
    """End lines as the browser will before it takes the hash."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
