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


def fewest_and_most(direction, month):
    """Count the acts that began in a month for certain, and those that may have."""
    acts = load("azerbaijan-russia").actions.query("direction == @direction")
    first, last = (acts[end].dt.strftime("%Y-%m") for end in ("earliest", "latest"))
    inside = ((first == month) & (last == month)).sum()
    return inside, ((first <= month) & (last >= month)).sum()


def test_july_leads_for_certain_in_one_direction():
    fewest, _ = fewest_and_most("RUS>AZE", "2025-07")
    others = [f"2025-{n:02d}" for n in range(1, 13) if n != 7]
    assert fewest > max(fewest_and_most("RUS>AZE", month)[1] for month in others)


def test_june_and_july_overlap_in_the_other():
    (low, high), (least, most) = (
        fewest_and_most("AZE>RUS", month) for month in ("2025-06", "2025-07")
    )
    assert low <= most
    assert least <= high


def test_the_peaks_that_a_text_may_name_are_june_and_july():
    assert peak_months() == {"june", "july"}
