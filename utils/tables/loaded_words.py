"""Words that judge where they should tell, by one list for both sides."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LIST = Path(__file__).with_name("loaded_words.csv")
"""A row for each word: why it judges, and what to write instead.

A star stands for any ending; after the words in `unless` it is plain.
"""
SAYING = re.compile(
    r"\b(?:accus|advis|alleg|announc|argu|attribut|blam|call|charg|cit(?:e|ed|es|ing)\b"
    r"|claim|compar|condemn|critici|declar|demand|den(?:y|ie)|describ|dismiss|dubb?"
    r"|insist|label|liken|quot|reject|remark|report|sa(?:y|id)|spe(?:ak|ech)|spoke"
    r"|stat(?:ed|es|ing|ement)\b|term(?:s|ed)\b|urg|warn|writ|wrote|word)\w*"
    r"|\baccording to\b|\bby \w+'s account\b",
    re.IGNORECASE,
)
"""Somebody says it, so that the word is theirs."""
QUOTED = re.compile(r'"[^"]*"|“[^”]*”|«[^»]*»|„[^“]*“')
SENTENCE = re.compile(r"[.!?](?=\s+[^\W\d_a-z])\s+")


@dataclass(frozen=True)
class Loaded:
    """A word of the list, as a pattern, with what is said of it."""

    pattern: re.Pattern[str]
    why: str
    instead: str


def loaded_words(text: str) -> Iterator[tuple[str, Loaded]]:
    """Give each word that judges, as it stands there, with what the list says.

    >>> [word for word, _ in loaded_words("A brutal raid. He called it barbaric.")]
    ['brutal']
    """
    if not _any_word().search(text):
        return
    for sentence in SENTENCE.split(QUOTED.sub(" ", text)):
        for word in loaded_list():
            found = word.pattern.search(sentence)
            if found and not SAYING.search(sentence, 0, found.start()):
                yield found[0], word


@cache
def loaded_list() -> tuple[Loaded, ...]:
    """Read the list."""
    with LIST.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(
        Loaded(_pattern(row["word"], row["unless"]), row["why"], row["instead"])
        for row in rows
    )


def _pattern(word: str, unless: str) -> re.Pattern[str]:
    before = "".join(rf"(?<!\b{re.escape(it)}[ -])" for it in unless.split(";") if it)
    body = re.escape(word).replace(r"\*", r"\w*")
    return re.compile(rf"{before}\b{body}\b", re.IGNORECASE)


@cache
def _any_word() -> re.Pattern[str]:
    return re.compile(
        "|".join(word.pattern.pattern for word in loaded_list()), re.IGNORECASE
    )
