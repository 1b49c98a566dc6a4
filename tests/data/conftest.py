"""Read the tables of data/ as plain text, without the package's own reader."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def folder() -> Path:
    """Give the folder of the founding case."""
    return DATA / "azerbaijan-russia"


@pytest.fixture(scope="session")
def case_table() -> Callable[[str], pd.DataFrame]:
    """Give a reader of the tables of the founding case."""
    return cache(lambda name: read(DATA / "azerbaijan-russia" / f"{name}.csv"))


@pytest.fixture(scope="session")
def codes() -> Callable[[str], pd.DataFrame]:
    """Give a reader of the tables of the codebook."""
    return cache(lambda name: read(DATA / "codebook" / f"{name}.csv"))


@pytest.fixture(scope="session")
def weights(codes) -> Callable[[str], dict[str, float]]:
    """Give a reader of the weights of a scale, by code."""
    return cache(lambda name: numbers(codes(f"scales/{name}")))


def read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")


def numbers(scale: pd.DataFrame) -> dict[str, float]:
    return dict(zip(scale["code"], scale["weight"].astype(float), strict=True))
