import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from utils.tables.support import support_of

told = st.lists(
    st.tuples(
        st.integers(0, 9), st.integers(0, 5), st.sampled_from(["yes", "contradicts"])
    ),
    max_size=40,
)


@given(told, st.sets(st.integers(0, 9)))
def test_each_source_counts_once_where_it_supports(told, rows):
    evidence = pd.DataFrame(told, columns=["action_id", "source_id", "supports"])
    found = support_of(pd.DataFrame({"action_id": range(10)}), evidence)
    wanted = {source for act, source, how in told if act in rows and how == "yes"}
    assert found.count(np.array(sorted(rows), dtype=int)) == len(wanted)


def test_a_source_that_only_the_last_of_many_acts_has_is_counted():
    n = 20_000
    acts = pd.DataFrame({"action_id": range(n)})
    evidence = acts.assign(source_id=["x"] * (n - 1) + ["y"], supports="yes")
    found = support_of(acts, evidence)
    assert found.count(np.arange(n)) == 2
    assert found.count(np.arange(n - 1)) == 1


def test_what_is_said_of_an_act_that_is_not_there_supports_none():
    evidence = pd.DataFrame(
        {"action_id": ["b"], "source_id": ["x"], "supports": ["yes"]}
    )
    found = support_of(pd.DataFrame({"action_id": ["a"]}), evidence)
    assert found.count(np.array([0])) == 0
