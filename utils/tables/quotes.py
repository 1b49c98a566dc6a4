"""Find quotes that a strict reading of CSV (RFC 4180) does not allow."""

import re
from collections.abc import Iterator

QUOTED = re.compile(r'"[^"]*+(?:""[^"]*+)*+"?')
LINE_END = re.compile(r"\r\n|\r|\n")
ENDS = ",\r\n"
INSIDE = "has a quote inside a cell that does not begin with one"
AFTER = "has text after a closing quote"
OPEN = "opens a quote that is never closed"


def stray_quotes(text: str) -> Iterator[tuple[int, str]]:
    r"""Give line and problem of each quote that leaves open where a cell ends.

    The line is the one where the quote opens. After a stray quote the search
    goes on in the next line.

    >>> list(stray_quotes('id,name\n1,"a ""b"" c"\n2,"open'))
    [(3, 'opens a quote that is never closed')]
    """
    position = 0
    while found := QUOTED.search(text, position):
        position = found.end()
        if problem := _problem(found):
            yield line_of(text, found.start()), problem
            line_end = LINE_END.search(text, found.start())
            position = line_end.end() if line_end else len(text)


def line_of(text: str, position: int) -> int:
    r"""Count the lines up to a position, the first line being 1.

    >>> line_of("a\r\nb", 3)
    2
    """
    return 1 + len(LINE_END.findall(text[:position]))


def _problem(found: re.Match[str]) -> str:
    text, (start, end) = found.string, found.span()
    if start and text[start - 1] not in ENDS:
        return INSIDE
    if not _is_closed(found[0]):
        return OPEN
    return AFTER if end < len(text) and text[end] not in ENDS else ""


def _is_closed(quoted: str) -> bool:
    """Tell whether a span ends in a quote of its own, not in half a double one."""
    return len(quoted) > 1 and quoted.count('"') % 2 == 0
