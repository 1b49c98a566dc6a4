import pandas as pd
import pytest

from utils.errors import MeasureError
from utils.measures.sources.claims import VERDICTS, claim_support, verdicts

DAY = "2025-06-29"


def claims(*rows):
    frame = pd.DataFrame(list(rows), columns=["action_ids", "verdict"], dtype="str")
    number = [str(n) for n in range(len(frame))]
    return frame.assign(paragraph=number, claim="something", note="")


@pytest.fixture
def support(record, sides):
    def find(*rows, apart_from=()):
        acts, evidence, sources = record(
            ("a", DAY, DAY, {"n1": "yes", "n2": "partly"}),
            ("b", DAY, DAY, {"n1": "yes", "s1": "yes"}),
            ("c", DAY, DAY, {"n1": "contradicts"}),
        )
        return claim_support(
            claims(*rows),
            evidence,
            sources,
            actions=acts.assign(date=[DAY, "2025-07", DAY]),
            sides=sides,
            apart_from=apart_from,
        )

    return find


def test_a_source_of_two_acts_of_a_claim_counts_once(support):
    found = support(("a;b", "confirmed")).iloc[0]
    assert (found["n_acts"], found["n_acts_backed"], found["n_sources"]) == (2, 2, 3)


def test_a_claim_names_the_groups_that_support_its_acts(support):
    found = support(("b;a", "confirmed")).iloc[0]
    assert (found["groups"], found["n_groups"]) == ("Northern; Southern", 2)


def test_a_claim_has_the_dates_of_its_acts(support):
    assert support(("a;b;c", "partly"))["dates"].tolist() == [f"{DAY}; 2025-07"]


def test_the_text_that_makes_the_claims_does_not_count(support):
    found = support(("b", "confirmed"), ("c", "disputed"), apart_from=["n1"])
    assert found["n_sources"].tolist() == [1, 0]
    assert found["n_contradicting"].tolist() == [0, 0]
    assert found["groups"].tolist() == ["Southern", ""]


def test_sources_that_contradict_are_counted_apart(support):
    found = support(("c", "contradicted")).iloc[0]
    assert (found["n_sources"], found["n_contradicting"]) == (0, 1)
    assert found["n_acts_backed"] == 0


def test_a_claim_about_no_act_has_no_source(support):
    found = support(("", "opinion")).iloc[0]
    assert (found["n_acts"], found["n_sources"], found["dates"]) == (0, 0, "")


def test_verdicts_have_an_order_and_new_ones_come_last(support):
    found = support(("a", "opinion"), ("a", "maybe"), ("a", "confirmed"))["verdict"]
    assert found.cat.ordered
    assert found.cat.categories.tolist() == [*VERDICTS, "maybe"]
    assert found.sort_values().tolist() == ["confirmed", "opinion", "maybe"]


def test_claims_are_counted_by_verdict_with_their_sources(support):
    found = verdicts(support(("a", "partly"), ("b", "partly"), ("a;b", "confirmed")))
    assert found["verdict"].tolist() == ["confirmed", "partly"]
    assert found["n"].tolist() == [1, 2]
    assert found["median_sources"].tolist() == [3, 2]
    assert found["n_two_groups"].tolist() == [1, 1]


def test_a_verdict_on_no_act_has_no_number_of_sources(support):
    found = verdicts(support(("", "opinion"))).iloc[0]
    assert (found["n"], found["n_of_acts"]) == (1, 0)
    assert found["least_sources"] is pd.NA


def test_a_case_without_claims_has_none_to_support(support):
    assert len(support()) == 0
    assert len(verdicts(support())) == 0


def test_an_act_that_is_not_there_is_named(support):
    with pytest.raises(MeasureError, match="about 'x', no act here: known: a, b, c"):
        support(("x", "confirmed"))


def test_a_source_that_is_not_there_is_named(support):
    with pytest.raises(MeasureError, match="no source 'seed'"):
        support(("a", "confirmed"), apart_from=["seed"])


def test_a_missing_column_is_named(record, sides):
    acts, evidence, sources = record(("a", DAY, DAY, {}))
    with pytest.raises(MeasureError, match="need the column verdict"):
        claim_support(
            claims().drop(columns="verdict"),
            evidence,
            sources,
            actions=acts.assign(date=DAY),
            sides=sides,
        )


def test_the_acts_of_the_founding_case_that_rest_on_its_article_are_three(case):
    found = claim_support(
        case.claims,
        case.evidence,
        case.sources,
        actions=case.actions,
        sides=case.codebook.sides,
        apart_from=["seed-article"],
    )
    bare = found[(found["n_acts"] > 0) & (found["n_acts_backed"] == 0)]
    told = case.evidence[case.evidence["supports"] != "contradicts"]
    by_act = told.groupby("action_id")["source_id"].agg(set)
    alone = by_act.index[by_act == {"seed-article"}]
    assert set(bare["action_ids"]) == set(alone)
    assert found["verdict"].notna().all()
