import json

import pytest

from utils.explorer import acts_table
from utils.explorer.acts_table import ActsTable
from utils.explorer.state import ExplorerState
from utils.selection import NOTHING, Selection, select


@pytest.fixture
def state():
    return ExplorerState(selection=Selection())


@pytest.fixture
def table(small_stock, state):
    return ActsTable(small_stock, state)


@pytest.fixture
def show(table, small_stock):
    return lambda **wanted: table.show(small_stock.shown(select(**wanted)))


def rows(table):
    return json.loads(table.widget._dt_args["data_json"])


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


def test_a_chosen_row_chooses_its_act(table, show, state):
    show(types="media")
    table.widget.selected_rows = [1]
    assert state.act == "a6"


def test_an_act_keeps_its_mark_where_its_row_moves(table, show, state):
    show()
    table.widget.selected_rows = [5]
    show(types="media")
    assert (table.widget.selected_rows, state.act) == ([1], "a6")


def test_an_act_that_is_not_shown_has_no_mark(table, show, state):
    show()
    table.widget.selected_rows = [5]
    show(types="cultural")
    assert (table.widget.selected_rows, state.act) == ([], "a6")


def test_an_act_chosen_elsewhere_is_marked(table, show):
    show(types="media")
    table.point_at("a6")
    assert table.widget.selected_rows == [1]


def test_the_table_looks_the_same_with_and_without_rows(table, show):
    show(types="media")
    first = table.widget._dt_args
    show(types=[NOTHING])
    later = table.widget._dt_args
    assert {**first, "data_json": ""} == {**later, "data_json": ""}
    assert later["columnDefs"][1] == {"targets": [3], "width": "55%"}


def test_markup_in_an_act_is_only_text(small, show, table):
    path = small.actions["summary"].tolist()
    assert "<" not in "".join(path)
    table._stock.acts = table._stock.acts.assign(summary="<img src=x onerror=alert(1)>")
    show(types="cultural")
    assert "<img" not in table.widget._dt_args["data_json"]
