"""Text that every file may hold: no controls, and nothing that turns the writing."""

import re

_LONE = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def legible(text: str) -> str:
    r"""Write a text in one line, as XML, PDF and PNG can hold it.

    Controls become spaces; those that turn the direction of writing go; half of a
    pair becomes the sign for what cannot be read.

    >>> legible("one\ntwo\0")
    'one two '
    """
    paired = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _CONTROLS.sub(" ", _TURNS.sub("", _LONE.sub("\ufffd", paired)))
