"""What measures and charts make of a case with other words, sides and years."""

from dataclasses import replace

import every_measure
import pytest

from utils import charts, measures, select
from utils.errors import MeasureError, SelectionError
from utils.publish.report.every_chart import FRAMES, chosen_of, every_chart
from utils.publish.report.report import surveyed
from utils.tables import told_by_each_side

OPTIONS = {
    "association": {"first": "ARM>AZE"},
    "change_points": {"per": "month"},
    "hawkes": {"first": "ARM>AZE"},
    "penalty_path": {"per": "month"},
    "verdicts": {},
}
REFUSED = {
    "in_kind": "there is no answer",
    "proportion": "of 0 answers none has",
    "answers_lower": "of 0 answers none has",
    "rises": "no act with a weight from AZE to RUS there",
}
DATES = ("possibly", "certainly")


@pytest.fixture(scope="module")
def weighed(disputes):
    acts = measures.weigh(disputes.actions, disputes.scales["hostility"])
    return replace(disputes, actions=acts)


@pytest.fixture(scope="module")
def drawn(disputes):
    return every_chart(chosen_of(disputes, surveyed(disputes)))


@pytest.mark.parametrize("name", every_measure.MEASURES)
def test_a_measure_works_or_says_in_a_sentence_why_not(name, weighed, monkeypatch):
    monkeypatch.setattr(every_measure, "SCALE", "hostility")
    monkeypatch.setattr(every_measure, "SIDES", ("ARM>AZE", "AZE>ARM"))
    measure = every_measure.MEASURES[name]
    if name in REFUSED:
        with pytest.raises(MeasureError, match=REFUSED[name]):
            measure(weighed)
    else:
        assert measure(weighed, **OPTIONS.get(name, {})) is not None


def test_every_chart_is_drawn_but_those_that_need_what_mid_has_not(drawn):
    missing = {"comparison", "reply_arcs", "delay_curve"}
    assert drawn.refused.keys() == missing
    assert drawn.charts.keys() == FRAMES.keys() - missing


def test_a_chart_that_is_missing_says_what_the_data_lack(drawn):
    assert "three quarters are published in Armenia or" in drawn.refused["comparison"]
    for name in ("reply_arcs", "delay_curve"):
        assert "in_response_to is empty" in drawn.refused[name]


def test_of_one_source_it_is_not_known_whose_it_is(disputes):
    with pytest.raises(SelectionError, match="choose two selections"):
        told_by_each_side(disputes, select())


def words_of(chart):
    """Give all that a chart says, in plain spaces and on one line."""
    told = chart.to_json().replace("<br>", " ").replace("\\u003cbr\\u003e", " ")
    return told.replace("\u00a0", " ").replace("\\u00a0", " ")


def test_charts_speak_the_words_of_the_case(drawn):
    timeline, ladder = (words_of(drawn.charts[name]) for name in ("timeline", "ladder"))
    assert "busiest month Jun 2004, commonest type use of force (211)" in timeline
    assert "Highest certain rung: 4 (ARM to AZE" in ladder
    assert "3 Display of force" in ladder


def test_a_key_does_not_speak_of_certainties_that_the_case_has_not(drawn, disputes):
    told = words_of(drawn.charts["timeline"])
    assert "thin bar: uncertain date" in told
    assert "full: confirmed" not in told


def test_one_source_is_one_source(drawn):
    told = words_of(drawn.charts["timeline"])
    assert "221 recorded acts, 1 source, 0 disputed" in told


def test_the_scale_is_the_first_of_the_case_where_it_has_not_the_usual_one(disputes):
    assert chosen_of(disputes, select()).about.scale == "Hostility level (MID) 5.0"


def test_a_long_period_is_searched_for_phases_by_month(drawn):
    assert "a level is acts in a full month" in words_of(drawn.charts["phases"])


def test_years_before_the_dense_period_are_called_sampled(disputes):
    chosen = chosen_of(disputes, select(until="1995"))
    chart = charts.butterfly(FRAMES["butterfly"](chosen), about=chosen.about)
    assert "sampled, not surveyed" in words_of(chart)


def test_an_act_of_an_unknown_day_is_possibly_and_not_certainly_in_a_half_month(
    disputes,
):
    half = select(since="1993-02-01", until="1993-02-14", directions="RUS>AZE")
    found = [len(half.but(dates=d).apply(disputes.actions)) for d in DATES]
    assert found == [1, 0]
