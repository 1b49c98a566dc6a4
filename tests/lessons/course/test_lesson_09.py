"""Lesson 9: right answers are counted in the sample itself, wrong ones written out."""

import pandas as pd
import pytest

from utils.events.countries import countries
from utils.lessons import exercises

ASKED = exercises(9)
CLASSES = {
    "consult": "cooperation in word",
    "praise": "cooperation in word",
    "aid": "cooperation in deed",
    "criticise": "conflict in word",
    "rally": "conflict in deed",
    "sanction": "conflict in deed",
}
PLACES = {
    **{"AM": "same", "IR": "same"},
    **{"RS": "other", "AS": "other", "KN": "other"},
    **{"AJ": "none", "JA": "none"},
}
ISO = {
    **{"AM": "Armenia", "FR": "France", "IR": "Iran", "IT": "Italy"},
    **{"AS": "American Samoa", "CH": "Switzerland", "GM": "Gambia", "IS": "Iceland"},
    **{"KN": "St. Kitts & Nevis", "RS": "Serbia"},
    **{"AJ": "", "JA": "", "RP": "", "UK": ""},
}
"""The codes of ISO 3166-1 alpha-2, as its list of countries has them."""
ACTOR, TARGET, CODE, PAGE = 7, 17, 26, 60


@pytest.fixture(scope="module")
def sample(repository):
    """Give the rows of the sample with their numbered columns."""
    file = repository / "data" / "gdelt-sample" / "20180101000000.export.CSV"
    return pd.read_csv(file, sep="\t", header=None, dtype="str", keep_default_na=False)


@pytest.fixture(scope="module")
def countries_named(sample):
    return sample[sample[ACTOR].ne("") & sample[TARGET].ne("")]


def test_rows_without_a_country_are_counted_in_the_sample(sample, countries_named):
    missing = len(sample) - len(countries_named)
    assert missing == 19
    assert ASKED["l09_1"].judge(missing).is_right


def test_the_rows_of_the_longest_page_are_counted_in_the_sample(countries_named):
    most = countries_named[PAGE].value_counts().max()
    assert most == 22
    assert ASKED["l09_2"].judge(most).is_right


def test_meetings_told_twice_are_consultations_from_both_sides(countries_named):
    meetings = countries_named[countries_named[CODE] == "040"]
    ways = (meetings[ACTOR] + ">" + meetings[TARGET]).value_counts()
    assert ways.to_dict() == {"AZE>IRN": 5, "IRN>AZE": 5}
    assert ASKED["l09_3"].judge(5).is_right


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("l09_4", CLASSES),
        ("l09_5", PLACES),
        ("l09_6", 0.6),
        ("l09_6", 6 / 10),
    ],
)
def test_a_right_answer_is_right(name, answer):
    assert ASKED[name].judge(answer).is_right


@pytest.mark.parametrize(
    ("name", "answer", "phrase"),
    [
        ("l09_1", 64, "rows were read"),
        ("l09_1", 40, "are kept"),
        ("l09_1", 5, "name both countries"),
        ("l09_1", 45, "name two countries"),
        ("l09_2", 8, "differ in direction"),
        ("l09_2", 7, "how many publishers"),
        ("l09_2", 45, "sum over all pages"),
        ("l09_2", 10, "another page"),
        ("l09_3", 10, "These are rows"),
        ("l09_3", 12, "one direction has"),
        ("l09_3", 0, "-- in the middle"),
        ("l09_4", CLASSES | {"rally": "conflict in word"}, "only talk there"),
        ("l09_4", CLASSES | {"rally": "cooperation in deed"}, "Is that help"),
        ("l09_4", CLASSES | {"consult": "cooperation in deed"}, "beyond talk"),
        ("l09_4", CLASSES | {"aid": "cooperation in word"}, "more than words"),
        ("l09_4", CLASSES | {"sanction": "conflict in word"}, "Frozen money"),
        ("l09_5", dict.fromkeys(PLACES, "same"), "row by row"),
        ("l09_5", PLACES | {"AJ": "other"}, "For AJ and JA"),
        ("l09_5", PLACES | {"IR": "other"}, "mean the same in both"),
        ("l09_5", PLACES | {"RS": "same"}, "mean somebody else"),
        ("l09_6", 0.7, "One match does not fit"),
        ("l09_6", 0.75, "You counted events"),
        ("l09_6", 0.5, "would be precision"),
        ("l09_6", 0.4, "missed"),
        ("l09_6", 0.9, "one by one"),
    ],
)
def test_a_wrong_answer_gets_its_hint(name, answer, phrase):
    verdict = ASKED[name].judge(answer)
    assert verdict.state == "not yet"
    assert phrase in verdict.said


def test_the_table_of_codes_is_that_of_both_lists(repository):
    listed = pd.read_csv(
        repository / "data" / "course" / "country_codes.csv", keep_default_na=False
    )
    fips = countries("fips").set_index("given")["country"]
    three = countries("names").set_index("given")["country"]
    assert dict(zip(listed["code"], listed["in_iso"], strict=True)) == ISO
    assert [fips[code] for code in listed["code"]] == [
        three[name] for name in listed["in_gdelt"]
    ]
