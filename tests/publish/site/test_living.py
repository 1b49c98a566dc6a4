import json

import pytest

from utils import charts, measures, select
from utils.publish.site.living import looks


@pytest.fixture(scope="module")
def figure(case):
    chosen = select(since="2025-01-01", until="2025-06-30")
    counts = measures.counts(chosen.apply(case.actions), "month")
    chart = charts.butterfly(counts, about=case.about(chosen))
    return json.loads(chart.to_json())


@pytest.fixture(scope="module")
def drawn(figure):
    return looks(figure)


def test_a_chart_has_a_look_for_each_theme_and_width(drawn):
    assert sorted(drawn) == [
        *("dark-middle", "dark-narrow", "dark-wide"),
        *("light-middle", "light-narrow", "light-wide"),
    ]


def test_each_look_has_the_paper_of_its_theme(drawn):
    papers = {
        name: look["layout"]["template"]["layout"]["paper_bgcolor"]
        for name, look in drawn.items()
    }
    assert papers["light-wide"] == papers["light-narrow"] == "#FFFFFF"
    assert papers["dark-wide"] == papers["dark-narrow"] == "#111111"


def test_a_title_has_more_lines_on_a_phone(drawn):
    lines = {
        name: look["layout"]["title"]["text"].count("<br>")
        for name, look in drawn.items()
    }
    assert lines["light-narrow"] > lines["light-middle"] > lines["light-wide"]


def test_the_record_is_left_out_of_the_picture(drawn):
    assert not [name for name, look in drawn.items() if "meta" in look["layout"]]


def test_a_figure_that_is_none_of_ours_is_shown_as_it_is():
    other = {"data": [{"type": "bar", "y": [1]}], "layout": {"meta": {"mine": 1}}}
    assert looks(other) == {"as-made": {"data": other["data"], "layout": {}}}
