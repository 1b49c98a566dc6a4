import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utils.errors import MeasureError
from utils.measures.sources.matrix import evidence_matrix

law = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
answers = st.sampled_from(["yes", "partly", "contradicts"])
told = st.dictionaries(st.sampled_from(["n1", "n2", "s1"]), answers)
DAY = "2025-06-29"


def one(record, told, sides, **more):
    return evidence_matrix(*record(("a", DAY, DAY, told)), sides=sides, **more)


def test_sources_are_counted_by_group_and_answer(record, sides):
    found = one(record, {"n1": "yes", "n2": "partly", "s1": "contradicts"}, sides)
    columns = ["group", "n_yes", "n_partly", "n_contradicts"]
    assert found[columns].values.tolist() == [
        ["northern", 1, 1, 0],
        ["southern", 0, 0, 1],
    ]


def test_each_side_is_a_group_where_that_is_asked_for(record, sides):
    found = one(record, {"n2": "yes"}, sides, by="side")
    assert found["group_label"].tolist() == list(sides["label"])
    assert found["n_yes"].tolist() == [0, 1, 0]
    assert set(found["by"]) == {"side"}


@pytest.mark.parametrize(
    ("told", "alone"),
    [
        ({"n1": "yes"}, [True, False]),
        ({"n1": "yes", "n2": "partly"}, [True, False]),
        ({"s1": "partly"}, [False, True]),
        ({"n1": "yes", "s1": "partly"}, [False, False]),
        ({"n1": "yes", "s1": "contradicts"}, [True, False]),
        ({"s1": "contradicts"}, [False, False]),
        ({}, [False, False]),
    ],
)
def test_an_act_rests_on_a_group_alone_if_no_other_supports_it(
    record, sides, told, alone
):
    assert one(record, told, sides)["alone"].tolist() == alone


def test_acts_come_in_order_of_time_whatever_their_index(record, sides):
    acts, *others = record(
        ("late", "2025-07-01", "2025-07-01", {"n1": "yes"}),
        ("early", DAY, "2025-07-03", {"s1": "yes"}),
        ("sure", DAY, DAY, {}),
    )
    found = evidence_matrix(acts.set_index([[7, 7, 7]]), *others, sides=sides)
    assert found["action_id"].tolist()[::2] == ["sure", "early", "late"]
    assert found["act"].tolist() == [0, 0, 1, 1, 2, 2]


def test_two_acts_of_one_id_are_told_of_alike(record, sides):
    acts, evidence, sources = record(("a", DAY, DAY, {"n1": "yes"}))
    found = evidence_matrix(pd.concat([acts, acts]), evidence, sources, sides=sides)
    assert found["n_yes"].tolist() == [1, 0, 1, 0]
    assert found["act"].tolist() == [0, 0, 1, 1]


def test_evidence_on_other_acts_is_left_out(record, sides):
    acts, evidence, sources = record(
        ("a", DAY, DAY, {"n1": "yes"}), ("b", DAY, DAY, {"n1": "yes"})
    )
    found = evidence_matrix(acts[:1], evidence, sources, sides=sides)
    assert found["n_yes"].sum() == 1


def test_groups_keep_the_order_of_the_codebook(record, sides):
    found = one(record, {"s1": "yes"}, sides[::-1])
    assert found["group"].tolist() == ["southern", "northern"]
    assert found["group"].cat.categories.tolist() == ["southern", "northern"]


def test_no_act_gives_no_row_but_every_column(record, sides):
    none, some = evidence_matrix(*record(), sides=sides), one(record, {}, sides)
    assert len(none) == 0
    assert none.columns.tolist() == some.columns.tolist()


@law
@given(rows=st.lists(told, min_size=1, max_size=6))
def test_groups_add_up_the_sides_that_they_hold(record, sides, rows):
    made = record(*[(f"a{i}", DAY, DAY, told) for i, told in enumerate(rows)])
    parts, whole = (
        evidence_matrix(*made, sides=sides, by=by) for by in ("side", "group")
    )
    for column in ("n_yes", "n_partly", "n_contradicts"):
        assert (
            parts.groupby("act")[column]
            .sum()
            .equals(whole.groupby("act")[column].sum())
        )
    assert parts["alone"].sum() <= whole["alone"].sum()


def test_the_founding_case_has_as_many_rows_of_evidence_as_its_table(case):
    found = evidence_matrix(
        case.actions, case.evidence, case.sources, sides=case.codebook.sides
    )
    n = found[["n_yes", "n_partly", "n_contradicts"]].sum()
    assert (
        n.tolist()
        == case.evidence["supports"]
        .value_counts()[["yes", "partly", "contradicts"]]
        .tolist()
    )


def test_the_supporters_of_the_founding_case_are_those_of_its_acts(case):
    found = evidence_matrix(
        case.actions, case.evidence, case.sources, sides=case.codebook.sides
    )
    supporters = found["n_yes"].add(found["n_partly"]).groupby(found["action_id"]).sum()
    expected = case.actions.set_index("action_id")["n_sources"]
    assert supporters.equals(expected.sort_index().rename(None))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"sides": lambda f: f[:1]}, "an unknown side, such as 'north_private'"),
        ({"sources": lambda f: f[:1]}, "an unknown source, such as 'n2'"),
        (
            {"evidence": lambda f: f.replace("yes", "no")},
            "unknown answer, such as 'no'",
        ),
        (
            {"evidence": lambda f: f.drop(columns="supports")},
            "need the column supports",
        ),
        ({"acts": lambda f: f.drop(columns="earliest")}, "need the column earliest"),
        ({"acts": lambda f: f.assign(latest=pd.NaT)}, "1 of 1 acts cannot be placed"),
    ],
)
def test_tables_that_do_not_fit_each_other_are_refused(record, sides, change, said):
    names = ("acts", "evidence", "sources")
    given = dict(zip(names, record(("a", DAY, DAY, {"n2": "yes"})), strict=True))
    given = {**given, "sides": sides}
    changed = {
        name: change.get(name, lambda f: f)(frame) for name, frame in given.items()
    }
    with pytest.raises(MeasureError, match=said):
        evidence_matrix(*(changed[name] for name in names), sides=changed["sides"])


def test_sources_are_taken_by_side_or_by_group_only(record, sides):
    with pytest.raises(MeasureError, match="cannot be taken by 'publisher'"):
        one(record, {}, sides, by="publisher")


def test_tables_given_are_not_changed(record, sides):
    made = record(("a", DAY, DAY, {"n1": "yes"}))
    before = [frame.copy() for frame in made]
    evidence_matrix(*made, sides=sides)
    for frame, copy in zip(made, before, strict=True):
        pd.testing.assert_frame_equal(frame, copy)
