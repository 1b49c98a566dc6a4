"""The panel that compares: what it asks, what it says, what it draws and picks."""

import re

import numpy as np
import pytest

from utils import charts, measures
from utils.charts.sheet.theme import Look
from utils.explorer.chart_stage import ChartStage
from utils.explorer.compare_panel import ComparePanel
from utils.explorer.inquiry import Choice, Inquiry
from utils.explorer.scene import Scene
from utils.explorer.state import ExplorerState
from utils.explorer.stock import Stock
from utils.explorer.views.view import Spot
from utils.selection import NOTHING, select

BOTH = ["AZE>RUS", "RUS>AZE"]
YEAR = {"since": "2024-12-25", "until": "2025-12-31"}
CHOSEN = select(directions=BOTH, types="media", **YEAR)
OTHER = select(directions=BOTH, types=["media", "judicial"], **YEAR)


@pytest.fixture
def ask(case, stock):
    """Make a panel for an inquiry that it is shown whenever that changes."""

    def make(selection=CHOSEN, against=OTHER, **more):
        state = ExplorerState(Inquiry(selection, against, view="compare", **more))
        panel = ComparePanel(case, state, ChartStage())

        def scene(change=None):
            asked, look = state.inquiry, Look()
            return Scene(stock, stock.shown(asked.selection), asked, look, state.choice)

        state.observe(lambda _: panel.show(scene()), "inquiry")
        state.observe(lambda _: panel.point(scene()), "choice")
        panel.show(scene())
        panel.state = state
        return panel

    return make


def on_show(panel):
    return [it for it in panel._place.children if seen(it)]


def figure(panel):
    assert on_show(panel) == [panel.charts[panel.state.inquiry.compared].widget]
    return panel.charts[panel.state.inquiry.compared].chart.figure


def at(panel, trace, point):
    """Say what a click would pick."""
    chart = panel.charts[panel.state.inquiry.compared]
    return chart._view.at(chart._scene, Spot(trace, point))


def traces(panel):
    return [trace.to_plotly_json() for trace in figure(panel).data]


def seen(control):
    return control.layout.display != "none"


def title(panel):
    """Give the title and what stands below it, as plain text."""
    marked = figure(panel).layout.title.text.replace("<br>", " ")
    return re.sub("<[^>]+>", "", marked).replace("\N{NO-BREAK SPACE}", " ")


def test_without_another_selection_it_says_how_to_begin_and_draws_nothing(ask):
    panel = ask(against=None)
    assert panel.said.text == "Nothing to compare with yet."
    assert "three quarters or more are published in its country" in panel.said.detail
    assert on_show(panel) == []
    controls = (panel.remember, panel.by_side, panel.swap, panel.end, panel.compared)
    assert [seen(it) for it in controls] == [True, True, False, False, False]


def test_both_selections_are_said_with_their_numbers(ask, case):
    panel = ask()
    n, n_other = (len(it.apply(case.actions)) for it in (CHOSEN, OTHER))
    said = f"{n} chosen and {n_other} compared with; {n} acts are in both."
    assert panel.said.text == said
    assert f"Chosen: {CHOSEN.describe(case.labels)}." in panel.said.detail
    assert f"Compared with: {OTHER.describe(case.labels)}." in panel.said.detail


def test_what_is_on_show_can_be_remembered(ask):
    panel = ask(against=None)
    panel.remember.click()
    assert panel.state.inquiry.against == CHOSEN
    assert panel.said.hint.startswith("Both are the same acts")
    assert "same numbers of recorded acts" in title(panel)


def test_one_click_compares_what_the_sources_of_each_side_tell(ask):
    panel = ask(against=None)
    panel.by_side.click()
    asked = panel.state.inquiry
    assert asked.selection == CHOSEN.but(sides=["aze_private", "aze_state"])
    assert asked.against == CHOSEN.but(sides=["rus_private", "rus_state"])
    panel.state.undo()
    assert panel.state.inquiry.against is None


def test_a_case_without_sources_of_the_sides_says_so(small, small_stock):
    state = ExplorerState(Inquiry(view="compare"))
    panel = ComparePanel(small, state, ChartStage())
    panel.show(
        Scene(small_stock, small_stock.shown(select()), Inquiry(), Look(), Choice())
    )
    panel.by_side.click()
    assert "published in Altania or Bestovia, so that" in panel.said.hint
    assert state.inquiry.against is None


def test_the_two_can_be_swapped_and_parted(ask):
    panel = ask()
    panel.swap.click()
    asked = panel.state.inquiry
    assert (asked.selection, asked.against) == (OTHER, CHOSEN)
    panel.end.click()
    assert panel.state.inquiry.against is None
    assert on_show(panel) == []


def test_tension_is_compared_by_choice_and_each_kind_has_one_chart(ask):
    panel = ask()
    counts = panel.charts["counts"].chart
    panel.compared.value = "tension"
    assert panel.state.inquiry.compared == "tension"
    assert "tension AZE → RUS" in figure(panel).layout.yaxis.title.text
    panel.compared.value = "counts"
    assert panel.charts["counts"].chart is counts


def test_bins_and_half_life_are_those_that_are_asked_for(ask):
    panel = ask()
    panel.state.ask(per="week")
    assert "Recorded acts by week" in title(panel)
    panel.state.ask(compared="tension", half_life_days=10)
    assert panel.compared.value == "tension"
    assert "fades by half in 10 days" in title(panel)


def test_where_neither_selection_has_an_act_a_sentence_says_so(ask):
    none = select(types=[NOTHING], **YEAR)
    panel = ask(none, none)
    assert panel.said.text == "0 chosen and 0 compared with; 0 acts are in both."
    assert panel.said.hint == "No act fits either selection."
    assert on_show(panel) == []


def test_one_selection_may_be_empty(ask):
    panel = ask(against=select(types=[NOTHING], **YEAR))
    assert "in the selection compared with" in title(panel)


@pytest.mark.parametrize("chosen", [CHOSEN, select(until="2025-06-30"), select()])
@pytest.mark.parametrize("kind", ["counts", "tension"])
def test_it_draws_what_the_public_functions_draw(ask, stock, case, chosen, kind):
    panel = ask(chosen, compared=kind)
    one, other = (stock.acts.iloc[stock.shown(it).rows] for it in (chosen, OTHER))
    days = {"since": chosen.since or OTHER.since, "until": OTHER.until}
    about, against = (case.about(it, stock.scale) for it in (chosen, OTHER))
    frame = getattr(measures, f"compare_{kind}")(one, other, **days)
    theirs = charts.comparison(frame, about=about, against=against)
    assert figure(panel).layout.title.text == theirs.layout.title.text
    for ours, its in zip(figure(panel).data, theirs.data, strict=False):
        assert np.allclose(ours.y, np.array(its.y, float), atol=1e-4, equal_nan=True)


def test_a_half_life_of_years_gives_the_same_doubt_as_the_measure(ask, stock, case):
    panel = ask(compared="tension", half_life_days=3000)
    acts = [stock.acts.iloc[stock.shown(it).rows] for it in (CHOSEN, OTHER)]
    level = measures.compare_tension(*acts, half_life_days=3000, **YEAR)
    about = {"about": case.about(CHOSEN), "against": case.about(OTHER)}
    drawn = charts.comparison(level, **about).data
    for one, other in zip(figure(panel).data[:10], drawn[:10], strict=True):
        assert np.allclose(one.y, other.y, atol=1e-4)


def test_doubt_is_left_out_where_it_is_not_asked_for(ask):
    drawn, bare = (traces(ask(band=band)) for band in (True, False))
    assert len(drawn[4]["y"]) > 0
    assert len(bare[4]["y"]) == 0


def test_a_click_on_a_line_picks_the_acts_of_its_selection(ask, stock):
    panel = ask(select(directions=BOTH), select(directions=BOTH, types="media"))
    june = figure(panel).data[0].x.tolist().index("2025-06-01")
    acts = stock.acts
    there = (acts["latest"] >= "2025-06-01") & (acts["earliest"] <= "2025-06-30")
    there &= acts["direction"] == "AZE>RUS"
    media = acts["type"] == "media"
    for curve, wanted in enumerate((there, there & media, there & ~media)):
        picked = at(panel, curve, june)
        assert picked.rows.tolist() == np.flatnonzero(wanted).tolist()
    assert picked.what.endswith("to Russia, Jun 2025, in one selection alone")


def test_the_end_of_the_last_step_belongs_to_the_last_bin(ask):
    panel = ask()
    n = len(figure(panel).data[6].y)
    last, end = (at(panel, 6, point) for point in (n - 2, n - 1))
    assert last.rows.tolist() == end.rows.tolist()


@pytest.mark.parametrize("trace", [3, 4, 10, 11, 12])
def test_bands_landmarks_and_marks_pick_nothing(ask, trace):
    assert len(at(ask(), trace, 0).rows) == 0


def test_chosen_acts_are_marked_at_the_foot_of_their_panel(ask, stock):
    panel = ask()
    rows = stock.shown(CHOSEN).rows[:3]
    panel.state.choose(rows, "three")
    marks = traces(panel)[-2:]
    days = {str(day) for it in marks for day in it["x"] if day}
    earliest = stock.acts["earliest"].iloc[rows].dt.strftime("%Y-%m-%d")
    assert set(earliest) <= days
    panel.state.choose([], "")
    assert [len(it["x"]) for it in traces(panel)[-2:]] == [0, 0]


def test_a_panel_of_another_scale_is_drawn_from_that_stock(case):
    scale = next(it for it in case.scales if it != "goldstein-icews")
    stock = Stock(case, case.scales[scale])
    asked = Inquiry(CHOSEN, OTHER, scale=scale, compared="tension")
    panel = ComparePanel(case, ExplorerState(asked), ChartStage())
    panel.state = panel._state
    panel.show(Scene(stock, stock.shown(CHOSEN), asked, Look(), Choice()))
    assert f"Scale: {stock.scale}" in title(panel)
