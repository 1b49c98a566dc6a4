"""Exercises 4 to 6 of lesson 1: what a passage tells of the date."""

import re
from collections.abc import Callable

import pandas as pd

from utils.lessons.course.passage_rows import coded, lies_in, put
from utils.lessons.exercise import Exercise, Slip
from utils.lessons.kinds import Date, Sort
from utils.tables import read_dates

_PRECISIONS = {
    "day": "A day that we know",
    "window": "One day of a few, we do not know which",
    "month": "Some day of a month",
    "interval": "It lasted from day to day",
}
_DAY, _WIDE = r"\d{4}-\d\d-\d\d", r"\d{4}(-\d\d)?"


def _precision(row: pd.Series) -> str:
    return str(read_dates(pd.Series([row["date"]]))["form"].iloc[0])


def _is(form: str) -> Callable[[str], bool]:
    return lambda text: bool(re.fullmatch(form, text))


HOW_SURE = Exercise(
    "l01_4",
    asks="How much does each passage tell us of the date?",
    kind=Sort(
        {
            "p3": "Passage 3: “Last Monday, the day before the talks of 14 May”",
            "p4": "Passage 4: “Over the weekend”, for an hour",
            "p5": "Passage 5: “In February of this year”",
            "p6": "Passage 6: “Since Friday … This morning they stopped”",
        },
        _PRECISIONS,
    ),
    right=lambda: put(_precision, 3, 4, 5, 6),
    shows="A date is as exact as its source, and no more.",
    hints=(
        "Ask two things. Do we know the day? Did the act go on for several days?",
        "Not knowing the day is one matter. Going on for days is another.",
        "Passage 4 and passage 6 both speak of several days. Where did the act go on?",
    ),
    slips=(
        Slip(
            lies_in("p4", "interval"),
            "Passage 4: how long did the police stay? Read its second sentence.",
        ),
        Slip(
            lies_in("p6", "window"),
            "Passage 6: were the lorries searched on one day, or on each day?",
        ),
        Slip(
            lies_in("p5", "day", "window", "interval"),
            "Passage 5 names no day at all. What does it name?",
        ),
        Slip(
            lies_in("p3", "window", "month", "interval"),
            "Passage 3 gives two signs that fit only one date. Use both.",
        ),
        Slip(
            lies_in("p4", "day"),
            "Passage 4: can you name the day? The police did not.",
        ),
    ),
)
MONDAY = Exercise(
    "l01_5",
    asks="On which date did Altania call off the concerts of passage 3?",
    kind=Date("a date as the record writes it, in quotes, such as '2023-11-05'"),
    right=lambda: coded().loc["3", "date"],
    shows="Two signs in the text meet on this one day.",
    hints=(
        "Find the day of publishing in the calendar. Then walk back to a Monday.",
        "The passage names the day of the talks. What stands before it?",
        "Write year, month and day with short lines between: four, two, two digits.",
    ),
    slips=(
        Slip(
            lambda day: day == "2024-05-18",
            "That is the day of publishing. When did the ministry act?",
        ),
        Slip(lambda day: day == "2024-05-14", "That is the day of the talks."),
        Slip(
            lambda day: day in ("2024-05-06", "2024-05-20"),
            "That is a Monday, but which one lies just before the talks?",
        ),
        Slip(
            lambda text: not _is(_DAY)(text),
            "The text lets us know the very day. Write a single day.",
        ),
    ),
)
WEEKEND = Exercise(
    "l01_6",
    asks="When did the police of passage 4 search the office?",
    kind=Date(
        "a date as the record writes it, in quotes; the table above has all forms"
    ),
    right=lambda: coded().loc["4", "date"],
    shows="Brackets and two dots: one day of these, and no source says which.",
    hints=(
        "Find the two days of that weekend in the calendar.",
        "In exercise 4 you said how much we know. The table shows how to write that.",
        "The first day and the last day stand in brackets, with two dots between.",
    ),
    slips=(
        Slip(
            lambda text: "/" in text,
            "A slash says that it went on from day to day. How long did they stay?",
        ),
        Slip(
            _is(_DAY),
            "One day alone says more than the passage does. Which days are possible?",
        ),
        Slip(
            _is(_WIDE),
            "The passage tells us more than that. Which days are possible?",
        ),
        Slip(
            lambda text: "2024-05-20" in text,
            "The text came out on that day. Is a Monday part of the weekend?",
        ),
        Slip(
            lambda text: text.startswith("["),
            "The form is the one that we need. Look up the days once more.",
        ),
    ),
)
