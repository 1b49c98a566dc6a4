import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from utils.errors import MeasureError
from utils.measures import counts
from utils.measures.sources.matrix import evidence_matrix
from utils.measures.sources.reporting import reporting

law = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
START = pd.Timestamp("2025-01-01")
told = st.dictionaries(
    st.sampled_from(["n1", "n2", "s1"]), st.sampled_from(["yes", "partly"])
)
rows = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 40), told), min_size=1, max_size=6
)


@pytest.fixture
def matrix(record, sides):
    return lambda *rows: evidence_matrix(*record(*rows), sides=sides)


def numbers(found):
    columns = ["group", "n", "n_alone", "n_acts", "share"]
    return found[columns].values.tolist()


def test_acts_are_counted_by_month_and_group(matrix):
    found = reporting(
        matrix(
            ("a", "2025-06-01", "2025-06-01", {"n1": "yes", "s1": "partly"}),
            ("b", "2025-06-30", "2025-06-30", {"n1": "yes", "n2": "yes"}),
        )
    )
    assert numbers(found) == [["northern", 2, 1, 2, 1], ["southern", 1, 0, 2, 0.5]]
    assert set(found["date"]) == {pd.Timestamp("2025-06-01")}


def test_an_act_of_uncertain_date_is_spread_over_its_window(matrix):
    found = reporting(matrix(("a", "2025-06-30", "2025-07-01", {"n1": "yes"})))
    assert found["n"].tolist() == [0.5, 0, 0.5, 0]
    assert found["share"].tolist() == [1, 0, 1, 0]


def test_the_order_of_the_rows_does_not_matter(matrix):
    made = matrix(
        ("a", "2025-06-01", "2025-06-01", {"n1": "yes", "s1": "partly"}),
        ("b", "2025-07-30", "2025-07-30", {"n1": "yes"}),
    )
    one, other = (
        reporting(rows).sort_values(["date", "group"])
        for rows in (made, made.iloc[[3, 0, 2, 1]])
    )
    assert numbers(one) == numbers(other)


def test_where_there_is_no_act_the_share_is_missing(matrix):
    found = reporting(
        matrix(("a", "2025-06-01", "2025-06-01", {"n1": "yes"})), until="2025-07-31"
    )
    assert found["n_acts"].tolist() == [1, 1, 0, 0]
    assert found["share"].isna().tolist() == [False, False, True, True]


def test_no_act_over_a_period_has_no_group_to_tell_of(matrix):
    found = reporting(matrix(), since="2025-06-01", until="2025-06-30")
    assert len(found) == 0
    assert {"date", "group", "n", "n_alone", "n_acts", "share", "per"} <= set(found)


def test_a_source_that_contradicts_reports_nothing(matrix):
    one = matrix(("a", "2025-06-01", "2025-06-01", {"s1": "contradicts", "n1": "yes"}))
    assert numbers(reporting(one)) == [
        ["northern", 1, 1, 1, 1],
        ["southern", 0, 0, 1, 0],
    ]


@law
@given(rows=rows, per=st.sampled_from(["day", "week", "month", "quarter", "year"]))
def test_counts_add_up_and_none_is_above_its_whole(matrix, rows, per):
    days = [
        (START + pd.Timedelta(n, "D"), START + pd.Timedelta(n + w, "D"))
        for n, w, _ in rows
    ]
    made = [(f"a{i}", *days[i], told) for i, (_, _, told) in enumerate(rows)]
    found = reporting(matrix(*made), per)
    whole = matrix(*made)
    supported = whole[whole["n_yes"] + whole["n_partly"] > 0]
    n = supported.groupby("group", observed=False).size()
    sums = found.groupby("group", observed=False)[["n", "n_alone"]].sum()
    assert sums["n"].tolist() == pytest.approx(n.tolist())
    assert (found["n_alone"] <= found["n"] + 1e-9).all()
    assert (found["n"] <= found["n_acts"] + 1e-9).all()


def test_all_acts_of_the_founding_case_are_those_that_counts_gives(case):
    found = reporting(
        evidence_matrix(
            case.actions, case.evidence, case.sources, sides=case.codebook.sides
        )
    )
    every = found.drop_duplicates("date")["n_acts"].to_numpy()
    assert every == pytest.approx(counts(case.actions, by=[])["n"].to_numpy())


def test_an_unknown_bin_is_refused(matrix):
    one = matrix(("a", "2025-06-01", "2025-06-01", {}))
    with pytest.raises(MeasureError, match="no bin 'decade'"):
        reporting(one, "decade")


def test_no_act_and_no_period_is_refused(matrix):
    with pytest.raises(MeasureError, match="no act to measure and no period"):
        reporting(matrix())
