"""Text from a file that a terminal may be given without obeying it."""

import unicodedata


def inert(text: str) -> str:
    r"""Write each sign that is not seen, or that steers a terminal, as an escape.

    >>> inert("red \x1b[31m\u202e")
    'red \\x1b[31m\\u202e'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else _escaped(sign) for sign in text)


def width(text: str) -> int:
    """Count the columns that a text takes on a terminal.

    >>> width("Баку"), width("北京")
    (4, 4)
    """
    if text.isascii():
        return len(text)
    return sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _escaped(sign: str) -> str:
    return sign.encode("unicode_escape").decode("ascii")
