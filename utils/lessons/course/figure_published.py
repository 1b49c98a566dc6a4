"""Lesson 10, second half: words, sizes and a caption, and then a project."""

import re
from functools import cache

from utils import measures
from utils.exports import PRESETS
from utils.lessons.course.founding import acts, surveyed
from utils.lessons.exercise import Exercise, Slip
from utils.lessons.kinds import Number, PickSeveral, Rank, Text
from utils.tables.loaded_words import loaded_words

WIDE, NARROW = PRESETS["double-column"], PRESETS["single-column"]
_CAUSE = re.compile(
    r"\b(becaus|caus|led to|due to|trigger|result(s|ed)? (of|in))", re.I
)
_BARS = re.compile(r"\b(bars?|columns?|butterfly)\b", re.I)
_SIDES = (re.compile(r"azerbaijan", re.I), re.compile(r"russia", re.I))
_HONEST = re.compile(r"\b(record|report)", re.I)


@cache
def peak_months() -> frozenset[str]:
    """Name the months in which either direction has most acts, in lower case."""
    counted = measures.counts(acts(surveyed()), "month")
    peaks = counted.loc[counted.groupby("direction", observed=True)["n"].idxmax()]
    return frozenset(peaks["date"].dt.strftime("%B").str.lower())


def names_both(text: str) -> bool:
    """Say whether a text names both sides."""
    return all(side.search(text) for side in _SIDES)


def names_a_peak(text: str) -> bool:
    """Say whether a text names a month in which a direction has most acts."""
    return any(month in text.lower() for month in peak_months())


def says_too_much(text: str) -> bool:
    """Say whether a text claims a cause, or judges."""
    return bool(_CAUSE.search(text) or [*loaded_words(text)])


def is_alt_text(text: str) -> bool:
    """Say whether a text tells kind, sides and finding, and claims no more."""
    told = _BARS.search(text) and names_both(text) and names_a_peak(text)
    return bool(told and _HONEST.search(text) and not says_too_much(text))


SIZE = Exercise(
    "l10_5",
    asks="How many points high are the letters once the figure was shrunk?",
    kind=Number("points", decimals=1, least=0),
    right=lambda: WIDE.text_pt * NARROW.width_mm / WIDE.width_mm,
    shows="Nobody reads that. A figure is drawn anew for its size, not shrunk to it.",
    hints=(
        "Letters shrink as the whole figure does. Is it shrunk to less than half?",
        "Divide the narrow width by the wide one. Then take that share of the points.",
    ),
    slips=(
        Slip(
            lambda n: n == WIDE.text_pt,
            "Shrinking a picture shrinks its letters as well.",
        ),
        Slip(
            lambda n: n > WIDE.text_pt,
            "You made them larger. The figure becomes narrower.",
        ),
        Slip(
            lambda n: n == NARROW.text_pt,
            "So large they are if the figure is drawn anew. Here it is only shrunk.",
        ),
    ),
)

ALT = Exercise(
    "l10_6",
    asks="Write a text for somebody who cannot see the figure.",
    kind=Text(least=12, most=60),
    accepts=is_alt_text,
    shows="It says what kind of figure it is, who, and when most acts were recorded.",
    hints=(
        "Say four things: kind of figure, who towards whom, what is counted, the peak.",
        "Begin with the kind of figure and what was counted. Then name the tallest.",
        "Use plain words of time and number. Leave out why it happened.",
    ),
    slips=(
        Slip(
            lambda text: bool(_CAUSE.search(text)),
            "A cause stands in your text. Can anybody see a cause in the figure?",
        ),
        Slip(
            says_too_much,
            "One of your words judges. Say what was done, or who called it so.",
        ),
        Slip(
            lambda text: not names_both(text),
            "Name both countries: whose acts are these, and towards whom?",
        ),
        Slip(
            lambda text: not _BARS.search(text),
            "What does the figure look like? A listener does not know its kind.",
        ),
        Slip(
            lambda text: not names_a_peak(text),
            "What does the eye see first? Name the month that stands out.",
        ),
        Slip(
            lambda text: not _HONEST.search(text),
            "Are these all acts, or those that somebody wrote down? Say which.",
        ),
    ),
)

CAPTION = Exercise(
    "l10_7",
    asks="Tick what a reader needs below the figure.",
    kind=PickSeveral(
        {
            "filter": "Which acts were counted, and in which period",
            "program": "How long the author worked on it",
            "ranges": "What the lines at the bars mean",
            "blame": "Which side began",
            "version": "The data, their version and how to cite them",
            "disputed": "How many of the acts are disputed",
            "opinion": "What the author thinks of both governments",
            "limits": "That it counts recorded acts, not all acts",
        }
    ),
    right=lambda: ["filter", "ranges", "version", "disputed", "limits"],
    shows="With these five, a reader can doubt the figure, and check it.",
    hints=(
        "Ask of each line: does it help a reader to check or to doubt the figure?",
        "Our own caption in the cell above has four of them. The fifth is a limit.",
    ),
    slips=(
        Slip(
            lambda ticked: bool(ticked & {"blame", "opinion"}),
            "A caption helps to read a figure. It does not judge those who act.",
        ),
        Slip(
            lambda ticked: "program" in ticked,
            "Work is worth praise, but a reader cannot check a figure by it.",
        ),
        Slip(
            lambda ticked: "disputed" not in ticked,
            "Some sources contradict each other. Should a reader not know it?",
        ),
        Slip(
            lambda ticked: "limits" not in ticked,
            "Could a reader think that nothing else happened?",
        ),
    ),
)

STEPS = {
    "publish": "Publish figure, caption and data",
    "check": "Let the program check the tables, and mend them",
    "question": "Write down the question, the two sides and the period",
    "draw": "Draw the figure",
    "folder": "Make the folder of the case",
    "second": "Let a second person code some acts, and compare",
    "collect": "Enter acts, each with its sources",
}

PROJECT = Exercise(
    "l10_8",
    asks="Put the steps of a project in order.",
    kind=Rank(STEPS, first="earliest"),
    accepts=lambda order: is_sound_order(order),
    shows="The question comes first, and no figure before the data are checked.",
    hints=(
        "What must be there before the next step can begin?",
        "A folder needs two sides. A check needs acts. A figure needs checked acts.",
    ),
    slips=(
        Slip(
            lambda order: order[0] != "question",
            "What do you collect, if you have not asked anything yet?",
        ),
        Slip(
            lambda order: order.index("collect") < order.index("folder"),
            "Where would you enter the acts?",
        ),
        Slip(
            lambda order: order.index("draw") < order.index("check"),
            "A figure of faulty rows is a faulty figure. What comes before it?",
        ),
        Slip(
            lambda order: order.index("draw") < order.index("second"),
            "If two people code differently, the figure changes. Find out early.",
        ),
        Slip(
            lambda order: order[-1] != "publish",
            "What is published cannot be taken back. What must be done by then?",
        ),
    ),
)


def is_sound_order(order: tuple[str, ...]) -> bool:
    """Say whether each step comes after what it needs."""
    fixed = ["question", "folder", "collect"]
    return list(order[:3]) == fixed and list(order[-2:]) == ["draw", "publish"]


SECOND_HALF = (SIZE, ALT, CAPTION, PROJECT)
