"""Exercises 5 to 7 of lesson 2: what a timeline can bear, and what it cannot."""

from collections.abc import Callable
from functools import cache

from utils.lessons.course.founding import acts, surveyed
from utils.lessons.exercise import Exercise, Slip
from utils.lessons.kinds import Pick, PickSeveral

_CLAIMS = {
    "crowd": "Most marks of the lane Law enforcement lie within three weeks.",
    "cause": "The police raids of June led to the arrests in Baku.",
    "media": "In the lane Media, more marks point up than down.",
    "calm": "In May, no court of either country did anything about the other.",
    "truth": "Where a mark is full, what was said in that act is true.",
    "empty": "In the lane Military, two acts are disputed.",
}
_UP, _DOWN = "AZE>RUS", "RUS>AZE"


@cache
def _shown() -> dict[str, bool]:
    """Say of each claim that can be counted on the chart whether it holds."""
    rows = acts(surveyed())
    police, media = (rows[rows["type"] == t] for t in ("law_enforcement", "media"))
    in_crowd = police["earliest"].between("2025-06-20", "2025-07-10")
    ways = media["direction"].value_counts()
    disputed = rows.query('type == "military" and certainty == "disputed"')
    return {
        "crowd": bool(in_crowd.mean() > 0.5),
        "media": bool(ways[_UP] > ways[_DOWN]),
        "empty": len(disputed) == 2,
    }


def _borne() -> list[str]:
    return [name for name, holds in _shown().items() if holds]


def _is(name: str) -> Callable[[str], bool]:
    return lambda key: key == name


def _has(name: str) -> Callable[[frozenset[str]], bool]:
    return lambda picked: name in picked


def _lacks(*names: str) -> Callable[[frozenset[str]], bool]:
    return lambda picked: not picked.issuperset(names)


FIRST = Exercise(
    "l02_5",
    asks="Which side acted first in the close-up?",
    kind=Pick(
        {
            "up": "Azerbaijan, by an act of its media",
            "down": "Russia, by an act of its police",
            "same_hour": "Both, in the same hour",
            "open": "The chart does not tell",
        }
    ),
    right=lambda: "open",
    shows="The record has days and no hours. Other sources may tell more.",
    hints=(
        "Look at the first day with more than one mark. Which ways do they point?",
        "Two marks on one day: which came first? What would you need to know?",
        "One thin bar begins before that day. Its act may lie anywhere along it.",
    ),
    slips=(
        Slip(
            _is("up"),
            "On that same day a mark of the other direction stands as well.",
        ),
        Slip(
            _is("down"),
            "That same day also has a mark of the other direction. Look at all lanes.",
        ),
        Slip(_is("same_hour"), "Does the line at the bottom show hours?"),
    ),
)
EMPTY = Exercise(
    "l02_6",
    asks="Why does the grey part of the whole record have so few marks?",
    kind=Pick(
        {
            "calm": "The two countries got on well in those years",
            "press": "Newspapers did not yet write about such acts",
            "sampled": "Those years were not searched from end to end",
            "lost": "The acts of those years were taken out of the table",
        }
    ),
    right=lambda: "sampled",
    shows="An empty stretch may be a gap in the search. It is no sign of peace.",
    hints=(
        "The lines below the title say what the grey ground means.",
        "Who decides which years are read day by day?",
        "Think of somebody who looks for keys under one lamp only.",
    ),
    slips=(
        Slip(
            _is("calm"),
            "It may be so, or not. How could you tell from years that nobody read?",
        ),
        Slip(
            _is("press"),
            "A few marks are there, and pages told of them. So the press did write.",
        ),
        Slip(
            _is("lost"),
            "Nothing was taken out. Read what the chart says of its grey ground.",
        ),
    ),
)
CLAIMS = Exercise(
    "l02_7",
    asks="Which of these sentences can the timeline bear?",
    kind=PickSeveral(_CLAIMS),
    right=_borne,
    shows="You kept what can be counted, and left what needs more than a picture.",
    hints=(
        "For each sentence, ask which marks you would show to somebody who doubts it.",
        "A sentence can be borne if counting marks is enough.",
        "Words for a cause, for truth or for “nothing happened” need other proof.",
    ),
    slips=(
        Slip(
            _has("cause"),
            "One thing came after another. Does the picture say that it came from it?",
        ),
        Slip(
            _has("calm"),
            "No mark means no recorded act. Is that the same as no act?",
        ),
        Slip(
            _has("truth"),
            "Full is about the act. What was said in it may be false all the same.",
        ),
        Slip(
            _lacks(*_CLAIMS.keys() - {"cause", "calm", "truth"}),
            "So far so good, but more of them can be counted. Count those you left.",
        ),
    ),
)
