"""Names of files that every system takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from utils.errors import ExportError
from utils.exports.names import alike, check_name

SOUND = [
    "tension",
    "Əliyev 2025",
    "Баку–Москва",
    "a.b",
    "-x",
    "COM",
    "console",
    "COM10",
]
OFFERED = {
    "": "figure",
    "  ": "figure",
    ".": "figure",
    "..": "figure",
    "../tension": "tension",
    "/etc/passwd": "etc-passwd",
    "figures/tension": "figures-tension",
    "C:\\tension": "C-tension",
    "tension?": "tension",
    "a<b>|c": "a-b-c",
    'a"b*c': "a-b-c",
    "tension\x00": "tension",
    "a\nb": "a-b",
    "a\u2028b": "a-b",
    "tension.": "tension",
    "tension ": "tension",
    " tension": "tension",
    ".tension": "tension",
    "CON": "figure-CON",
    "nul": "figure-nul",
    "com1.2025": "figure-com1.2025",
    "LPT³": "figure-LPT³",
    "CONIN$": "figure-CONIN$",
    "aux .txt": "figure-aux .txt",
    "\u202egnp.tension": "gnp.tension",
    "a\u200bb": "ab",
    "a\ud800b": "ab",
    "x" * 101: "x" * 100,
    "ж" * 91: "ж" * 90,
}


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_name_stays_as_it_is(name):
    assert check_name(name) == name


@pytest.mark.parametrize(("name", "offered"), OFFERED.items())
def test_a_name_that_will_not_do_is_answered_with_one_that_does(name, offered):
    with pytest.raises(ExportError) as refused:
        check_name(name)
    assert str(refused.value).endswith(f"{offered!r} would do.")


@pytest.mark.parametrize("name", [None, 7, b"tension"])
def test_what_is_no_text_is_no_name(name):
    with pytest.raises(ExportError, match="A name is text; "):
        check_name(name)


def test_a_name_that_has_its_ending_already_is_refused():
    with pytest.raises(ExportError, match=r"ends in \.pdf, .* write 'tension', and"):
        check_name("tension.PDF", ["pdf", "svg"])


@given(st.text(max_size=300))
def test_whatever_is_offered_is_a_sound_name(text):
    try:
        check_name(text)
    except ExportError as error:
        offered = str(error).removesuffix(" would do.").rpartition("; ")[2]
        assert check_name(eval(offered, {})) == eval(offered, {})


def test_names_that_differ_in_capitals_or_in_how_an_accent_is_made_are_alike():
    assert alike("ÉTÉ") == alike("e\u0301te\u0301")
