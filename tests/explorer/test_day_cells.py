"""A case whose rows stand for several acts: each view counts acts, not rows."""

import re

import numpy as np
import pandas as pd
import pytest
from day_cells import case_from, cells, one_by_one

from utils import explore
from utils.charts.record import table
from utils.errors import ChartError, MeasureError
from utils.explorer.code import to_code
from utils.explorer.last_picture import bundles
from utils.publish.shared_page.data import page_data
from utils.selection import NOTHING, Selection, select


@pytest.fixture(scope="module")
def desk():
    return explore(case_from(cells()), Selection())


@pytest.fixture(scope="module")
def alone():
    """Open the same acts with a row of its own for each."""
    return explore(case_from(one_by_one(cells())), Selection())


@pytest.fixture(autouse=True)
def _anew(desk, alone):
    for each in (desk, alone):
        each.state.choose()
        each.state.ask(selection=Selection(), against=None, view="timeline")


def text(figure):
    return re.sub("(<[^>]*>|\\s)+", " ", figure.layout.title.text)


def facet(desk, field):
    return next(each for each in desk.facets if each.field == field)


def test_the_line_counts_acts(desk):
    assert desk.status.text == "31 of 31 acts"
    desk.selection = select(types=["media"])
    assert desk.status.text == "27 of 31 acts"
    assert bundles(desk._scene)[0]["text/plain"] == "27 of 31 acts: media acts"


def test_facets_count_acts(desk):
    assert desk.pickers["directions"].counts == {
        "AAA>BBB": 6,
        "BBB>AAA": 23,
        "AAA>CCC": 2,
    }
    desk.selection = select(types=["media"])
    assert desk.pickers["types"].counts["diplomatic"] == 3
    assert desk.pickers["directions"].counts["BBB>AAA"] == 20
    assert desk.pickers["actors"].counts["AAA"] == 7


def test_a_facet_that_has_nothing_to_offer_is_not_there(desk):
    there = [each.field for each in desk.facets]
    assert there == ["directions", "types", "actors", "targets", "forms", "tones"]


def test_certainty_is_offered_where_it_was_coded():
    case = case_from(cells(certainty=["disputed"] + ["confirmed"] * 4))
    opened = explore(case, Selection())
    found = facet(opened, "certainty").counts(opened._scene.shown)
    assert found == {"confirmed": 26, "reported": 0, "disputed": 5}


def test_what_would_help_is_counted_in_acts(desk):
    desk.selection = select(types=["media"], tones=["cooperative"])
    assert "Without the filter on Tone, 27 would" in desk.status.hint


VIEWS = ["tension", "butterfly", "ladder", "matrix"]
SELECTIONS = [
    Selection(),
    select(types=["media"]),
    select(directions=["BBB>AAA"], since="2025-06-28"),
    select(since="2025-06-01", until="2025-07-15"),
    select(types=[NOTHING]),
]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_draws_cells_as_it_draws_their_acts(view, desk, alone):
    for selection in SELECTIONS:
        for per in ("day", "month"):
            drawn = []
            for each in (desk, alone):
                each.state.ask(view=view, selection=selection, per=per)
                drawn.append(each.panels[view].chart.figure)
            assert text(drawn[0]) == text(drawn[1])
            assert [_numbers(it) for it in drawn[0].data] == [
                _numbers(it) for it in drawn[1].data
            ]


def _numbers(trace):
    found = {}
    for name in ("x", "y", "z", "base", "text"):
        given = getattr(trace, name, None)
        found[name] = None if given is None else np.asarray(given).tolist()
    return str(found)


@pytest.mark.parametrize("compared", ["counts", "tension"])
def test_a_comparison_counts_acts(compared, desk, alone):
    asked = {"selection": select(types=["media"]), "view": "compare"}
    asked |= {"against": select(directions=["AAA>BBB"]), "compared": compared}
    drawn = []
    for each in (desk, alone):
        each.state.ask(**asked)
        said = each.panels["compare"].said.text
        assert said == "27 chosen and 6 compared with; 5 acts are in both."
        drawn.append(each.panels["compare"].charts[compared].chart.figure)
    assert list(map(_numbers, drawn[0].data)) == list(map(_numbers, drawn[1].data))


def test_a_mark_says_for_how_many_acts_it_stands(desk):
    figure = desk.panels["timeline"].chart.figure
    said = text(figure)
    assert "31 recorded acts" in said
    assert "commonest type media (27)" in said
    assert "One mark is all recorded acts of one day and kind" in said
    told = [it for trace in figure.data if trace.mode == "markers" for it in _of(trace)]
    assert sum("Stands for" in it for it in told) == 4
    assert any(it.endswith("Stands for 20 acts.") for it in told)
    assert not any("nan" in it for it in told)


def _of(trace):
    return [] if trace.hovertext is None else list(trace.hovertext)


def test_of_many_rows_those_with_most_weight_in_all_are_drawn():
    many = cells().loc[[0] * 460].reset_index(drop=True)
    ids = [f"m{i}" for i in range(460)]
    n = np.where(np.arange(460) < 10, 1, 3)
    desk = explore(case_from(many.assign(action_id=ids, n=n)), Selection())
    figure = desk.panels["timeline"].chart.figure
    assert "450 of 460 marks drawn, most weight in all first" in text(figure)
    drawn = np.concatenate(
        [it.customdata for it in figure.data if it.customdata is not None]
    )
    assert drawn.min() == 10


def test_the_table_has_a_column_for_the_number_of_acts(desk):
    desk.state.ask(view="table")
    panel = desk.panels["table"]
    assert panel.heading.value.startswith("The 31 acts shown, in 5 rows; choose")
    found = panel.table.df
    assert [*found.columns] == ["Date", "Direction", "Type", "Form", "Acts"]
    assert found["Acts"].tolist() == ["5", "1", "20", "3", "2"]


def test_a_chosen_row_is_said_with_its_number_of_acts(desk):
    desk.state.choose([2])
    assert desk.choice.text.startswith("20 acts chosen: 28 Jun 2025, Accuse, Bestovia")
    assert desk.card.act["title"] == "20 acts: Accuse, Bestovia towards Altania"
    rows = dict(desk.card.act["rows"])
    assert rows["Acts"].startswith("20 of one day, direction, type, form and tone")
    assert "Certainty" not in rows
    assert (desk.card.unit, desk.card.position, desk.card.total) == ("row", 3, 5)


def test_of_chosen_rows_those_that_are_hidden_are_counted_in_acts(desk):
    desk.selection = select(types=["media"])
    desk.state.choose([0, 3], "two rows")
    assert desk.choice.text == "8 acts chosen: two rows (3 of them not shown)"


def test_a_view_without_what_it_needs_says_so(desk, alone):
    assert "stand for several acts of a day" in desk.panels["replies"].why
    assert "No act of this case is recorded as a reply" in alone.panels["replies"].why
    for each in (desk, alone):
        assert "has no evidence" in each.panels["sources"].why
        each.state.ask(view="sources")
        each.state.choose([0])
        assert "has no evidence" in each.panels["sources"].widget.detail
        with pytest.raises(ChartError, match="has no evidence"):
            each.figure("sources")


def test_a_view_can_be_saved_as_a_chart_of_its_own(desk):
    for view in ("timeline", *VIEWS, "compare"):
        figure = desk.figure(view)
        said = " ".join(str(it.text) for it in figure.layout.annotations)
        assert "31 recorded acts." in said.replace("<br>", " ")
        assert "0 sources" not in said


def test_the_chart_of_a_timeline_keeps_the_numbers_of_acts(desk):
    assert table(desk.figure("timeline"))["n"].tolist() == [5, 1, 20, 3, 2]


def test_the_code_says_that_the_case_lies_in_no_folder(desk):
    code = to_code(desk.inquiry, desk.case)
    assert "lies in no folder" in code
    names = {"case": desk.case}
    exec(code.replace("load, ", ""), names)
    assert names["acts"]["n"].sum() == 31


def test_a_page_without_a_kernel_is_refused(desk):
    with pytest.raises(MeasureError, match="needs each act by itself"):
        page_data(desk.case, Selection())


def test_rows_of_one_act_each_are_drawn_as_single_acts(alone):
    ones = explore(case_from(one_by_one(cells()).assign(n=1)), Selection())
    assert ones.status.text == alone.status.text
    assert "recorded as a reply" in ones.panels["replies"].why
    pd.testing.assert_frame_equal(ones.acts.drop(columns="n"), alone.acts)


def test_acts_of_unknown_direction_are_in_no_cell_of_the_matrix():
    ways = ["AAA>BBB", "AAA>BBB", "BBB>AAA", "AAA--BBB", "AAA>CCC"]
    desk = explore(case_from(cells(direction=ways)), Selection())
    desk.state.ask(view="matrix", selection=Selection())
    heat = desk.panels["matrix"].chart.figure.data[0]
    assert np.nansum(np.asarray(heat.z, dtype=float)) == 28
    desk.state.choose((3,), "an act")
    desk.state.choose()
