"""Exercises 1 to 3 of lesson 1: what a passage tells, and of whom."""

import pandas as pd

from utils.lessons.course.passage_rows import Put, lies_in, put
from utils.lessons.exercise import Exercise, Slip
from utils.lessons.kinds import Number, Sort
from utils.lessons.shelf import material

_TURNED = {"ALT>BES": "BES>ALT", "BES>ALT": "ALT>BES"}


def _way(row: pd.Series) -> str:
    return f"{row['actor']}>{row['target']}"


def _ways() -> dict[str, str]:
    return put(_way, 2, 5, 7, 12)


def _all_turned(given: Put) -> bool:
    return all(given[item] == _TURNED[way] for item, way in _ways().items())


HOW_MANY = Exercise(
    "l01_1",
    asks="How many passages does the list have?",
    kind=Number("passages", least=0),
    right=lambda: len(material("passages")),
    shows="You ran a cell, changed it, and handed in an answer.",
    hints=(
        "Count the rows below the line with the names of the columns.",
        "Each row is one passage. The column passage gives each its number.",
    ),
    slips=(
        Slip(
            lambda n: n == len(material("passages")) - 1,
            "The bold numbers on the left begin with zero. How many rows is that?",
        ),
        Slip(
            lambda n: n == len(material("passages")) + 1,
            "The top line holds the names of the columns. It is no passage.",
        ),
        Slip(lambda n: n in (2, 3), "Those are the columns. Count the rows."),
    ),
)
WHO = Exercise(
    "l01_2",
    asks="Who acts towards whom in each passage?",
    kind=Sort(
        {
            "p2": "Passage 2: the film directors",
            "p5": "Passage 5: the permits",
            "p7": "Passage 7: the computers",
            "p12": "Passage 12: the planes",
        },
        {"ALT>BES": "Altania towards Bestovia", "BES>ALT": "Bestovia towards Altania"},
    ),
    right=_ways,
    shows="Whoever does it is the actor. The one it is done to is the target.",
    hints=(
        "Ask of each passage: who does something? That country comes first.",
        "Read the verbs once more. Some sentences name the target before the actor.",
        "Passage 7 is about what is said that day. Who speaks, and of whom?",
    ),
    slips=(
        Slip(
            _all_turned,
            "All of them point the other way. The actor comes first.",
        ),
        Slip(
            lies_in("p2", "ALT>BES"),
            "Passage 2 names the travellers first. But who closed the door?",
        ),
        Slip(
            lies_in("p7", "ALT>BES"),
            "In passage 7, somebody tells of a break-in. Who is it that speaks?",
        ),
        Slip(
            lies_in("p12", "BES>ALT"),
            "Passage 12: the fires are in one country. Who flew the planes?",
        ),
    ),
)
DEED = Exercise(
    "l01_3",
    asks="Is it a deed, is it words, or is it no act at all?",
    kind=Sort(
        {
            "p3": "Passage 3: the choir",
            "p4": "Passage 4: the news agency",
            "p7": "Passage 7: the computers",
            "p8": "Passage 8: the bridge",
            "p9": "Passage 9: the summer",
        },
        {
            "deed": "A deed",
            "words": "Words",
            "none": "No act, no row",
        },
    ),
    right=lambda: put(lambda row: row["kind"], 3, 4, 7, 8, 9),
    shows=(
        "The row of a charge says that somebody made it. It does not say that the "
        "charge is true."
    ),
    hints=(
        "What could a camera have filmed on that day: a deed, or a person who speaks?",
        "A threat is made of words. The deed may never come.",
        "Who speaks in each passage, and does that person belong to one of the sides?",
    ),
    slips=(
        Slip(
            lies_in("p7", "deed"),
            "Passage 7: one ministry tells of a break-in. What do we know ourselves?",
        ),
        Slip(
            lies_in("p8", "deed"),
            "Passage 8: look at the little word “if”. Is the bridge closed?",
        ),
        Slip(
            lies_in("p9", "words", "deed"),
            "Passage 9: to which of the two sides does the professor belong?",
        ),
        Slip(
            lambda given: "none" in (given["p7"], given["p8"]),
            "Words count too, when one side says them to the other or about it.",
        ),
    ),
)
