import pytest

from utils.explorer.facets import facets


@pytest.fixture(scope="module")
def every_facet(case):
    return {facet.field: facet for facet in facets(case)}


@pytest.fixture(scope="module")
def small_facets(small):
    return {facet.field: facet for facet in facets(small)}


def labels(facet):
    return {option["value"]: option["label"] for option in facet.options}


def test_each_field_of_values_has_a_facet_in_a_fixed_order(every_facet):
    assert [*every_facet] == [
        *("directions", "types", "actors", "targets", "forms", "tones"),
        *("certainty", "sides", "only_sides", "n_sources"),
    ]


def test_direction_type_and_actor_open_unfolded(every_facet):
    opened = [field for field, facet in every_facet.items() if facet.opens]
    assert opened == ["directions", "types", "actors"]


@pytest.mark.parametrize(
    ("field", "book", "key"),
    [
        ("types", "types", "type"),
        ("forms", "forms", "form"),
        ("tones", "tones", "tone"),
        ("certainty", "certainty", "certainty"),
        ("sides", "sides", "side"),
    ],
)
def test_every_value_of_the_codebook_is_offered_with_its_definition(
    small_facets, small, field, book, key
):
    table = getattr(small.codebook, book)
    offered = [(o["value"], o["definition"]) for o in small_facets[field].options]
    assert offered == [*zip(table[key], table["definition"], strict=True)]


def test_directions_that_occur_are_offered_by_name(small_facets):
    assert [*labels(small_facets["directions"]).values()] == [
        *("Altania → Bestovia", "Bestovia → Altania", "Bestovia → Bestovia")
    ]


def test_a_tree_goes_from_country_to_role_to_body(small_facets):
    tree = [(o["value"], o["parent"]) for o in small_facets["actors"].options]
    assert tree == [
        *[("AAA", ""), ("AAA/", "AAA"), ("AAA:law_enforcement", "AAA")],
        *[("AAA_POL", "AAA:law_enforcement"), ("BBB", ""), ("BBB/", "BBB")],
        *[("BBB:foreign_ministry", "BBB"), ("BBB_MFA/", "BBB:foreign_ministry")],
        *[("BBB:state_media", "BBB"), ("BBB_MED", "BBB:state_media")],
    ]


def test_a_role_has_the_label_and_the_definition_of_the_codebook(small_facets):
    role = small_facets["actors"].options[2]
    assert role["label"] == "Law enforcement"
    assert role["definition"].startswith("Police, prosecutors,")


def test_one_that_acts_beside_those_below_it_can_be_ticked_alone(small_facets):
    found = labels(small_facets["actors"])
    assert found["BBB_MFA/"] == "Foreign ministry of Bestovia (alone)"
    assert "AAA_POL/" not in found


def test_the_targets_are_those_acted_upon(small_facets):
    found = labels(small_facets["targets"])
    assert "AAA_POL" not in found
    assert {"AAA", "BBB", "BBB/", "BBB_MFA/", "BBB_MED"} <= {*found}


def test_a_body_is_found_by_its_native_name_and_its_code(small_facets):
    police = small_facets["actors"].options[3]
    assert police["also"] == "Alt polis AAA_POL"


@pytest.mark.parametrize("field", ["actors", "targets"])
def test_the_sides_of_the_case_come_first_in_the_order_of_the_alphabet(
    every_facet, field
):
    options = every_facet[field].options
    roots = [option["value"] for option in options if not option["parent"]]
    assert roots[:2] == ["AZE", "RUS"]
    assert roots[2:] == sorted(roots[2:])


def test_numbers_of_sources_are_said_in_words(small_facets):
    assert labels(small_facets["n_sources"]) == {
        **{"1": "1 source", "2": "2 sources", "3": "3 sources"},
        "4+": "4 or more sources",
    }


def test_no_option_comes_twice(every_facet):
    for facet in every_facet.values():
        assert len({*facet.values}) == len(facet.values)


def test_each_option_says_what_it_means(every_facet):
    bare = [o for f in every_facet.values() for o in f.options if not o["definition"]]
    assert bare == []
