"""What is odd in the files of POLECAT, and how it is taken. All rows are invented."""

import pytest
from event_rows import chosen, header, left_out, read, text

from utils import events
from utils.events.formats import FORMATS

POLECAT = FORMATS["polecat"]


def test_type_and_mode_make_the_code(tmp_path):
    found = chosen(read(tmp_path, "polecat", {}, {"Event_Mode": ""}))
    assert sorted(found["code"]) == ["ACCUSE", "ACCUSE-disapprove"]
    assert sorted(found["form"]) == ["accuse", "accuse_disapprove"]


def test_none_is_a_text_that_says_nothing(tmp_path):
    rows = [{}, {"Recipient_Country": "None"}, {"Event_Mode": "None"}]
    read_rows = read(tmp_path, "polecat", *rows)
    assert sorted(chosen(read_rows)["code"]) == ["ACCUSE", "ACCUSE-disapprove"]
    assert left_out(read_rows) == {"no country": 1}


def test_headers_and_tabs_astray_are_counted_with_their_lines(tmp_path):
    astray = text(POLECAT, {"Actor_Title": "head\tof state"}).splitlines()[1] + "\n"
    found = read(tmp_path, "polecat", {}, header(POLECAT), astray, {"Event_ID": "2"})
    assert len(chosen(found)) == 2
    assert left_out(found) == {"stray header": 1}
    assert found.report().stray_headers["line"].tolist() == [3]
    assert found.report().unparsable["line"].tolist() == [4]


@pytest.mark.parametrize("countries", ["RUS;USA", "RUS, USA", "RUS|USA"])
def test_a_list_of_countries_is_not_taken_for_one(tmp_path, countries):
    found = read(tmp_path, "polecat", {}, {"Recipient_Country": countries})
    assert left_out(found) == {"several countries": 1}


def test_intensity_may_be_called_event_intensity(tmp_path):
    other = text(POLECAT, {}).replace("\tIntensity\t", "\tEvent Intensity\t")
    (tmp_path / "export").write_text(other)
    assert events.read(tmp_path / "export").format.name == "polecat"


def test_the_quad_class_in_words_is_told_as_a_figure(tmp_path):
    found = chosen(read(tmp_path, "polecat", {}))
    assert found[["quad", "quad_given"]].to_numpy().tolist() == [["3", "3"]]


def test_other_alphabets_are_read_as_they_are(tmp_path):
    found = chosen(read(tmp_path, "polecat", {"Placename": "Bakı", "Source": "Баку"}))
    assert found["place"].tolist() == ["Bakı"]


def test_its_own_scores_weigh_it(tmp_path):
    found = read(tmp_path, "polecat", {}, {"Event_Mode": ""})
    weights = found.daily(found.report().scale)
    assert weights["weight"].tolist() == [-5.0]
