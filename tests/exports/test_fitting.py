"""Charts laid out for print."""

import pytest
from chart_pictures import PICTURES

from utils.charts.record import record
from utils.exports.fitting import fitted
from utils.exports.presets import PRESETS, Preset


def test_a_preset_without_a_height_keeps_that_of_the_chart(butterfly_record):
    chart = fitted(butterfly_record, PRESETS["double-column"])
    assert chart.width_px == 808
    assert chart.height_px == round(chart.figure.layout.height)


def test_the_text_comes_out_as_the_preset_says(butterfly_record):
    for name in ("single-column", "double-column", "nature-single", "handout"):
        text_pt = fitted(butterfly_record, PRESETS[name]).text_pt
        assert text_pt == pytest.approx(PRESETS[name].text_pt, abs=0.02)


def test_a_bare_preset_leaves_title_and_source_to_the_caption(butterfly_record):
    title = butterfly_record["words"]["title"].split()[0]
    bare = fitted(butterfly_record, PRESETS["single-column"]).figure
    full = fitted(butterfly_record, PRESETS["double-column"]).figure
    assert title not in bare.layout.title.text
    assert title in full.layout.title.text


@pytest.mark.parametrize("chart", ["butterfly", "tension_curve", "heat_map", "phases"])
def test_a_slide_is_filled_to_its_edges(chart, drawn):
    slide = fitted(record(drawn(chart)), PRESETS["slide"])
    assert slide.height_mm == pytest.approx(190.5, abs=0.2)


def test_a_slide_has_the_largest_text_at_which_the_chart_fits(butterfly_record):
    slide = fitted(butterfly_record, PRESETS["slide"])
    larger = Preset("slide", 338.667, 190.5, text_pt=slide.text_pt * 1.05)
    assert fitted(butterfly_record, larger).height_mm > 191
    assert 9 <= slide.text_pt <= 18


def test_a_chart_too_high_for_a_slide_comes_out_higher(drawn):
    slide = fitted(record(drawn("scale_comparison")), PRESETS["slide"])
    assert slide.height_mm > 191
    assert slide.text_pt == pytest.approx(9, abs=0.05)


def test_a_height_of_ones_own_is_filled(butterfly_record):
    chart = fitted(butterfly_record, Preset("mine", 150, 180))
    assert chart.height_mm == pytest.approx(180, abs=0.2)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("chart", PICTURES)
def test_every_chart_can_be_laid_out_for_every_preset(chart, preset, drawn):
    assert fitted(record(drawn(chart)), PRESETS[preset]).text_pt > 6.9


@pytest.mark.parametrize("preset", ["single-column", "one-and-a-half", "nature-double"])
def test_a_timeline_of_a_long_time_stands_on_a_page(preset, drawn):
    told = record(drawn("timeline", "whole case"))
    assert fitted(told, Preset("poster", 300)).height_mm > 230
    assert fitted(told, PRESETS[preset]).height_mm == pytest.approx(230, abs=0.2)
