import pytest

from utils import select
from utils.selection import NOTHING
from utils.selection.phrase import day_in_words, phrase


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({}, "all acts"),
        ({"dates": "certainly"}, "all acts"),
        ({"types": "law_enforcement"}, "law enforcement acts"),
        (
            {"types": ["media", "cultural", "judicial"]},
            "cultural, judicial or media acts",
        ),
        ({"forms": ["visit", "accuse"]}, "acts of the form accuse or visit"),
        ({"actors": "AZE_GOV"}, "acts by AZE_GOV"),
        ({"directions": "AZE>RUS"}, "acts from AZE to RUS"),
        ({"directions": ["RUS>AZE", "AZE>RUS"]}, "acts between AZE and RUS"),
        ({"directions": "AZE>AZE"}, "acts within AZE"),
        (
            {"directions": ["AZE>RUS", "RUS>AZE", "AZE>TUR"]},
            "acts between AZE and RUS or from AZE to TUR",
        ),
        (
            {"directions": "AZE--RUS"},
            "acts of unknown direction between AZE and RUS",
        ),
        ({"only_sides": "press"}, "acts reported by no other side than press"),
        ({"since": "2025-06"}, "acts since 1 Jun 2025"),
        ({"until": "2025-06"}, "acts until 30 Jun 2025"),
        ({"text": 'a "b"'}, 'acts that mention "a "b""'),
        ({"actors": NOTHING, "since": "2025"}, "no acts"),
        ({"text": "nothing"}, 'acts that mention "nothing"'),
    ],
    ids=str,
)
def test_a_selection_says_itself(wanted, said):
    assert select(**wanted).describe() == said


def test_all_fields_together_make_one_sentence():
    chosen = select(
        certainty=["confirmed", "reported"],
        tones="conflictual",
        types="media",
        forms="accuse",
        directions="AZE>RUS",
        actors="AZE_GOV",
        targets="RUS_GOV",
        sides="press",
        only_sides=["press", "state"],
        since="2025",
        until="2025-03",
        dates="certainly",
        text="visa",
    )
    assert chosen.describe() == (
        "confirmed or reported conflictual media acts of the form accuse from AZE to "
        "RUS by AZE_GOV towards RUS_GOV reported by press reported by no other side "
        "than press or state from 1 Jan 2025 to 31 Mar 2025 (certainly in that "
        'period) that mention "visa"'
    )


def test_labels_stand_for_the_values_that_have_one():
    labels = {"AZE": "Azerbaijan", "press": "the press", "media": "media and press"}
    chosen = select(directions=["AZE>RUS"], sides=["press", "state"], types="media")
    assert phrase(chosen, labels) == (
        "media and press acts from Azerbaijan to RUS reported by state or the press"
    )


def swapped(text):
    return text.replace("AZE", "_").replace("RUS", "AZE").replace("_", "RUS")


@pytest.mark.parametrize(
    "wanted",
    [
        {"directions": ["AZE>RUS"]},
        {"directions": ["AZE>RUS"], "types": "media", "since": "2025"},
        {"actors": ["AZE"], "targets": ["RUS"]},
    ],
    ids=str,
)
def test_the_two_sides_are_spoken_of_alike(wanted):
    chosen = select(**wanted)
    assert chosen.reversed().describe() == swapped(chosen.describe())


@pytest.mark.parametrize("directions", [["AZE>RUS", "RUS>AZE"], ["AZE--RUS"]])
def test_both_directions_read_the_same_from_either_side(directions):
    chosen = select(directions=directions)
    assert chosen.reversed().describe() == chosen.describe()


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2025-01-09", "9 Jan 2025"),
        ("2025-12-31", "31 Dec 2025"),
        ("0900-05-01", "1 May 0900"),
    ],
)
def test_a_day_is_said_in_english_words(iso, said):
    assert day_in_words(iso) == said
