"""Exercises 1 to 4 of lesson 2: what the marks of a timeline say."""

from functools import cache

import pandas as pd

from utils.lessons.course.founding import acts, case, surveyed
from utils.lessons.exercise import Exercise, Slip
from utils.lessons.kinds import Date, Number, Pick, Sort
from utils.selection import select

_WAY = "AZE>RUS"
_SIGNS = {
    "fill": "The mark is full, dotted or empty",
    "lane": "The lane in which the mark stands",
    "broad": "A broad bar that begins at the mark",
    "turn": "The mark points up or down, in one of two colours",
    "thin": "A thin bar through the mark",
    "place": "How far to the right the mark stands",
}
_QUESTIONS = {
    "whom": "Who to whom?",
    "what": "What kind?",
    "when": "When?",
    "sure": "How certain?",
}


@cache
def _economic() -> pd.DataFrame:
    return acts(surveyed()).query('type == "economic"')


@cache
def _few_days() -> pd.DataFrame:
    """Give the acts of the close-up."""
    days = {"since": "2025-06-27", "until": "2025-07-03"}
    return select(directions=[_WAY, "RUS>AZE"], **days).apply(case().actions)


def _appeal() -> str:
    """Give the date of the only humanitarian act that points up there."""
    rows = _few_days().query('type == "humanitarian" and direction == @_WAY')
    return str(rows["date"].item())


def _n_up() -> int:
    return int((_economic()["direction"] == _WAY).sum())


SIGNS = Exercise(
    "l02_1",
    asks="Which question does each sign answer?",
    kind=Sort(_SIGNS, _QUESTIONS),
    right=lambda: {
        **{"turn": "whom", "lane": "what", "fill": "sure"},
        **{"place": "when", "thin": "when", "broad": "when"},
    },
    shows="Four questions, and each mark answers all of them.",
    hints=(
        "The lines below the title name most of the signs. Read them once more.",
        "Three of the six signs are about time.",
        "The names of the lanes stand on the left. What do they tell of an act?",
    ),
    slips=(
        Slip(
            lambda put: put["thin"] == "sure",
            "An act can be certain while its day is not. What does the thin bar show?",
        ),
        Slip(
            lambda put: put["fill"] in ("what", "when"),
            "Full, dotted, empty: find these words below the title of the chart.",
        ),
        Slip(
            lambda put: put["turn"] != "whom",
            "Up is not good and down is not bad. What do the two arrows stand for?",
        ),
        Slip(
            lambda put: put["broad"] != "when",
            "Find the words “broad bar” below the title of the chart.",
        ),
        Slip(
            lambda put: put["lane"] != "what",
            "Read the names of the lanes, such as Media or Judicial.",
        ),
    ),
)
COUNT = Exercise(
    "l02_2",
    asks="How many marks of the lane Economic point up?",
    kind=Number("marks", least=0),
    right=_n_up,
    shows="A mark is one recorded act, so a lane can be counted.",
    hints=(
        "Follow the lane from left to right, and count only the marks that point up.",
        "Two marks near the left end stand almost on top of each other.",
        "The table shows the same acts. Count the rows of one direction.",
    ),
    slips=(
        Slip(
            lambda n: n == len(_economic()),
            "Those are all marks of the lane. Which of them point up?",
        ),
        Slip(
            lambda n: n == len(_economic()) - _n_up(),
            "Do these marks point down? Or is one missing at the left end?",
        ),
        Slip(
            lambda n: n > len(_economic()),
            "So many are not in this lane. Stay between its two lines.",
        ),
    ),
)
BAR = Exercise(
    "l02_3",
    asks="What does the long broad bar in the lane Diplomatic say?",
    kind=Pick(
        {
            "worse": "Relations were bad for months",
            "each_day": "There was an act on each of these days",
            "one_act": "One act went on for months",
            "unknown": "One act took place on a day that we do not know",
        }
    ),
    right=lambda: "one_act",
    shows="By one side's account it was a dialogue. A long bar is not a heavy one.",
    hints=(
        "The line below the title says what a broad bar means.",
        "Point at the mark at the left end of the bar and read what it says.",
        "One bar belongs to one mark. So how many acts is it?",
    ),
    slips=(
        Slip(
            lambda key: key == "unknown",
            "That would be a thin bar. Compare the two kinds.",
        ),
        Slip(
            lambda key: key == "each_day",
            "How many marks does the bar begin with?",
        ),
        Slip(
            lambda key: key == "worse",
            "A bar shows time, and no mood. Point at its mark and read the act.",
        ),
    ),
)
THIN = Exercise(
    "l02_4",
    asks="When did the act of the lane Humanitarian that points up take place?",
    kind=Date("a date in quotes, just as it is written for this act"),
    right=_appeal,
    shows="Two days are possible, and no source says which. So it stays a window.",
    hints=(
        "Point at the mark and read the first line. The table has it as well.",
        "Copy the whole date, with every sign that belongs to it.",
        "Brackets and two dots mean one unknown day. Copy them as well.",
    ),
    slips=(
        Slip(
            lambda text: text == _appeal().strip("[]").split("..")[0],
            "There is a thin bar at this mark. One day alone says too much.",
        ),
        Slip(
            lambda text: text == _appeal().strip("[]").split("..")[1],
            "There is a thin bar at this mark. Why the last day, and not the first?",
        ),
        Slip(
            lambda text: "/" in text,
            "A slash would be a broad bar. Which bar does this mark have?",
        ),
        Slip(
            lambda text: text in set(_few_days().query("direction != @_WAY")["date"]),
            "That is an act of the other direction. Find the mark that points up.",
        ),
    ),
)
