"""Exercises 7 and 8 of lesson 1: the word of the codebook, and a neutral sentence."""

import re
from collections.abc import Callable

import pandas as pd

from utils.lessons.course.passage_rows import coded
from utils.lessons.exercise import Exercise, Slip
from utils.lessons.kinds import Pick, Text
from utils.lessons.wording import judging_words
from utils.tables.loading import DATA

_FORMS = ("demand", "restrict_trade", "accuse", "threaten", "call_for_measures")
_BY = r"Bestovia"
_TOWARDS = r"Altania|student"
_TURNED = r"Bestovian students?|students? (from|of) Bestovia"
_DONE = r"detain|arrest|custody|held|hold|prison|jail|lock"
_SAID = r"report|accord|sa[iy]|wr[io]te|paper|media|press|source|claim|told|tell"
_COLOURED = r"innocent|thr[eo]w|dungeon|kick|harmless|cruel|evil"


def _forms() -> dict[str, str]:
    """Give some words of the codebook, each with its definition."""
    book = pd.read_csv(DATA / "codebook" / "forms.csv", dtype="str").set_index("form")
    told = book.loc[list(_FORMS)]
    return {
        str(form): f"{row['label']}: {row['definition']}"
        for form, row in told.iterrows()
    }


def _has(pattern: str) -> Callable[[str], bool]:
    return lambda text: bool(re.search(pattern, text, re.IGNORECASE))


def _lacks(pattern: str) -> Callable[[str], bool]:
    return lambda text: not _has(pattern)(text)


def _judges(text: str) -> bool:
    return bool(judging_words(text).words)


def _is_plain(text: str) -> bool:
    """Say whether a sentence tells who did what to whom, and who says so."""
    complete = all(_has(it)(text) for it in (_BY, _TOWARDS, _DONE, _SAID))
    painted = _has(f"{_COLOURED}|{_TURNED}")(text)
    return complete and not painted and not _judges(text)


WHICH_WORD = Exercise(
    "l01_7",
    asks="Which word of the codebook fits what the minister of passage 8 did?",
    kind=Pick(_forms()),
    right=lambda: coded().loc["8", "form"],
    shows="The definition decides, not the feeling that a text gives.",
    hints=(
        "Hold each definition beside the passage. Strike out those that do not fit.",
        "What did he do on Sunday, and what may happen later?",
        "He speaks of his own side's next step, under a condition.",
    ),
    slips=(
        Slip(
            lambda form: form == "restrict_trade",
            "Were goods stopped on that day? Read from “if” on.",
        ),
        Slip(
            lambda form: form == "demand",
            "Does he tell the others what they must do, or what he will do?",
        ),
        Slip(
            lambda form: form == "accuse",
            "Does he say that they did a wrong? Read what the sentence is about.",
        ),
        Slip(
            lambda form: form == "call_for_measures",
            "Whom does he call on to act? Read who “we” is.",
        ),
    ),
)
NEUTRAL = Exercise(
    "l01_8",
    asks="Tell passage 10 in one neutral sentence.",
    kind=Text(least=6, most=30),
    accepts=_is_plain,
    shows="Both sides could read this sentence. No charge is taken as a fact.",
    hints=(
        "Say four things: who acted, towards whom, what was done, and who says so.",
        "Strike out every word that praises or condemns. What is left is the act.",
        "Begin with: A newspaper in Altania reported that … Then tell the act.",
    ),
    slips=(
        Slip(
            _judges,
            "A word of yours judges. Run judging_words on it to see which, and why.",
        ),
        Slip(
            _has(_COLOURED),
            "Some words still paint the scene. What would a camera have shown?",
        ),
        Slip(
            _lacks(_SAID),
            "One newspaper tells of this. Say so, for we know it from nobody else.",
        ),
        Slip(_has(_TURNED), "Read the passage again: from which country are the two?"),
        Slip(_lacks(_BY), "Which country's officers acted? Name the country."),
        Slip(_lacks(_TOWARDS), "To whom was it done? A name is not needed."),
        Slip(
            _lacks(_DONE),
            "What was done to the two? Find a plain verb for it.",
        ),
    ),
)
