"""Slides of a small quarrel between A and B, and a deck with the founding case."""

from collections.abc import Callable

import pytest
from decks import ABOUT, Deck, counts, deck, tension
from plotly.graph_objects import Figure
from pptx.slide import Slide

from utils import charts


@pytest.fixture(scope="session")
def butterfly_slide() -> Slide:
    return deck(charts.butterfly(counts(), about=ABOUT)).slides[0]


@pytest.fixture(scope="session")
def tension_slide() -> Slide:
    return deck(charts.tension_curve(tension(), about=ABOUT)).slides[0]


@pytest.fixture(scope="session")
def three(drawn: Callable[..., Figure]) -> Deck:
    """Give a deck of two native charts and a picture, one of them of another case."""
    figures = {
        "tension": charts.tension_curve(tension(), about=ABOUT, theme="dark"),
        "acts": charts.butterfly(counts(), about=ABOUT),
        "roles": drawn("matrix"),
    }
    return deck(*figures.values(), names=[*figures], title="A lesson")
