import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.errors import SelectionError
from utils.selection import NOTHING, select


def ids(stock, shown):
    return stock.acts["action_id"].iloc[shown.rows].tolist()


@given(data=st.data())
def test_what_is_shown_is_what_the_selection_keeps(case, stock, selections, data):
    chosen = data.draw(selections)
    kept = chosen.apply(case.actions)["action_id"].tolist()
    assert ids(stock, stock.shown(chosen)) == kept


def test_nothing_is_shown_where_nothing_is_ticked(small_stock):
    assert ids(small_stock, small_stock.shown(select(types=[NOTHING]))) == []


def test_beside_leaves_out_one_condition(small_stock):
    shown = small_stock.shown(select(types="media", directions="AAA>BBB"))
    assert shown.beside("types").tolist() == [True, False, False, True, True, False]


def test_beside_a_condition_that_is_open_is_what_is_shown(small_stock):
    shown = small_stock.shown(select(types="media"))
    np.testing.assert_array_equal(shown.beside("actors"), shown.keep)


def test_each_act_knows_how_many_conditions_it_fails(small_stock):
    shown = small_stock.shown(select(types="media", directions="AAA>BBB"))
    assert shown.failed.tolist() == [1, 2, 1, 1, 1, 1]


def test_codes_are_counted_beside_a_condition(small_stock):
    shown = small_stock.shown(select(types="media"))
    codes = np.array([0, 1, 1, -1, 2, 0], dtype=np.int8)
    assert shown.counted(codes, "types", 4).tolist() == [2, 2, 1, 0]
    assert shown.counted(codes, "actors", 4).tolist() == [1, 1, 0, 0]


@given(text=st.sampled_from(["Aliyev", "Захарова", "susa", "the", "no such", "Bakı"]))
def test_a_text_is_sought_as_the_selection_seeks_it(case, stock, text):
    kept = select(text=text).apply(case.actions)["action_id"].tolist()
    assert ids(stock, stock.shown(select(text=text))) == kept


def test_a_condition_that_stays_is_not_looked_up_again(small_stock):
    first = small_stock.shown(select(types="media", since="2025-06-28"))
    second = small_stock.shown(select(types="cultural", since="2025-06-28"))
    assert second.masks["period"] is first.masks["period"]


def test_a_condition_that_changes_is_looked_up_again(small_stock):
    small_stock.shown(select(types="media", since="2025-06-28"))
    later = small_stock.shown(select(types="media", since="2025-07-05"))
    assert ids(small_stock, later) == ["a6"]


def test_the_meaning_of_uncertain_dates_is_part_of_the_period(small_stock):
    small_stock.shown(select(until="2025-06-30"))
    sure = small_stock.shown(select(until="2025-06-30", dates="certainly"))
    assert ids(small_stock, sure) == ["a1", "a2", "a4"]


def test_an_equal_selection_is_not_looked_up_again(small_stock):
    shown = small_stock.shown(select(types="media"))
    assert small_stock.shown(select(types=["media"])) is shown


def test_an_unknown_value_is_refused_and_changes_nothing(small_stock):
    shown = small_stock.shown(select(types="media"))
    with pytest.raises(SelectionError, match="Did you mean 'media'"):
        small_stock.shown(select(types="medai"))
    assert small_stock.shown(select(types="media")) is shown


def test_each_hover_text_is_written_once(small_stock):
    first, again = small_stock.tell(np.array([1, 2])), small_stock.tell(np.array([2]))
    assert again[0] is first[1]


def test_what_is_shown_counts_its_acts_and_sources(small_stock):
    about = small_stock.shown(select(types=["diplomatic", "law_enforcement"])).about
    assert (about.n_actions, about.n_sources) == (3, 2)


def test_days_are_laid_out_only_for_an_act_or_a_period(small_stock):
    nobody = select(types=[NOTHING])
    assert small_stock.shown(nobody).cells is None
    told = small_stock.shown(nobody.but(since="2025-06-01", until="2025-06-03"))
    assert len(told.cells.dates) == 3
