"""The drawings without acts that the script fills."""

import json

import pytest

from utils.charts.sheet.theme import THEMES
from utils.explorer.stock import Stock
from utils.publish.shared_page.drawings import drawings
from utils.tables import load


@pytest.fixture(scope="module")
def empty():
    case = load("azerbaijan-russia")
    stock = Stock(case, case.scales["goldstein-icews"])
    return drawings(stock, half_life_days=30, per="month")


def test_there_is_one_of_each_chart_in_each_theme(empty):
    charts = {"timeline", "tension", "butterfly", "colours"}
    assert {theme: set(held) for theme, held in empty.items()} == dict.fromkeys(
        THEMES, charts
    )


def test_they_are_plain_json_without_an_act(empty):
    assert json.loads(json.dumps(empty, allow_nan=False)) == empty
    traces = [trace for theme in empty.values() for trace in theme["timeline"]["data"]]
    assert [trace["y"] for trace in traces if trace["y"]] == []


def test_the_ground_that_was_sampled_is_in_each(empty):
    for name, theme in THEMES.items():
        ground = empty[name]["butterfly"]["layout"]["shapes"][0]
        assert ground["fillcolor"] == theme.ground
