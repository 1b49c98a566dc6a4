"""What an engine must be able to do; everything else is one expression."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import narwhals as nw
import pandas as pd

from utils.events.formats.format import Format


class Engine(Protocol):
    """Opens files lazily, and collects what comes of an expression."""

    name: str

    def rows(self, files: Sequence[Path], form: Format) -> nw.LazyFrame:
        """Give the lines of files with the columns of their format, all text."""

    def table(self, frame: pd.DataFrame) -> nw.LazyFrame:
        """Give a small table of texts and whole numbers, to be joined with others."""

    def collected(self, lazy: nw.LazyFrame) -> pd.DataFrame:
        """Carry out an expression and give what comes of it."""

    def unparsable(self, files: Sequence[Path], form: Format) -> pd.DataFrame:
        """Give `file`, `line` and `problem` of the lines that are no rows."""

    def close(self) -> None:
        """Free what it holds; after that it cannot be asked."""
