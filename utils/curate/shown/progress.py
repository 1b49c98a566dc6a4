"""How far a long run has come: one line on a terminal, nothing elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

CLEAR = "\r\x1b[K"


@contextmanager
def progress(stream: TextIO) -> Iterator[Callable[[str], object]]:
    """Give what takes a word for each step; the line is gone at the end.

    >>> import sys
    >>> with progress(sys.stdout) as tell:
    ...     _ = tell("reading")
    """
    if not stream.isatty():
        yield lambda step: None
        return
    try:
        yield lambda step: _show(stream, f"{CLEAR}{step} ...")
    finally:
        _show(stream, CLEAR)


def _show(stream: TextIO, text: str) -> None:
    stream.write(text)
    stream.flush()
