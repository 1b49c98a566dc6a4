import json

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

from utils import select
from utils.charts.sheet.theme import DARK
from utils.explorer import explore
from utils.explorer.last_picture import MOST_BYTES, bundles
from utils.selection import NOTHING

FIGURE = "application/vnd.plotly.v1+json"
WIDGET = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(scope="module", autouse=True)
def shell():
    """Give a shell that takes what is displayed, and keeps no history."""
    yield InteractiveShell.instance(config=Config(HistoryManager={"enabled": False}))
    InteractiveShell.clear_instance()


@pytest.fixture
def desk(small):
    return explore(small, select(types="media"))


def shown(desk):
    return bundles(desk._scene)


def rest(desk):
    """Say what the browser says when nothing has changed for a while."""
    with capture_output() as captured:
        desk.page._handle_custom_msg({"do": "rest"}, [])
    return captured.outputs


def displayed(desk):
    with capture_output() as captured:
        desk._ipython_display_()
    return captured.outputs


def test_below_the_explorer_stand_its_sentence_its_picture_and_that_in_numbers(desk):
    widget, sentence, picture, told = (output.data for output in displayed(desk))
    assert WIDGET in widget
    assert sentence["text/plain"] == "2 of 6 acts: media acts"
    assert "<strong>2 of 6 acts</strong>: media acts" in sentence["text/html"]
    assert "run its cell again" in sentence["text/html"]
    assert "media acts" in json.dumps(picture[FIGURE]["layout"])
    assert "This chart in words and numbers" in told["text/html"]


def test_the_picture_is_that_of_the_view_on_top(desk):
    desk.state.ask(view="butterfly")
    drawn = json.loads(desk.figure("butterfly").to_json())
    _, picture, _ = shown(desk)
    assert [trace["type"] for trace in picture[FIGURE]["data"]] == [
        trace["type"] for trace in drawn["data"]
    ]
    assert picture["text/plain"] == drawn["layout"]["meta"]["alt"]


def test_the_picture_wears_the_colours_of_the_explorer(desk):
    desk.page.dark = True
    layout = shown(desk)[1][FIGURE]["layout"]
    assert layout["template"]["layout"]["paper_bgcolor"] == DARK.paper


def test_the_acts_stand_in_the_place_of_a_view_that_is_no_chart(desk):
    desk.state.ask(view="table")
    _, picture, told = shown(desk)
    assert FIGURE not in picture
    assert "It said no." in picture["text/html"]
    assert "A radio is told off." in picture["text/html"]
    assert "<p>" not in told["text/html"]


def test_without_any_act_the_sentence_says_so(desk):
    desk.selection = select(types=[NOTHING])
    assert shown(desk)[0]["text/plain"] == "0 of 6 acts: no acts"


def test_what_is_typed_is_no_markup(desk):
    desk.selection = select(text="<b>&amp;")
    html = shown(desk)[0]["text/html"]
    assert "&lt;b&gt;&amp;amp;" in html
    assert "<b>" not in html


@pytest.mark.parametrize("view", ["timeline", "tension", "ladder", "sources", "table"])
def test_what_is_stored_of_the_shipped_case_is_small(case, view):
    stored = bundles(explore(case, view=view)._scene)
    assert sum(len(json.dumps(bundle)) for bundle in stored) < 200_000


def test_a_picture_that_is_too_large_is_left_away(desk, monkeypatch):
    monkeypatch.setattr("utils.explorer.last_picture.MOST_BYTES", 100)
    sentence, picture, told = shown(desk)
    assert sentence["text/plain"] == "2 of 6 acts: media acts"
    assert FIGURE not in picture
    assert "This chart" not in told["text/html"]
    assert MOST_BYTES == 1_000_000


def test_more_acts_than_can_be_drawn_soon_have_no_picture(desk, monkeypatch):
    monkeypatch.setattr("utils.explorer.last_picture.MOST_ACTS", 1)
    assert FIGURE not in shown(desk)[1]


def test_at_rest_the_outputs_are_brought_up_to_date(desk):
    displayed(desk)
    desk.selection = select(types="diplomatic")
    outputs = rest(desk)
    assert outputs[0].data["text/plain"] == "2 of 6 acts: diplomatic acts"
    assert len(outputs) == 3


def test_nothing_is_sent_where_nothing_has_changed(desk):
    displayed(desk)
    desk.selection = select(types="diplomatic")
    rest(desk)
    assert rest(desk) == []


def test_nothing_is_sent_of_an_explorer_that_was_never_displayed(desk):
    desk.selection = select(types="diplomatic")
    assert rest(desk) == []


def test_each_change_is_counted_so_that_the_browser_knows_of_it(desk):
    before = desk.page.changes
    desk.selection = select(types="diplomatic")
    desk.state.ask(view="table")
    desk.page.dark = True
    assert desk.page.changes == before + 3
