"""What counts as the same kind of act."""

import pandas as pd
import pytest

from utils.errors import EventsError
from utils.events.against.kinds import check_kind, kinds_of_acts, kinds_of_events

ACTS = pd.DataFrame({"cameo": ["0311", "141", ""], "tone": ["x", "y", "z"]})


@pytest.mark.parametrize(
    ("kind", "kinds"),
    [
        ("code", ["0311", "141", ""]),
        ("root", ["03", "14", ""]),
        ("quad", ["1", "4", ""]),
        ("tone", ["x", "y", "z"]),
    ],
)
def test_the_kind_of_an_act_is_read_from_its_code_or_its_tone(kind, kinds):
    assert kinds_of_acts(ACTS, kind).tolist() == kinds


def test_an_event_brings_its_quad_class_along():
    events = pd.DataFrame({"code": ["X"], "quad": ["3"], "tone": ["x"]})
    assert kinds_of_events(events, "quad").tolist() == ["3"]


def test_other_codes_than_those_of_cameo_are_compared_by_quad_class_or_tone():
    check_kind("quad", "plover")
    with pytest.raises(EventsError, match="no CAMEO codes, so kind cannot be 'root'"):
        check_kind("root", "plover")


def test_an_unknown_kind_is_refused_with_those_that_exist():
    with pytest.raises(EventsError, match=r"no kind 'roots'.*Did you mean 'root'"):
        check_kind("roots", "cameo")
