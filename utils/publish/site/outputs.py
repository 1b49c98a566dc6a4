"""What a cell of a notebook gave, as HTML of a page."""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import Any

from utils.explorer.last_picture import LAST
from utils.exports.page_builder import escape
from utils.publish.site.frame import scrolling
from utils.publish.site.living import chart_html

FIGURE = "application/vnd.plotly.v1+json"
WIDGET = "application/vnd.jupyter.widget-view+json"
_PICTURES = {"image/png", "image/jpeg", "image/gif", "image/svg+xml"}
LONG_LINES = 30
WIDE_SIGNS = 42
"""What fits on a phone."""
_WORDS = "a abbr b br code em h2 h3 h4 i s small span strong sub summary sup u"
_BLOCKS = "blockquote dd details div dl dt figcaption figure hr li ol p pre ul"
_TABLES = "caption table tbody td tfoot th thead tr"
_TAGS = {*_WORDS.split(), *_BLOCKS.split(), *_TABLES.split()}
_IN_CELL = ["class", "scope", "colspan", "rowspan"]
_ATTRIBUTES = {
    "*": ["class", "lang", "dir"],
    "a": ["href"],
    "th": _IN_CELL,
    "td": _IN_CELL,
}
_STYLE = re.compile(r"<style\b.*?</style>", re.DOTALL | re.IGNORECASE)
_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd]\b.*?</t[hd]>", re.DOTALL)
_EMPTY = re.compile(r"<th\b[^>]*></th>")
_NUMBER = re.compile(r"<td>(?:-?[\d.,]+(?:e[+-]?\d+)?|NaN|&lt;NA&gt;|)</td>")
_COLUMNS = re.compile(r"\S {2,}\S")
_ESCAPES = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


class Outputs:
    """Writes the outputs of one notebook, and keeps the figures that are to live.

    >>> outputs = Outputs(without_widgets="<p>Not here.</p>")
    >>> print(outputs.html({"output_type": "stream", "text": "1 < 2"}))
    <pre>1 &lt; 2</pre>
    <BLANKLINE>
    """

    def __init__(
        self,
        *,
        without_widgets: str,
        private: Sequence[Path] = (),
        chart: Callable[[str, Mapping[str, Any]], str] = chart_html,
    ) -> None:
        self.without_widgets = without_widgets
        self.chart = chart
        self.private = [_place(path) for path in sorted(private, key=_length)]
        self.figures: dict[str, Mapping[str, Any]] = {}

    def html(self, output: Mapping[str, Any]) -> str:
        """Write one output: the richest of what it holds that a page can show."""
        if output["output_type"] == "stream":
            return _text(self._public(output["text"]))
        data = output.get("data", {})
        if WIDGET in data and "text/html" not in data:
            return self.without_widgets
        if LAST in output.get("metadata", {}):
            # The words in place of the explorer lead to one that is alive.
            return ""
        return self.richest(data, output.get("metadata", {}))

    def richest(self, data: Mapping[str, Any], metadata: Mapping[str, Any]) -> str:
        """Write the richest of the forms in which an output comes."""
        if FIGURE in data:
            return self._figure(data[FIGURE])
        if picture := _PICTURES & data.keys():
            kind = min(picture)
            return _picture(kind, data[kind], metadata)
        if "text/html" in data:
            return _markup(self._public(data["text/html"]))
        return _text(self._public(data.get("text/plain", "")))

    def _public(self, text: object) -> str:
        """Leave out where folders lie on the computer on which the cells ran."""
        told = str(text)
        for place in self.private:
            told = place.sub(".", told)
        return told

    def _figure(self, figure: Mapping[str, Any]) -> str:
        anchor = f"chart-{len(self.figures) + 1}"
        self.figures[anchor] = figure
        return self.chart(anchor, figure)


def _length(path: Path) -> int:
    """Put what lies deeper first."""
    return -len(path.parts)


def _place(path: Path) -> re.Pattern[str]:
    """Find a folder in a text, also where its name was broken at the end of a line."""
    name = r"\n?".join(map(re.escape, str(path)))
    return re.compile(rf"(?<![\w.-]){name}(?![\w-])")


def _picture(kind: str, content: object, metadata: Mapping[str, Any]) -> str:
    """Build a picture into the page; one that is drawn as text is written as bytes."""
    told = metadata.get(kind, {})
    text = "".join(str(content).split())
    if kind == "image/svg+xml":
        text = b64encode(str(content).encode()).decode()
    width = f' width="{told["width"]}"' if isinstance(told.get("width"), int) else ""
    alt = escape(told.get("alt") or "A picture that the cell above shows")
    return f'<img src="data:{kind};base64,{escape(text)}" alt="{alt}"{width}>\n'


def _text(text: str) -> str:
    """Write printed text; columns in it scroll, since a wrap would tear them apart."""
    shown = _ESCAPES.sub("", text).rstrip("\n")
    if not shown:
        return ""
    block = f"<pre>{escape(shown)}</pre>"
    lines = shown.splitlines()
    wide = max(map(len, lines)) > WIDE_SIGNS and _COLUMNS.search(shown)
    if wide or len(lines) > LONG_LINES:
        return scrolling(block, "Output")
    return f"{block}\n"


def _markup(html: str) -> str:
    """Let tables and words of an output through, and nothing that acts."""
    from bleach import clean

    kept = clean(
        _STYLE.sub("", html),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        protocols={"http", "https", "mailto"},
        strip=True,
    )
    return _TABLE.sub(_readable_table, kept)


def _readable_table(found: re.Match[str]) -> str:
    """Let a table scroll, its columns of numbers stand on the right, no head be empty.

    Columns are told from the right, since a head may span rows on the left.
    """
    head, mark, body = _EMPTY.sub("<td></td>", found[0]).partition("</thead>")
    rows = [_CELL.findall(row) for row in _ROW.findall(body)]
    columns = list(zip_longest(*(row[::-1] for row in rows), fillvalue=""))
    numeric = [all(map(_NUMBER.fullmatch, column)) for column in columns]
    mended = [_ROW.sub(partial(_on_the_right, numeric), part) for part in (head, body)]
    return scrolling(mark.join(mended), "A table")


def _on_the_right(numeric: list[bool], row: re.Match[str]) -> str:
    cells = _CELL.findall(row[0])[::-1]
    pairs = zip_longest(cells, numeric[: len(cells)], fillvalue=False)
    told = [
        re.sub(r"^<(t[hd])\b", r'<\1 class="number"', str(cell))
        if number
        else str(cell)
        for cell, number in pairs
    ]
    return f"<tr>{''.join(told[::-1])}</tr>"
