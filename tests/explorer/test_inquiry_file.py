import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils import select
from utils.errors import InquiryFileError, ProjectError, SelectionError
from utils.explorer.inquiry import Inquiry
from utils.explorer.inquiry_file import Opened, read_inquiry, write_inquiry

VIEWS = ("timeline", "tension", "table")


@pytest.fixture
def told(small):
    """Give what a file holds, to be changed and written again."""
    asked = Inquiry(select(types="media"), per="week")
    return json.loads(write_inquiry(asked, small))


@pytest.fixture
def opened(small):
    return lambda told: read_inquiry(json.dumps(told), small, views=VIEWS)


def test_a_file_says_its_format_and_its_case(told, small):
    assert told["format"] == "demarche-inquiry"
    assert told["format_version"] == 1
    assert told["case"] == {
        "name": "small",
        "version": "0.1.0",
        "checksum": small.checksum,
    }


def test_a_file_holds_every_field_and_of_selections_those_in_use(told):
    assert told["inquiry"].keys() == vars(Inquiry()).keys()
    assert told["inquiry"]["selection"] == {"types": ["media"]}
    assert (told["inquiry"]["against"], told["inquiry"]["per"]) == (None, "week")


def inquiries(case, selections):
    return st.builds(
        Inquiry,
        selections,
        against=st.none() | selections,
        view=st.sampled_from(VIEWS),
        scale=st.sampled_from([*case.scales]),
        half_life_days=st.floats(0.001, 1e6),
        per=st.sampled_from(["day", "week", "month"]),
        band=st.booleans(),
    )


@given(data=st.data())
def test_what_is_written_is_read_again(case, selections, data):
    asked = data.draw(inquiries(case, selections))
    assert read_inquiry(write_inquiry(asked, case), case) == Opened(asked)


@given(data=st.data())
def test_a_spoilt_file_is_refused_by_name_or_is_sound(case, selections, data):
    told = write_inquiry(data.draw(inquiries(case, selections)), case)
    whole = bytearray(told.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(whole) - 1))
        end = place + data.draw(st.integers(0, 3))
        whole[place:end] = data.draw(st.binary(max_size=3) | st.sampled_from(BITS))
    assert is_sound_or_refused(bytes(whole), case)


def is_sound_or_refused(text, case):
    """Read a file, and say whether all went well; errors that have no name go on."""
    try:
        found = read_inquiry(text, case, views=VIEWS)
    except ProjectError as error:
        return bool(str(error).encode())
    return found.inquiry.view in VIEWS


BITS = [b"null", b"1e999", b"-1", b"{}", b"[]", b'"', b"\\ud800", b"NaN", b'""']
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(value=VALUES | st.sampled_from([10**400, "1e3", float("inf")]), data=st.data())
def test_any_value_in_any_place_is_refused_by_name_or_is_sound(small, value, data):
    told = json.loads(write_inquiry(Inquiry(select(types="media")), small))
    part = data.draw(st.sampled_from([told, told["case"], told["inquiry"]]))
    part = data.draw(st.sampled_from([part, told["inquiry"]["selection"]]))
    part[data.draw(st.sampled_from([*part, "since", "acts", "n_sources"]))] = value
    assert is_sound_or_refused(json.dumps(told), small)


def test_what_is_left_out_is_as_at_first(told, opened):
    told["inquiry"] = {"selection": {"types": ["media"]}}
    assert opened(told).inquiry == Inquiry(select(types="media"))


@pytest.mark.parametrize("text", ["", "{", "types=media", "[" * 100_000, b"\xff\xfe{"])
def test_what_is_no_json_is_refused(small, text):
    with pytest.raises(InquiryFileError, match="no JSON"):
        read_inquiry(text, small)


@pytest.mark.parametrize("text", ["[]", "{}", "3", '{"format": "demarche-chart"}'])
def test_json_of_another_kind_is_refused(small, text):
    with pytest.raises(InquiryFileError, match="no saved inquiry"):
        read_inquiry(text, small)


def test_a_file_that_is_too_large_is_refused(small):
    with pytest.raises(InquiryFileError, match=r"larger .*1,000,000 bytes"):
        read_inquiry(" " * 1_000_001, small)


def test_another_version_of_the_format_is_refused(told, opened):
    told["format_version"] = 2
    with pytest.raises(InquiryFileError, match=r"format version 2; .* reads 1"):
        opened(told)


def test_another_case_is_refused(told, opened):
    told["case"]["name"] = "azerbaijan-russia"
    with pytest.raises(
        InquiryFileError, match="'azerbaijan-russia', and this explorer shows 'small'"
    ):
        opened(told)


def test_other_data_of_the_same_case_are_named_and_opened(told, opened):
    told["case"] |= {"checksum": "0", "version": "0.0.9"}
    found = opened(told)
    assert found.inquiry.selection == select(types="media")
    assert found.changed == (
        "The data have changed since this was saved: it was version '0.0.9' of the "
        "case, and this is '0.1.0'."
    )


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("colour", "red", "inquiry has no field 'colour'"),
        ("view", "tensoin", "There is no view 'tensoin'. Did you mean 'tension'"),
        ("scale", "signz", "There is no scale 'signz'. Did you mean 'signs'"),
        ("per", "decade", "no bin 'decade'"),
        ("per", ["day"], "per is .* it is a text"),
        ("band", 1, "band is 1; it is true or false"),
        ("half_life_days", True, "half_life_days is True; it is a number"),
        ("half_life_days", 10**400, "half_life_days is 1000.* it is a number"),
        ("half_life_days", -1, "half_life_days is -1"),
        ("selection", [], "selection is .* it has fields"),
        ("selection", {"typos": ["media"]}, "no field 'typos'. Did you mean 'types'"),
        ("selection", {"types": "media"}, "types is 'media'; it is a list of texts"),
        ("selection", {"since": ["2025"]}, "since is .* it is a text"),
        ("against", {"types": [1]}, "types is .* it is a list of texts"),
    ],
)
def test_a_field_that_makes_no_sense_is_refused(told, opened, field, value, message):
    told["inquiry"][field] = value
    with pytest.raises(ProjectError, match=message):
        opened(told)


@pytest.mark.parametrize("which", ["selection", "against"])
def test_what_the_case_lacks_is_refused(told, opened, which):
    told["inquiry"][which] = {"types": ["medai"]}
    with pytest.raises(SelectionError, match="Did you mean 'media'"):
        opened(told)


@pytest.mark.parametrize("part", ["format_version", "case", "inquiry"])
def test_a_file_without_one_of_its_parts_is_refused(told, opened, part):
    del told[part]
    with pytest.raises(InquiryFileError):
        opened(told)
