"""The small quarrel: eight invented acts, ready to be measured."""

from utils.charts import butterfly, tension_curve
from utils.lessons.quarrel import SIDES, about_quarrel, small_quarrel
from utils.measures import counts, tension


def test_a_window_keeps_both_of_its_ends():
    act = small_quarrel().set_index("act").loc["e"]
    assert str(act["earliest"].date()) == "2021-02-26"
    assert str(act["latest"].date()) == "2021-03-02"


def test_an_act_that_lasted_began_on_its_first_day():
    act = small_quarrel().set_index("act").loc["b"]
    assert act["earliest"] == act["latest"]
    assert str(act["latest"].date()) == "2021-01-30"


def test_each_act_goes_from_one_invented_country_to_the_other():
    assert set(small_quarrel()["direction"]) == {"ALT>BES", "BES>ALT"}
    assert list(SIDES) == ["ALT", "BES"]


def test_the_charts_of_the_lesson_can_be_drawn_of_it():
    acts, about = small_quarrel(), about_quarrel()
    assert about.n_actions == 8
    assert tension_curve(tension(acts, half_life_days=10), about=about)
    assert butterfly(counts(acts, "month"), about=about)


def test_each_call_gives_a_table_of_its_own():
    changed = small_quarrel()
    changed["weight"] = 0.0
    assert small_quarrel()["weight"].min() == -8
