import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.errors import MeasureError
from utils.measures import who_towards_whom

TONES = ["conflictual", "neutral", "cooperative"]
rows = st.lists(
    st.tuples(st.sampled_from("ABCD"), st.sampled_from("ABCD"), st.sampled_from(TONES)),
    min_size=1,
    max_size=20,
)


def pairs(*rows, by="country", lasts=1):
    frame = pd.DataFrame(list(rows), columns=[f"actor_{by}", f"target_{by}", "tone"])
    day = pd.Timestamp("2025-06-02")
    return frame.assign(earliest=day, latest=day + pd.Timedelta(lasts - 1, "D"))


def cell(found, actor, target):
    mask = (found["actor"] == actor) & (found["target"] == target)
    return found[mask].to_dict("records")[0]


def test_each_pair_has_its_acts_by_tone():
    some = [("A", "B", "conflictual")] * 2 + [("A", "B", "neutral")]
    found = cell(who_towards_whom(pairs(*some)), "A", "B")
    assert (found["n"], found["n_conflictual"], found["n_neutral"]) == (3, 2, 1)
    assert found["n_cooperative"] == found["n_uncertain"] == 0


def test_acts_of_uncertain_date_are_counted():
    found = who_towards_whom(pairs(("A", "B", "neutral"), lasts=30))
    assert cell(found, "A", "B")["n_uncertain"] == 1


def test_the_grid_is_complete_and_square():
    found = who_towards_whom(pairs(("A", "B", "neutral"), ("C", "A", "neutral")))
    assert len(found) == 9
    assert cell(found, "B", "C")["n"] == 0


def test_groups_may_be_anything_that_actors_and_targets_have():
    found = who_towards_whom(pairs(("A", "B", "neutral"), by="role"), "role")
    assert set(found["by"]) == {"role"}


def test_groups_keep_the_order_of_their_categories():
    order = pd.CategoricalDtype(["D", "B", "A"])
    frame = pairs(("A", "B", "neutral")).astype(
        {"actor_country": order, "target_country": order}
    )
    assert list(dict.fromkeys(who_towards_whom(frame)["actor"])) == ["B", "A"]


@given(rows=rows)
def test_the_cells_add_up_to_the_acts(rows):
    found = who_towards_whom(pairs(*rows))
    assert found["n"].sum() == len(rows)
    parts = found[[f"n_{tone}" for tone in TONES]].sum(axis=1)
    assert parts.tolist() == found["n"].tolist()


def test_no_act_gives_the_columns_and_no_row():
    found = who_towards_whom(pairs())
    assert {"by", "actor", "target", "n", "n_conflictual"} <= set(found)
    assert len(found) == 0


def test_a_missing_column_is_named():
    with pytest.raises(MeasureError, match="the column actor_role, target_role; "):
        who_towards_whom(pairs(("A", "B", "neutral")), "role")


def test_acts_without_a_target_are_refused():
    with pytest.raises(MeasureError, match="1 of 2 acts have no actor_country or no"):
        who_towards_whom(pairs(("A", "B", "neutral"), ("A", None, "neutral")))


def test_acts_of_unknown_direction_are_in_no_cell():
    day = pd.to_datetime(["2025-06-01"] * 3)
    acts = pd.DataFrame(
        {
            "actor_country": ["AZE", "AZE", "RUS"],
            "target_country": ["RUS", "RUS", "AZE"],
            "direction": ["AZE>RUS", "AZE--RUS", "RUS>AZE"],
            "tone": "neutral",
            "earliest": day,
            "latest": day,
        }
    )
    found = who_towards_whom(acts).set_index(["actor", "target"])["n"]
    assert found["AZE", "RUS"] == found["RUS", "AZE"] == 1
