import base64
import json

import numpy as np
import pytest
from plotly.graph_objects import Figure

from utils import charts, measures
from utils.charts.sheet.theme import Look
from utils.explorer.figures import figure_of
from utils.explorer.inquiry import Choice, Inquiry
from utils.explorer.scene import Scene
from utils.explorer.views import views
from utils.explorer.views.butterfly import Butterfly
from utils.explorer.views.ladder import Ladder
from utils.explorer.views.matrix import Matrix
from utils.explorer.views.replies import Replies
from utils.explorer.views.sources import Sources
from utils.selection import NOTHING, Selection, select

BOTH = ["AZE>RUS", "RUS>AZE"]
YEAR = {"since": "2024-12-25", "until": "2025-12-31"}
SOME = {
    "the opening": select(directions=BOTH, **YEAR),
    "one direction": select(directions="RUS>AZE", **YEAR),
    "one institution": select(actors="AZE_GOV_MFA", types=["diplomatic", "media"]),
    "reports alone": select(certainty="reported", directions=BOTH),
    "certain dates": select(since="2025-06-01", until="2025-07-15", dates="certainly"),
    "beyond the data": select(types="media", since="1999-01-01", until="2031-01-01"),
    "every act": Selection(),
}
EMPTY = {
    "no type": select(types=[NOTHING]),
    "no type in a period": select(types=[NOTHING], **YEAR),
    "before the data": select(until="1999-01-01"),
}


@pytest.fixture(scope="module")
def draw(stock):
    return views(stock, half_life_days=30, per="month")


@pytest.fixture
def drawn(stock, draw):
    """Give what the explorer draws, as plain data."""

    def find(name, chosen):
        drawing = draw[name](stock.shown(chosen), Look())
        return plain(Figure(drawing.written(), drawing.layout))

    return find


@pytest.fixture
def public(stock):
    """Give what the chart functions draw of the same acts, as plain data."""
    acts, case = stock.acts, stock.case

    def find(name, chosen):
        kept, about = chosen.apply(acts), case.about(chosen, stock.scale)
        days = {"since": chosen.since, "until": chosen.until}
        if name == "timeline":
            return plain(charts.timeline(kept, about=about))
        if name == "tension":
            level = measures.tension(kept, half_life_days=30, **days)
            return plain(charts.tension_curve(level, about=about))
        return plain(charts.butterfly(measures.counts(kept, **days), about=about))

    return find


def plain(figure):
    """Give a figure as lists and numbers, without what it carries beside them."""
    told = json.loads(figure.update_layout(meta=None).to_json(), object_hook=unpacked)
    return {**told["layout"], "traces": told["data"]}


def unpacked(part):
    """Read an array as plotly packs it."""
    if "bdata" not in part:
        return part
    return np.frombuffer(base64.b64decode(part["bdata"]), part["dtype"]).tolist()


def unlabelled(found):
    """Leave out which row each mark stands for."""
    kept = [{k: v for k, v in t.items() if k != "customdata"} for t in found["traces"]]
    return {**found, "traces": kept}


def rounded(part):
    """Forgive the last digits, which the order of adding up decides."""
    if isinstance(part, dict):
        return {key: rounded(value) for key, value in part.items()}
    if isinstance(part, list):
        return [rounded(value) for value in part]
    if not isinstance(part, float):
        return part
    return None if part != part else round(part, 6) + 0.0


@pytest.mark.parametrize("name", ["timeline", "tension", "butterfly"])
@pytest.mark.parametrize("chosen", SOME.values(), ids=SOME)
def test_a_view_draws_what_the_public_functions_draw(drawn, public, name, chosen):
    ours, theirs = drawn(name, chosen), public(name, chosen)
    assert ours["title"]["text"] == theirs["title"]["text"]
    if name == "timeline":
        # Ours are labels in the frame of the case, theirs rows of what is drawn.
        ours, theirs = unlabelled(ours), unlabelled(theirs)
    assert rounded(ours) == rounded(theirs)


@pytest.mark.parametrize("name", ["timeline", "tension", "butterfly"])
@pytest.mark.parametrize("chosen", EMPTY.values(), ids=EMPTY)
def test_an_empty_view_says_so_and_draws_no_act(drawn, name, chosen):
    found = drawn(name, chosen)
    assert "No recorded" in found["title"]["text"]
    assert sum(map(height, found["traces"])) == 0


def test_the_timeline_draws_one_mark_for_each_act(drawn, case):
    marks = [t for t in drawn("timeline", Selection())["traces"] if "customdata" in t]
    rows = [row for trace in marks for row in trace["customdata"]]
    assert sorted(rows) == case.actions.index.tolist()


def test_the_bars_add_up_to_the_acts_of_each_direction(drawn, case):
    up, down, *_ = drawn("butterfly", Selection())["traces"]
    direction = case.actions["direction"]
    assert sum(up["y"]) == pytest.approx((direction == "AZE>RUS").sum())
    assert sum(down["y"]) == pytest.approx(-(direction == "RUS>AZE").sum())


@pytest.mark.parametrize("per", ["day", "week", "year"])
def test_bars_of_another_length_are_drawn(stock, per):
    chosen = select(types="media", directions=BOTH, **YEAR)
    drawing = views(stock, half_life_days=30, per=per)["butterfly"](
        stock.shown(chosen), Look()
    )
    assert f"Recorded acts by {per}" in drawing.layout["title"]["text"]


LIVE = {
    "replies": Replies,
    "ladder": Ladder,
    "matrix": Matrix,
    "sources": Sources,
}
FEW = {
    "a few acts": select(types="judicial", directions=BOTH, since="2025-07-01"),
    "one act": select(text="broadcasting council resolved"),
    "one side at home": select(directions=["RUS>RUS"]),
}


def moment(stock, chosen, **asked):
    """Give the scene in which a selection is looked at."""
    look, shown = Look(), stock.shown(chosen)
    return Scene(stock, shown, Inquiry(chosen, **asked), look, Choice())


@pytest.mark.parametrize("name", LIVE)
@pytest.mark.parametrize("chosen", (SOME | FEW).values(), ids=SOME | FEW)
def test_a_live_view_draws_what_the_public_functions_draw(stock, name, chosen):
    scene = moment(stock, chosen)
    drawing = LIVE[name]().draw(scene)
    ours = plain(Figure(drawing.written(), drawing.layout))
    theirs = plain(figure_of(scene, name, theme="light", width_px=560))
    assert rounded(ours) == rounded(theirs)


def test_a_matrix_of_countries_is_that_of_the_public_function(stock):
    scene = moment(stock, Selection(), groups="country")
    drawing = Matrix().draw(scene)
    ours = plain(Figure(drawing.written(), drawing.layout))
    theirs = plain(figure_of(scene, "matrix", theme="light", width_px=560))
    assert rounded(ours) == rounded(theirs)


@pytest.mark.parametrize("name", LIVE)
@pytest.mark.parametrize("chosen", EMPTY.values(), ids=EMPTY)
def test_a_live_view_of_nothing_says_so(stock, name, chosen):
    view, scene = LIVE[name](), moment(stock, chosen)
    title = view.draw(scene).layout["title"]["text"]
    assert "No recorded" in title
    assert sum(len(trace["x"]) for trace in view.marked(scene)) == 0


def test_too_many_bars_are_by_a_longer_bin_and_that_is_said(stock):
    scene = moment(stock, Selection(), per="day")
    view = Butterfly()
    title = view.draw(scene).layout["title"]["text"]
    assert "Recorded acts by month" in title
    assert view.note(scene).startswith("By day there would be 7,")
    assert "more than 800; these are by month." in view.note(scene)


def test_few_enough_bars_are_drawn_as_asked(stock):
    scene = moment(stock, select(directions=BOTH, **YEAR), per="day")
    view = Butterfly()
    assert "Recorded acts by day" in view.draw(scene).layout["title"]["text"]
    assert view.note(scene) == ""


def height(trace):
    """Add up what a trace of acts, of tension or of bars shows; lines are 0."""
    if trace.get("mode") == "markers":
        return len(trace.get("y", []))
    if trace["type"] == "bar" or "dx" in trace:
        return np.abs(trace["y"]).sum()
    return 0
