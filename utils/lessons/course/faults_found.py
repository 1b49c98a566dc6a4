"""Lesson 10, first half: the faults of a figure, and what they do."""

from functools import cache

import pandas as pd

from utils.lessons.course.founding import case
from utils.lessons.exercise import Exercise, Slip
from utils.lessons.kinds import Number, Pick, PickSeveral, Sort
from utils.lessons.poster import FAULTS, faulty_figure

NO_FAULTS = {
    "bars": "It shows counts as bars.",
    "pairs": "The two directions stand side by side.",
    "order": "The months run from left to right.",
    "recorded": "The axis says “recorded acts”, not “acts”.",
    "both": "It shows both directions, not one alone.",
}
_ORDER = (
    *("bars", "title", "axis", "pairs", "letters", "order", "months", "source"),
    *("recorded", "colours", "both", "dates"),
)
SEEN = {key: (FAULTS | NO_FAULTS)[key] for key in _ORDER}
HARMS = {
    "heights": "Misleads the eye",
    "claims": "Sounds too sure",
    "readers": "Shuts readers out",
    "checking": "Cannot be checked",
}
HARM_OF = {
    "axis": "heights",
    "months": "heights",
    "dates": "claims",
    "title": "claims",
    "colours": "readers",
    "letters": "readers",
    "source": "checking",
}


@cache
def _drawn() -> pd.DataFrame:
    rows = faulty_figure(case()).rows
    return rows[rows["direction"] == "RUS>AZE"].set_index("bar")


def times(column: str) -> float:
    """Say how many times as high July is as March to May, in one of two columns."""
    heights = _drawn()[column]
    return float(heights["Jul"] / heights["Mar to May"])


def _near(number: float, other: float) -> bool:
    return abs(number - other) < 0.06


FOUND = Exercise(
    "l10_1",
    asks="Tick the seven things that are faults of the figure.",
    kind=PickSeveral(SEEN),
    right=lambda: list(FAULTS),
    shows="You found all seven. The other five things are as they should be.",
    hints=(
        "Go round the figure: title, colours, axis, bars, letters, foot.",
        "Ask of each line: would a reader be misled, shut out, or unable to check?",
        "Read the numbers at the axis and the words below the bars once more.",
    ),
    slips=(
        Slip(
            lambda ticked: len(ticked & FAULTS.keys()) == len(FAULTS),
            "All faults are ticked, and something sound as well. What harms nobody?",
        ),
        Slip(
            lambda ticked: bool(ticked & {"recorded"}),
            "A record never holds every act. Is it a fault to say so?",
        ),
        Slip(
            lambda ticked: bool(ticked & {"bars", "pairs"}),
            "Counts can stand as bars, side by side. Look at where the bars begin.",
        ),
        Slip(
            lambda ticked: not ticked & {"colours", "letters", "source"},
            "Think of paper without colour, of tired eyes, and of a reader in doubt.",
        ),
        Slip(
            lambda ticked: ticked < FAULTS.keys(),
            "What you ticked are faults. There are more: count to seven.",
        ),
    ),
)

HARM = Exercise(
    "l10_2",
    asks="Put each fault where its harm lies.",
    kind=Sort({key: FAULTS[key] for key in _ORDER if key in FAULTS}, HARMS),
    right=lambda: HARM_OF,
    shows="Each fault harms in its own way, so each needs its own remedy.",
    hints=(
        "Ask first: could a reader who sees well still be misled?",
        "A bar speaks by its height. Which faults change what a height means?",
    ),
    slips=(
        Slip(
            lambda put: put["title"] != HARM_OF["title"],
            "The record says when acts took place. Does it say why?",
        ),
        Slip(
            lambda put: put["dates"] != HARM_OF["dates"],
            "A smooth bar says “exactly so many”. Does the record know that?",
        ),
        Slip(
            lambda put: put["colours"] != put["letters"],
            "Grey print and small letters shut out in a like way.",
        ),
        Slip(
            lambda put: put["axis"] != put["months"],
            "Both change what a height means: where a bar begins, and what it adds up.",
        ),
    ),
)

HEIGHTS = Exercise(
    "l10_3",
    asks="How many times as high is the one bar drawn as the other?",
    kind=Number("times", decimals=1, least=0),
    right=lambda: times("drawn"),
    shows="The record has not even three times as many. The cut axis did the rest.",
    hints=(
        "Use the column `drawn`. It says how high a bar is drawn, in acts.",
        "Take the bar of July and the bar of March to May, both of `RUS>AZE`.",
        "Divide the higher number by the lower one.",
    ),
    slips=(
        Slip(
            lambda n: _near(n, times("n")),
            "This is the truth: the column `n`. How high are the bars drawn?",
        ),
        Slip(
            lambda n: _near(n, 1 / times("drawn")),
            "You divided the wrong way round. How often does the low bar fit in?",
        ),
        Slip(
            lambda n: _near(n, _drawn()["drawn"]["Jul"] - _drawn()["drawn"].iloc[0]),
            "This is a difference. “Times as high” asks you to divide.",
        ),
    ),
)

TITLE = Exercise(
    "l10_4",
    asks="Which title says no more than the record shows?",
    kind=Pick(
        {
            "a": "What happened in June led to the quarrel of July",
            "b": "Both sides acted most in July 2025",
            "c": "Most recorded acts from Russia to Azerbaijan fall into July 2025",
            "d": "July 2025 was the most hostile month between the two countries",
        }
    ),
    right=lambda: "c",
    shows="It names the record, one direction and a month, and no cause.",
    hints=(
        "A title may say what was counted. May it say why, or how bad it was?",
        "Look at the ranges at the bars of June and July. Which lead is certain?",
    ),
    slips=(
        Slip(
            lambda key: key == "a",
            "“Led to” is a claim of a cause. Later is not the same as because.",
        ),
        Slip(
            lambda key: key == "b",
            "Check Azerbaijan towards Russia. Do the ranges of June and July overlap?",
        ),
        Slip(
            lambda key: key == "d",
            "The bars count acts. A meeting counts as much as an arrest.",
        ),
    ),
)

FIRST_HALF = (FOUND, HARM, HEIGHTS, TITLE)
