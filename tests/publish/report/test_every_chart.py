"""Every chart of a selection is drawn, or the reason why not is told."""

import pytest

from utils import charts, load, select
from utils.charts.record import record
from utils.errors import ProjectError
from utils.publish.report.every_chart import FRAMES, chosen_of, every_chart

WEEK = select(since="2025-06-26", until="2025-07-03")


@pytest.fixture(scope="module")
def case():
    return load("azerbaijan-russia")


@pytest.fixture(scope="module")
def week(case):
    """Draw what can be drawn of one week, and keep what was told on the way."""
    told = []
    return every_chart(chosen_of(case, WEEK), tell=told.append), told


def test_a_report_knows_every_chart_there_is():
    assert sorted(FRAMES) == charts.__all__


def test_each_chart_is_drawn_or_refused(week):
    drawn, _ = week
    assert {*drawn.charts, *drawn.refused} == {*FRAMES}
    assert drawn.charts.keys() & drawn.refused.keys() == set()


def test_a_chart_that_needs_more_acts_says_so(week):
    drawn, _ = week
    assert drawn.refused["association"].endswith(".")
    assert "timeline" in drawn.charts


def test_each_chart_is_named_before_it_is_drawn(week):
    assert week[1] == [*FRAMES]


def test_every_chart_is_of_the_selection(week, case):
    drawn, _ = week
    rest = [it for name, it in drawn.charts.items() if name != "comparison"]
    said = {record(chart)["about"]["selection"] for chart in rest}
    assert said == {WEEK.describe(case.labels)}


def test_the_comparison_is_of_what_the_sources_of_each_side_tell(week, case):
    told = record(week[0].charts["comparison"])
    both = [WEEK.but(sides=[f"{c}_state", f"{c}_private"]) for c in ("aze", "rus")]
    assert [told[it]["query"] for it in ("about", "against")] == [
        it.to_query() for it in both
    ]


def test_a_scale_that_the_case_lacks_is_refused(case):
    with pytest.raises(ProjectError, match="There is no scale 'goldstien'"):
        chosen_of(case, WEEK, scale="goldstien")
