"""Acts that may be one and the same, entered twice."""

import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

from utils.curate.checkup.notice import Notice
from utils.tables.dates import read_dates
from utils.tables.loading import Reading

KIND = "alike"
WITHIN_DAYS = 3
LEAST_SHARED = 0.7
"""So large a share of the words of the shorter summary makes two summaries alike."""
SHORT = 3
"""Words of so many letters or fewer say little, unless there are no others."""
CASE_NUMBER = 5
"""Figures of a number that names one thing; two such numbers name two things."""
SAME = ["actor_id", "target_id", "form"]


def alike(case: Reading) -> Iterator[Notice]:
    """Give a notice for each act that is like an earlier one of at most three days.

    Actor, target and form are the same, and seven tenths of the words of the
    shorter summary stand in the other one.
    """
    acts = case.sheets["actions"].rows
    dates = read_dates(acts["date"])[["earliest", "latest"]]
    rows = acts.join(dates).rename_axis("line").reset_index().dropna(subset="earliest")
    rows = rows[rows["action_id"] != ""].sort_values(["earliest", "line"])
    rows = rows[rows.duplicated(SAME, keep=False)]
    for _, group in rows.groupby(SAME, sort=False):
        yield from _pairs(list(group.itertuples(index=False)))


def alikeness(one: str, other: str) -> float:
    """Give the share of the words of the shorter text that the other one has.

    >>> alikeness("Police held six men.", "Six men were held by the police.")
    1.0
    """
    return _shared(_words(one), _words(other))


def _shared(words: set[str], others: set[str]) -> float:
    if _numbers(words - others) and _numbers(others - words):
        return 0.0
    fewest = min(len(words), len(others))
    return len(words & others) / fewest if fewest else 0.0


def _numbers(words: set[str]) -> bool:
    """Say whether a number is among them that looks like that of a case or a file."""
    return any(word.isdecimal() and len(word) >= CASE_NUMBER for word in words)


def _words(text: str) -> set[str]:
    words = set(re.findall(r"\w+", text.lower()))
    return {word for word in words if len(word) > SHORT} or words


def _pairs(acts: list[Any]) -> Iterator[Notice]:
    """Compare each act with those that begin within three days of it."""
    words = [_words(act.summary) for act in acts]
    for number, earlier in enumerate(acts):
        end = earlier.latest + pd.Timedelta(days=WITHIN_DAYS)
        for other in range(number + 1, len(acts)):
            if acts[other].earliest > end:
                break
            if _shared(words[number], words[other]) >= LEAST_SHARED:
                yield _notice(earlier, acts[other])


def _notice(earlier: Any, later: Any) -> Notice:
    problem = (
        f"is like {earlier.action_id} of line {earlier.line}: same actor, target and "
        "form, similar summary, at most three days apart"
    )
    remedy = "make one row of the two, with the evidence of both, if it is one act"
    place = ("actions.csv", int(later.line), "action_id", later.action_id)
    key = f"{later.action_id}+{earlier.action_id}"
    return Notice(*place, problem, remedy, kind=KIND, key=key)
