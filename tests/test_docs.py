"""The list of measures and charts names each of them, and nothing else."""

import inspect
import re
from pathlib import Path

import pytest

from utils import charts, measures

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "measures.md").read_text("utf-8")
ROWS = [line.split("|")[1:-1] for line in PAGE.splitlines() if line.startswith("| ")]
MEASURES = [n for n in measures.__all__ if inspect.isfunction(getattr(measures, n))]


def names(cells) -> set[str]:
    return set(re.findall(r"`(\w+)`", " ".join(cells)))


def test_every_measure_is_listed():
    told = names(row[1] for row in ROWS) | names(
        re.findall(r"^Ready-made.*$", PAGE, re.M)
    )
    assert set(MEASURES) <= told


def test_every_chart_is_listed():
    assert names(row[2] for row in ROWS) == set(charts.__all__)


@pytest.mark.parametrize("name", sorted(names(row[1] for row in ROWS)))
def test_a_measure_that_is_listed_is_there(name):
    assert name in measures.__all__


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_says_what_it_gives_and_shows_how(name):
    told = inspect.getdoc(getattr(measures, name))
    assert ">>> " in told
    assert len(told.split("\n\n")) > 1
