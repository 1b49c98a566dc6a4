"""What a case needs of a selection, which it is given as a value."""

from collections.abc import Mapping
from typing import Protocol

import pandas as pd


class Chosen(Protocol):
    """A selection, as far as a case asks it."""

    @property
    def since(self) -> str:
        """First day, or empty."""

    @property
    def until(self) -> str:
        """Last day, or empty."""

    def apply(self, actions: pd.DataFrame) -> pd.DataFrame:
        """Keep the acts that are looked at."""

    def describe(self, labels: Mapping[str, str]) -> str:
        """Say the selection in words, with labels for coded values."""

    def to_query(self) -> str:
        """Write the selection as a query string."""
