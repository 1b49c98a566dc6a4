"""A chart can be drawn again from its record, and from nothing else."""

import json

import pytest
from plotly.graph_objects import Figure

from utils import charts
from utils.charts.record import describe, record, redraw, table
from utils.errors import ChartError


def plain(figure):
    return json.dumps(figure.to_plotly_json(), default=lambda array: array.tolist())


@pytest.fixture
def kept(figure):
    """Give the record of a chart as JSON has it."""
    return json.loads(json.dumps(record(figure), allow_nan=False))


def test_a_chart_redrawn_from_its_record_is_the_same(figure, kept):
    assert plain(redraw(kept)) == plain(figure)


def test_the_record_of_a_chart_redrawn_is_the_same(kept):
    assert json.loads(json.dumps(record(redraw(kept)))) == kept


def test_a_record_names_its_chart_and_how_it_looked(figure, chart):
    told = record(figure)
    assert told["chart"] == chart
    assert told["look"]["width_px"] == 560
    assert told["look"]["theme"] == "light"


def test_a_chart_can_be_redrawn_in_the_other_theme_and_wider(kept):
    again = redraw(kept, theme="dark", width_px=700)
    assert record(again)["look"]["theme"] == "dark"
    assert again.layout.paper_bgcolor is None
    assert again.layout.template.layout.paper_bgcolor == "#111111"


def test_a_bare_chart_leaves_title_subtitle_and_footer_to_its_caption(kept, head):
    bare = redraw(kept, bare=True)
    said = bare.layout.title.text + bare.layout.annotations[0].text
    words = record(bare)["words"]
    assert "<b>" not in bare.layout.title.text
    assert bare.layout.annotations[0].text == ""
    assert words["source"] not in said
    assert words == kept["words"]


def test_a_bare_chart_keeps_the_key_of_its_marks(kept):
    text = redraw(kept, bare=True).layout.title.text
    for entry in kept["words"]["key"]:
        assert entry.split()[-1].split("<")[0][:8] in text.replace("&gt;", ">")


def test_a_chart_is_stretched_to_the_height_asked_for(figure, kept):
    wanted = int(figure.layout.height) + 200
    assert redraw(kept, height_px=wanted).layout.height == wanted


def test_a_chart_is_never_made_lower_than_it_needs(figure, kept):
    lowest = redraw(kept, height_px=10)
    assert 150 < lowest.layout.height <= figure.layout.height
    assert redraw(kept, height_px=11).layout.height == lowest.layout.height


def test_the_table_has_as_many_rows_as_the_record(figure, kept):
    lengths = {len(column) for column in kept["rows"].values()}
    assert {len(table(figure))} == lengths
    assert list(table(figure)) == list(kept["fields"])


def test_the_alt_text_says_what_is_seen_in_plain_words(figure, kept):
    said = describe(figure)
    assert said.endswith(".")
    assert "<" not in said.replace("<1", "")
    assert kept["alt"] == said


def test_a_figure_of_others_has_no_record():
    with pytest.raises(ChartError, match=r"give a figure that a function of utils"):
        record(Figure())


@pytest.fixture
def sound(drawn):
    return json.loads(json.dumps(record(drawn("one act", "butterfly"))))


def changed(told, **parts):
    return {**told, **parts}


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"format": 99}, "has the format 99"),
        ({"chart": "butterflies"}, "There is no chart 'butterflies'"),
        ({"chart": "__doc__"}, "There is no chart '__doc__'"),
        ({"chart": ["butterfly"]}, "There is no chart"),
        ({"look": {"theme": "light"}}, "The look of a record has"),
        ({"look": 3}, "The look of a record has"),
        ({"about": {"dataset": "x", "odd": 1}}, "`about` in a record has the fields"),
        ({"about": None}, "`about` in a record has the fields"),
        ({"fields": {"date": {"type": "bytes"}}}, "rows of a record do not fit"),
        ({"rows": {}}, "rows of a record do not fit"),
        ({"rows": 7}, "rows of a record do not fit"),
    ],
)
def test_a_record_that_is_not_sound_is_refused_in_a_sentence(sound, parts, said):
    with pytest.raises(ChartError, match=said):
        redraw(changed(sound, **parts))


@pytest.mark.parametrize("whole", [{"odd": 1}, "whole", {"n": 1}, 7])
@pytest.mark.parametrize("chart", ["butterfly", "timeline", "reply_arcs"])
def test_what_a_record_says_of_other_rows_is_refused_if_it_is_not_sound(
    drawn, chart, whole
):
    told = record(drawn("two sides, surveyed period", chart, "light"))
    with pytest.raises(ChartError, match=r"does not hold|has the fields"):
        redraw(changed(told, whole=whole))


@pytest.mark.parametrize("part", [{"each": "aeon"}, {"dates": 3}, {"n": "many"}])
def test_an_unsound_number_among_other_rows_is_refused_in_a_sentence(sound, part):
    with pytest.raises(ChartError, match=r"does not hold: .*\."):
        redraw(changed(sound, whole={**sound["whole"], **part}))


@pytest.mark.parametrize("record", [{}, [], None, "record", {"chart": "butterfly"}])
def test_what_is_no_record_is_refused_in_a_sentence(record):
    with pytest.raises(ChartError, match="The record of a chart has about"):
        redraw(record)


def test_a_record_with_an_unknown_theme_is_refused(sound):
    with pytest.raises(ChartError, match="There is no theme 'loud'"):
        redraw(sound, theme="loud")


def test_only_charts_can_be_redrawn():
    assert {"describe", "record", "redraw", "table"} & set(charts.__all__) == set()
