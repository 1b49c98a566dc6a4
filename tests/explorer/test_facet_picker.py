import pytest
from traitlets import TraitError

from utils.explorer.facet_picker import FacetPicker

TYPES = [{"value": "cultural", "label": "Cultural"}, {"value": "media", "label": "M"}]
STATES = [
    {"value": "AZE", "label": "Azerbaijan"},
    {"value": "AZE_GOV", "label": "Government", "parent": "AZE"},
    {"value": "AZE_GOV_MFA", "label": "Foreign ministry", "parent": "AZE_GOV"},
]


def test_a_fresh_picker_filters_nothing():
    assert FacetPicker(title="Type", options=TYPES).chosen is None


def test_nothing_ticked_is_not_the_same_as_no_filter():
    assert FacetPicker(options=TYPES, chosen=[]).chosen == []


def test_a_choice_is_kept_in_the_order_of_the_options_and_once_each():
    picker = FacetPicker(options=TYPES, chosen=["media", "cultural", "media"])
    assert picker.chosen == ["cultural", "media"]


def test_a_choice_that_is_no_option_is_refused_with_the_nearest_one():
    picker = FacetPicker(title="Type", options=TYPES)
    with pytest.raises(TraitError, match=r"'medai'.* Type\. Did you mean 'media'\?"):
        picker.chosen = ["medai"]


def test_a_refused_choice_leaves_the_last_one_standing():
    picker = FacetPicker(options=TYPES, chosen=["media"])
    with pytest.raises(TraitError):
        picker.chosen = ["nonsense"]
    assert picker.chosen == ["media"]


def test_a_count_for_what_is_no_option_is_refused():
    with pytest.raises(TraitError, match="A count names 'sport'"):
        FacetPicker(options=TYPES, counts={"sport": 3})


def test_the_depth_of_an_option_follows_from_its_parent():
    picker = FacetPicker(options=STATES)
    assert [option["depth"] for option in picker.options] == [0, 1, 2]


def test_an_option_before_its_parent_is_refused():
    with pytest.raises(TraitError, match="'AZE_GOV' has the parent 'AZE'"):
        FacetPicker(options=STATES[1:])


def test_an_option_that_comes_twice_is_refused():
    with pytest.raises(TraitError, match="'media' comes twice"):
        FacetPicker(options=[TYPES[1], TYPES[1]])


@pytest.mark.parametrize(
    "option",
    [{"value": "media"}, {"label": "Media"}, {**TYPES[0], "hue": "red"}],
    ids=["no label", "no value", "an unknown key"],
)
def test_an_unsound_option_is_refused_with_the_keys_that_exist(option):
    with pytest.raises(TraitError, match="may have definition, also, parent, depth"):
        FacetPicker(options=[option])


def test_the_options_stay_as_they_were_given():
    picker = FacetPicker(options=TYPES)
    with pytest.raises(TraitError, match="make a new picker"):
        picker.options = STATES


def test_no_script_of_ours_can_turn_data_into_markup():
    assert "innerHTML" not in FacetPicker._esm
    assert "insertAdjacentHTML" not in FacetPicker._esm
