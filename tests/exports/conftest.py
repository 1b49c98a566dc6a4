"""Charts of the founding case, and where a test saves them."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from chart_pictures import SELECTIONS, Chosen
from plotly.graph_objects import Figure

from utils import load, measures
from utils.charts.record import record


@pytest.fixture(scope="session")
def drawn() -> Callable[..., Figure]:
    """Draw a chart of a selection by its name, once for all tests."""
    case = load("azerbaijan-russia")
    scale = case.scales["goldstein-icews"]

    @cache
    def draw(chart: str, name: str = "two sides, surveyed period") -> Figure:
        selection = SELECTIONS[name]
        acts = measures.weigh(selection.apply(case.actions), scale)
        return Chosen(acts, case.about(selection, scale), case).draw(chart)

    return draw


@pytest.fixture(scope="session")
def butterfly(drawn: Callable[..., Figure]) -> Figure:
    return drawn("butterfly")


@pytest.fixture(scope="session")
def butterfly_record(butterfly: Figure) -> dict[str, Any]:
    return record(butterfly)
