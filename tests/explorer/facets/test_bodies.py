from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.explorer.facets.bodies import Bodies

# A acts; so do GOV below it and two ministries below that, and a lone court.
PATHS = ["A", "A/GOV", "A/GOV/MFA", "A/GOV/MOD", "A/COURT", "B/GOV2/MFA2", "C"]
ASKED = {
    "one box of many": (["MFA"], ["MFA"]),
    "a body and all below it": (["GOV/", "MFA", "MOD"], ["GOV"]),
    "a body alone": (["GOV/"], ["GOV/"]),
    "all below a body, not the body": (["MFA", "MOD"], ["MFA", "MOD"]),
    "a whole country": (["A/", "GOV/", "MFA", "MOD", "COURT"], ["A"]),
    "a country alone": (["A/"], ["A/"]),
    "a country without one ministry": (
        ["A/", "GOV/", "MOD", "COURT"],
        ["A/", "COURT", "GOV/", "MOD"],
    ),
    "a country with but one body": (["MFA2"], ["B"]),
    "a country that acts itself, and nobody below": (["C"], ["C"]),
    "nothing": ([], []),
}


@pytest.fixture(scope="module")
def bodies():
    return Bodies(PATHS)


def test_a_body_with_others_below_it_is_a_box_that_stands_for_it_alone(bodies):
    assert [*bodies.boxes.values()] == [
        "A/",
        "COURT",
        "GOV/",
        "MFA",
        "MOD",
        "MFA2",
        "C",
    ]


@pytest.mark.parametrize("name", ASKED)
def test_boxes_are_asked_for_by_the_fewest_ids(bodies, name):
    ticked, wanted = ASKED[name]
    assert sorted(bodies.asked(ticked)) == sorted(wanted)


@pytest.mark.parametrize(
    ("chosen", "ticked"),
    [
        (["A"], ["A/", "COURT", "GOV/", "MFA", "MOD"]),
        (["GOV"], ["GOV/", "MFA", "MOD"]),
        (["GOV/"], ["GOV/"]),
        (["MFA/"], ["MFA"]),
        (["GOV2"], ["MFA2"]),
        (["GOV2/"], []),
        (["C/", "MOD"], ["MOD", "C"]),
        (["nothing"], []),
    ],
    ids=str,
)
def test_a_selection_ticks_the_boxes_whose_acts_it_keeps(bodies, chosen, ticked):
    assert bodies.ticked(chosen) == ticked


def test_a_body_below_a_country_of_its_own_is_named_by_what_is_above_only_once():
    assert Bodies(["A/GOV/MFA", "A/COURT"]).asked(["MFA"]) == ["MFA"]


@st.composite
def paths(draw):
    """Draw bodies, some of which stand below each other, and let some of them act."""
    known = ["A", "B"]
    for number in range(draw(st.integers(0, 7))):
        known.append(f"{draw(st.sampled_from(known))}/{number}")
    return draw(st.lists(st.sampled_from(known), min_size=1, unique=True))


@given(acting=paths(), data=st.data())
def test_what_is_asked_ticks_the_same_boxes_again(acting, data):
    bodies = Bodies(acting)
    ticked = data.draw(st.sets(st.sampled_from([*bodies.boxes.values()])))
    assert {*bodies.ticked(bodies.asked(ticked))} == ticked


@given(acting=paths(), data=st.data())
def test_no_shorter_list_would_tick_them(acting, data):
    bodies = Bodies(acting)
    ticked = data.draw(st.sets(st.sampled_from([*bodies.boxes.values()])))
    ids = {
        name
        for path in acting
        for part in path.split("/")
        for name in (part, f"{part}/")
    }
    fewer = len(bodies.asked(ticked)) - 1
    shorter = chain.from_iterable(
        combinations(ids, n) for n in range(min(fewer, 3) + 1)
    )
    assert [
        each for each in shorter if {*bodies.ticked(each)} == ticked and ticked
    ] == []
