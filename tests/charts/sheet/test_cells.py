import numpy as np
import pytest

from utils.charts.sheet.cells import (
    HUED,
    PLAIN,
    lettering,
    rounded,
    shaded,
)
from utils.charts.sheet.theme import THEMES


def rgb(colour):
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255


def light(colour):
    """Give the relative luminance of WCAG 2.2."""
    shares = np.where(
        colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4
    )
    return shares @ [0.2126, 0.7152, 0.0722]


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize("ground", ["paper", "ground"])
@pytest.mark.parametrize(
    ("colour", "deepest"),
    [("text", PLAIN[1]), ("first", HUED[1]), ("second", HUED[1])],
)
def test_numbers_stand_out_from_the_deepest_shade(theme, ground, colour, deepest):
    shade = deepest * rgb(getattr(theme, colour))
    shade = shade + (1 - deepest) * rgb(getattr(theme, ground))
    dark, bright = sorted((light(shade), light(rgb(theme.text))))
    assert (bright + 0.05) / (dark + 0.05) >= 4.5


def test_zero_has_no_cell():
    edges = (np.arange(3), np.arange(2))
    cells = shaded(np.array([[0.0, 2.0]]), edges, colour="#1A1A1A", most=2)
    assert np.isnan(cells["z"][0, 0])
    assert cells["z"][0, 1] == 2


def test_no_cells_have_a_scale_all_the_same():
    none = np.zeros((0, 0))
    cells = shaded(none, (none[0:0], none[0:0]), colour="#1A1A1A", most=0)
    assert cells["zmax"] > cells["zmin"]


def test_words_in_cells_are_no_markup():
    told = lettering(np.array([0]), np.array([0]), ["<1"], "#1A1A1A")
    assert told["text"] == ["&lt;1"]


@pytest.mark.parametrize(
    ("n", "said"), [(0.01, "<1"), (0.5, "1"), (1.49, "1"), (2.5, "3"), (1234, "1,234")]
)
def test_halves_round_up_and_parts_are_called_less_than_one(n, said):
    assert rounded(n) == said
