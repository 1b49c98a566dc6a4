"""Lesson 10: right answers by hand, and what is said of wrong ones."""

import pytest

from utils import load
from utils.lessons import exercises
from utils.lessons.course.figure_published import peak_months

ASKED = exercises(10)
FAULTS = ["axis", "months", "dates", "title", "colours", "letters", "source"]
HARMS = dict.fromkeys(FAULTS, "heights") | {
    **{"dates": "claims", "title": "claims"},
    **{"colours": "readers", "letters": "readers", "source": "checking"},
}
ALT = "Bars of recorded acts by month: Russia towards Azerbaijan most in July, at 35."
OTHER_ALT = (
    "A butterfly chart. Azerbaijan and Russia have most reported acts in June and July."
)
NEEDED = ["filter", "ranges", "version", "disputed", "limits"]
STEPS = ["question", "folder", "collect", "check", "second", "draw", "publish"]

RIGHT = [
    ("l10_1", FAULTS),
    ("l10_1", ", ".join(FAULTS)),
    ("l10_2", HARMS),
    ("l10_3", 8.3),
    ("l10_3", 25 / 3),
    ("l10_4", "c"),
    ("l10_5", 3.8),
    ("l10_6", ALT),
    ("l10_6", OTHER_ALT),
    ("l10_7", NEEDED),
    ("l10_8", STEPS),
    ("l10_8", [*STEPS[:3], "second", "check", "draw", "publish"]),
]
WRONG = [
    ("l10_1", [*FAULTS, "pairs"], "All faults are ticked"),
    ("l10_1", ["recorded", "axis"], "Is it a fault to say so"),
    ("l10_1", ["bars", "axis", "letters"], "Look at where the bars begin"),
    ("l10_1", ["axis", "months"], "Think of paper without colour"),
    ("l10_1", ["axis", "letters"], "There are more"),
    ("l10_2", HARMS | {"title": "heights"}, "Does it say why"),
    ("l10_2", HARMS | {"dates": "checking"}, "exactly so many"),
    ("l10_2", HARMS | {"letters": "heights"}, "shut out in a like way"),
    ("l10_2", HARMS | {"months": "checking"}, "what it adds up"),
    ("l10_3", 2.7, "This is the truth"),
    ("l10_3", 0.12, "wrong way round"),
    ("l10_3", 22, "This is a difference"),
    ("l10_4", "a", "claim of a cause"),
    ("l10_4", "b", "ranges of June and July overlap"),
    ("l10_4", "d", "counts as much as an arrest"),
    ("l10_5", 8, "shrinks its letters as well"),
    ("l10_5", 16.9, "You made them larger"),
    ("l10_5", 7.5, "drawn anew"),
    ("l10_6", ALT.replace("most", "because of June most"), "A cause stands"),
    ("l10_6", ALT.replace("most", "brutal acts most"), "One of your words judges"),
    ("l10_6", ALT.replace("Azerbaijan", "the other"), "Name both countries"),
    ("l10_6", ALT.replace("Bars", "A picture"), "does not know its kind"),
    ("l10_6", ALT.replace("July", "summer"), "Name the month"),
    ("l10_6", ALT.replace("recorded acts", "all acts"), "that somebody wrote down"),
    ("l10_7", [*NEEDED, "blame"], "does not judge those who act"),
    ("l10_7", [*NEEDED, "program"], "Work is worth praise"),
    ("l10_7", NEEDED[:3], "Some sources contradict each other"),
    ("l10_7", [*NEEDED[:4]], "nothing else happened"),
    ("l10_8", ["folder", "question", *STEPS[2:]], "if you have not asked anything"),
    ("l10_8", ["question", "collect", "folder", *STEPS[3:]], "Where would you enter"),
    (
        "l10_8",
        ["question", "folder", "collect", "draw", "check", "second", "publish"],
        "faulty figure",
    ),
    (
        "l10_8",
        ["question", "folder", "collect", "check", "draw", "second", "publish"],
        "Find out early",
    ),
    ("l10_8", [*STEPS[:5], "publish", "draw"], "cannot be taken back"),
]


@pytest.mark.parametrize(("name", "answer"), RIGHT)
def test_a_right_answer_is_right(name, answer):
    assert ASKED[name].judge(answer).is_right


@pytest.mark.parametrize(("name", "answer", "said"), WRONG)
def test_a_typical_wrong_answer_gets_its_hint(name, answer, said):
    verdict = ASKED[name].judge(answer)
    assert verdict.state == "not yet"
    assert said in verdict.said


@pytest.mark.parametrize(
    "text", ["Bars.", "acts " * 61, "Bars of Azerbaijan and Russia in July"]
)
def test_a_text_that_is_too_short_or_too_long_does_not_fit(text):
    assert ASKED["l10_6"].judge(text).state == "not fitting"


@pytest.fixture(scope="module")
def starts():
    """Give the certain starts of acts between the two sides, by direction and month."""
    acts = load("azerbaijan-russia").actions
    sure = acts[acts["date"].astype(str).str.match(r"\d{4}-\d\d-\d\d$")]
    return sure.groupby(["direction", sure["date"].str[:7]], observed=True).size()


def test_july_leads_for_certain_in_one_direction(starts):
    months = starts["RUS>AZE"].loc["2025-01":"2025-12"]
    assert months.idxmax() == "2025-07"
    assert months["2025-07"] > months.drop("2025-07").max() + 5


def test_june_and_july_are_close_in_the_other(starts):
    months = starts["AZE>RUS"].loc["2025-01":"2025-12"]
    assert abs(months["2025-06"] - months["2025-07"]) < 5


def test_the_peaks_that_a_text_may_name_are_june_and_july():
    assert peak_months() == {"june", "july"}
