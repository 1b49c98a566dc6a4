"""The script's facts are those of the charts."""

import json

from utils.charts.sheet.fitting import width
from utils.charts.sheet.words import plain
from utils.publish.shared_page.facts import facts
from utils.selection.phrase import day_in_words


def test_facts_are_plain_json():
    assert json.loads(json.dumps(facts(["Ж"]), allow_nan=False))["nothing"] == "nothing"


def test_letters_are_as_wide_as_the_charts_take_them_to_be():
    text = "Əliyev, Жук 中 W→▲"
    ems = facts([text])["fitting"]["ems"]
    assert sum(ems[sign] for sign in text) * 12 == width(text, 12)


def test_signs_that_plotly_would_take_as_markup_are_told_as_the_charts_write_them():
    signs = facts()["plain"]
    assert {sign: plain(sign) for sign in signs} == signs
    assert signs["<"] == "&lt;"


def test_months_are_those_of_captions():
    months = facts()["months"]
    assert months == [day_in_words(f"2025-{n:02}-01").split()[1] for n in range(1, 13)]
