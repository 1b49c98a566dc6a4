"""Lesson 1: right answers are read from the passages by hand, wrong ones too."""

import pytest

from utils.lessons import exercises

ASKED = exercises(1)
WHO = {"p2": "BES>ALT", "p5": "ALT>BES", "p7": "BES>ALT", "p12": "ALT>BES"}
DEED = {"p3": "deed", "p4": "deed", "p7": "words", "p8": "words", "p9": "none"}
SURE = {"p3": "day", "p4": "window", "p5": "month", "p6": "interval"}
TOLD = "A newspaper in Altania reported that {} from Altania."
PLAIN = TOLD.format("officers of Bestovia had detained two students")


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("l01_1", 12),
        ("l01_2", WHO),
        ("l01_3", DEED),
        ("l01_4", SURE),
        ("l01_5", "2024-05-13"),
        ("l01_5", " 2024-05-13 "),
        ("l01_6", "[2024-05-18..2024-05-19]"),
        ("l01_6", "[2024-05-18 .. 2024-05-19]"),
        ("l01_7", "threaten"),
        ("l01_8", PLAIN),
        (
            "l01_8",
            "Two Altanian students are in Bestovian custody, a newspaper says.",
        ),
        ("l01_8", "According to a newspaper, Bestovia's police arrested two students."),
    ],
)
def test_a_right_answer_is_right(name, answer):
    assert ASKED[name].judge(answer).is_right


@pytest.mark.parametrize(
    ("name", "answer", "phrase"),
    [
        ("l01_1", 11, "begin with zero"),
        ("l01_1", 13, "names of the columns"),
        ("l01_1", 2, "Those are the columns"),
        ("l01_1", 7, "Count the rows below"),
        ("l01_2", WHO | {"p2": "ALT>BES"}, "who closed the door"),
        ("l01_2", WHO | {"p7": "ALT>BES"}, "Who is it that speaks"),
        ("l01_2", WHO | {"p12": "BES>ALT"}, "Who flew the planes"),
        (
            "l01_2",
            {"p2": "ALT>BES", "p5": "BES>ALT", "p7": "ALT>BES", "p12": "BES>ALT"},
            "All of them point the other way",
        ),
        ("l01_3", DEED | {"p7": "deed"}, "one ministry tells of a break-in"),
        ("l01_3", DEED | {"p8": "deed"}, "little word “if”"),
        ("l01_3", DEED | {"p9": "words"}, "does the professor belong"),
        ("l01_3", DEED | {"p8": "none"}, "Words count too"),
        ("l01_4", SURE | {"p4": "interval"}, "how long did the police stay"),
        ("l01_4", SURE | {"p6": "window"}, "on one day, or on each day"),
        ("l01_4", SURE | {"p5": "window"}, "names no day at all"),
        ("l01_4", SURE | {"p3": "window"}, "two signs"),
        ("l01_4", SURE | {"p4": "day"}, "The police did not"),
        ("l01_5", "2024-05-18", "day of publishing"),
        ("l01_5", "2024-05-14", "day of the talks"),
        ("l01_5", "2024-05-06", "which one lies just before"),
        ("l01_5", "2024-05", "the very day"),
        ("l01_6", "2024-05-18/2024-05-19", "slash"),
        ("l01_6", "2024-05-18", "One day alone"),
        ("l01_6", "2024-05", "more than that"),
        ("l01_6", "[2024-05-18..2024-05-20]", "Is a Monday part"),
        ("l01_6", "[2024-05-11..2024-05-12]", "Look up the days"),
        ("l01_7", "restrict_trade", "Were goods stopped"),
        ("l01_7", "demand", "what they must do"),
        ("l01_7", "accuse", "did a wrong"),
        ("l01_7", "call_for_measures", "Whom does he call on"),
        ("l01_8", PLAIN.replace("of Bestovia", "of the regime"), "of yours judges"),
        ("l01_8", PLAIN.replace("detained", "thrown away"), "paint the scene"),
        (
            "l01_8",
            "Bestovia detained two students from Altania.",
            "One newspaper tells",
        ),
        ("l01_8", TOLD.format("officers had detained two students"), "Which country's"),
        ("l01_8", TOLD.format("Bestovia had met two students"), "plain verb"),
        ("l01_8", "Bestovia detained two people, a newspaper reported.", "To whom"),
        (
            "l01_8",
            "Altania detained two students from Bestovia, a newspaper reported.",
            "from which country are the two",
        ),
    ],
)
def test_a_wrong_answer_gets_the_hint_that_fits(name, answer, phrase):
    verdict = ASKED[name].judge(answer)
    assert (verdict.state, phrase in verdict.said) == ("not yet", True), verdict.said


@pytest.mark.parametrize(
    ("name", "answer", "phrase"),
    [
        ("l01_1", "12", "without quotes"),
        ("l01_5", "13 May 2024", "is none"),
        ("l01_5", "2024-05-32", "is none"),
        ("l01_6", "...", "When did the police"),
        ("l01_8", "Two were held.", "this has 3"),
    ],
)
def test_what_is_no_answer_is_told_what_would_be_one(name, answer, phrase):
    verdict = ASKED[name].judge(answer)
    assert (verdict.state, phrase in verdict.said) == ("not fitting", True)
