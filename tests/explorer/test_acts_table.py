import json

import pytest

from utils.charts.sheet.theme import Look
from utils.explorer import acts_table
from utils.explorer.acts_table import ActsTable
from utils.explorer.inquiry import Inquiry
from utils.explorer.scene import Scene
from utils.explorer.state import ExplorerState
from utils.selection import NOTHING, select


@pytest.fixture
def state():
    return ExplorerState(Inquiry())


@pytest.fixture
def table(state):
    return ActsTable(state)


@pytest.fixture
def scene(small_stock, state):
    """Give the scene of a selection, with what is chosen now."""

    def find(**wanted):
        shown = small_stock.shown(select(**wanted))
        return Scene(small_stock, shown, state.inquiry, Look(), state.choice)

    return find


@pytest.fixture
def show(table, scene):
    return lambda **wanted: table.show(scene(**wanted))


def rows(table):
    return json.loads(table.table._dt_args["data_json"])


def test_each_act_is_a_row_in_words(table, show):
    show(types="media")
    assert rows(table) == [
        ["[2025-06-28.. 2025-07-02]", "BBB → AAA", "Media", "It said no.", "Reported"],
        ["2025-07-10", "BBB → BBB", "Media", "A radio is told off.", "Confirmed"],
    ]


def test_the_heading_counts_the_rows(table, show):
    show(types="media")
    assert table.heading.value.startswith("The 2 acts shown; choose a row")


def test_one_act_is_counted_in_the_singular(table, show):
    show(types="cultural")
    assert table.heading.value.startswith("The act shown; choose a row")


def test_no_act_is_no_row(table, show):
    show(types="media")
    show(types=[NOTHING])
    assert (rows(table), table.heading.value) == ([], "No act is shown")


def test_more_rows_than_a_page_can_bear_are_told(table, show, monkeypatch):
    monkeypatch.setattr(acts_table, "MOST_ROWS", 4)
    show()
    assert len(rows(table)) == 4
    assert table.heading.value == "The first 4 of 6 acts shown"


def test_chosen_acts_beyond_the_rows_are_told(table, show, state, monkeypatch):
    monkeypatch.setattr(acts_table, "MOST_ROWS", 4)
    state.choose([0, 4, 5])
    show()
    assert table.heading.value == "The first 4 of 6 acts shown; 2 chosen beyond them"


def test_a_chosen_row_chooses_its_act(table, show, state):
    show(types="media")
    table.table.selected_rows = [1]
    assert state.choice.rows == (5,)


def test_several_rows_choose_their_acts(table, show, state):
    show()
    table.table.selected_rows = [1, 3]
    assert (state.choice.rows, state.choice.what) == ((1, 3), "rows of the table")


def test_no_row_left_lets_go(table, show, state):
    show()
    table.table.selected_rows = [1]
    table.table.selected_rows = []
    assert state.choice.rows == ()


def test_an_act_keeps_its_mark_where_its_row_moves(table, show, state):
    show()
    table.table.selected_rows = [5]
    show(types="media")
    assert (table.table.selected_rows, state.choice.rows) == ([1], (5,))


def test_chosen_acts_that_are_not_shown_stay_chosen(table, show, state):
    show()
    table.table.selected_rows = [3, 5]
    show(types="cultural")
    assert (table.table.selected_rows, state.choice.rows) == ([0], (3, 5))


def test_an_act_chosen_elsewhere_is_marked(table, show, scene, state):
    show(types="media")
    state.choose([5])
    table.point(scene(types="media"))
    assert table.table.selected_rows == [1]


def test_the_table_looks_the_same_with_and_without_rows(table, show):
    show(types="media")
    first = table.table._dt_args
    show(types=[NOTHING])
    later = table.table._dt_args
    assert {**first, "data_json": ""} == {**later, "data_json": ""}
    assert later["columnDefs"][1] == {"targets": [3], "width": "55%"}


def test_markup_in_an_act_is_only_text(small_stock, show, table):
    assert "<" not in "".join(small_stock.acts["summary"])
    small_stock.acts = small_stock.acts.assign(summary="<img src=x onerror=alert(1)>")
    show(types="cultural")
    assert "<img" not in table.table._dt_args["data_json"]
