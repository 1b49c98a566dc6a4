import pandas as pd
import pytest

from utils.errors import MeasureError
from utils.measures.sources.alone import (
    alone,
    alone_share,
    contradictions,
    source_numbers,
)
from utils.measures.sources.matrix import evidence_matrix

DAY = "2025-06-29"


@pytest.fixture
def matrix(record, sides):
    """Give four acts: north alone, south alone against north, both, and none."""
    acts, *others = record(
        ("a", DAY, DAY, {"n1": "yes", "n2": "partly"}),
        ("b", DAY, DAY, {"s1": "yes", "n1": "contradicts"}),
        ("c", DAY, DAY, {"n1": "yes", "s1": "yes"}),
        ("d", DAY, DAY, {"n1": "contradicts"}),
    )
    ways = pd.Categorical(["N>S", "S>N", "N>S", "S>N"], ["S>N", "N>S"])
    return evidence_matrix(acts.assign(direction=ways), *others, sides=sides)


@pytest.fixture(scope="module")
def founding(case):
    return evidence_matrix(
        case.actions, case.evidence, case.sources, sides=case.codebook.sides
    )


def test_acts_that_rest_on_one_group_are_listed_with_their_sources(matrix):
    found = alone(matrix)[["action_id", "group", "n_sources"]]
    assert found.values.tolist() == [["a", "northern", 2], ["b", "southern", 1]]


def test_their_share_is_of_all_acts(matrix):
    found = alone_share(matrix)
    assert found["group"].tolist() == ["northern", "southern", "any one"]
    assert found["n_alone"].tolist() == [1, 1, 2]
    assert found["share"].tolist() == [0.25, 0.25, 0.5]


def test_a_share_has_the_exact_interval(matrix):
    # Clopper and Pearson for one in four: 1 - 0.975^(1/4) is the lower bound.
    low = alone_share(matrix)["low"].iloc[0]
    assert low == pytest.approx(1 - 0.975 ** (1 / 4))


def test_a_share_says_itself(matrix):
    said = alone_share(matrix)["said"].tolist()
    assert said[0].startswith(
        "1 of 4 acts rest on sources of the group Northern alone:"
    )
    assert said[2].startswith(
        "2 of 4 acts rest on sources of any one group alone: 50 %"
    )


def test_shares_by_direction_are_of_the_acts_of_each(matrix):
    found = alone_share(matrix, ["direction"])
    both = found[found["group"] == "any one"]
    assert both["direction"].tolist() == ["S>N", "N>S"]
    assert both[["n_alone", "n_acts"]].values.tolist() == [[1, 2], [1, 2]]


def test_contradictions_say_who_is_against_and_who_for(matrix):
    found = contradictions(matrix)
    columns = ["action_id", "group", "n_contradicts", "supported_by"]
    assert found[columns].values.tolist() == [
        ["b", "northern", 1, "Southern"],
        ["d", "northern", 1, ""],
    ]


def test_acts_are_counted_by_their_number_of_supporters(matrix):
    found = source_numbers(matrix)
    assert found.values.tolist() == [[0, 1, 0.25], [1, 1, 0.25], [2, 2, 0.5]]


def test_numbers_of_sources_that_no_act_has_are_there_with_zero(matrix):
    found = source_numbers(matrix[matrix["action_id"].isin(["a", "d"])])
    assert found["n_acts"].tolist() == [1, 0, 1]


@pytest.mark.parametrize("measure", [alone_share, source_numbers])
def test_a_share_of_no_acts_is_refused(matrix, measure):
    with pytest.raises(MeasureError, match="widen the selection"):
        measure(matrix[:0])


@pytest.mark.parametrize("measure", [alone, contradictions])
def test_of_no_acts_the_list_is_empty(matrix, measure):
    assert len(measure(matrix[:0])) == 0


@pytest.mark.parametrize(
    "measure", [alone, alone_share, contradictions, source_numbers]
)
def test_a_missing_column_is_named(matrix, measure):
    with pytest.raises(MeasureError, match="need the column alone"):
        measure(matrix.drop(columns="alone"))


def groups_by_act(case):
    """Join, with pandas alone, the countries whose publishers support each act."""
    told = case.evidence[case.evidence["supports"] != "contradicts"]
    side = told.merge(case.sources, on="source_id")["side"].astype(str)
    names = side.str[:3].where(side.str[:3].isin(["aze", "rus"]), "other")
    return names.groupby(told["action_id"].to_numpy()).agg(
        lambda s: "+".join(sorted({*s}))
    )


def test_the_founding_case_rests_on_one_country_as_its_readme_says(case, repository):
    readme = (repository / "data/azerbaijan-russia/README.md").read_text("utf-8")
    counts = groups_by_act(case).value_counts()
    assert f"{counts['aze']} rows rest on Azerbaijani publishers alone" in readme
    assert f"{counts['rus']} on Russian ones alone" in readme


def test_azerbaijani_sources_alone_are_those_of_plain_pandas(case, founding):
    expected = groups_by_act(case)
    found = alone(founding)
    ours = found.loc[found["group"] == "azerbaijani", "action_id"]
    assert set(ours) == set(expected.index[expected == "aze"])


def test_russian_sources_alone_are_those_of_both_russian_groups(case, sides):
    groups = case.codebook.sides
    both = groups["group"].str.startswith("russian")
    joined = groups.assign(group=groups["group"].mask(both, "russian"))
    found = alone(
        evidence_matrix(case.actions, case.evidence, case.sources, sides=joined)
    )
    expected = groups_by_act(case)
    ours = found.loc[found["group"] == "russian", "action_id"]
    assert set(ours) == set(expected.index[expected == "rus"])


def test_rows_with_one_source_of_any_kind_are_those_of_the_readme(founding, repository):
    readme = (repository / "data/azerbaijan-russia/README.md").read_text("utf-8")
    n = founding[["n_yes", "n_partly", "n_contradicts"]].sum(axis=1)
    one = int((n.groupby(founding["act"]).sum() == 1).sum())
    assert f"{one} rows have one source of any kind." in readme


def test_contradicted_acts_are_those_that_the_case_marks(case, founding):
    marked = case.actions.loc[case.actions["contradicted"], "action_id"]
    assert set(contradictions(founding)["action_id"]) == set(marked)


def test_the_share_of_the_founding_case_is_that_of_its_list(founding):
    share = alone_share(founding)
    assert share["n_alone"].iloc[-1] == len(alone(founding))
    assert share["n_alone"].iloc[:-1].sum() == share["n_alone"].iloc[-1]
