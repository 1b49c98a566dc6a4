"""Tell what looks like a person's name from other words with capitals."""

import re
from collections.abc import Collection, Iterable

PARTICLES = {"al", "bin", "de", "del", "der", "di", "el", "ibn", "la", "le"}
PARTICLES |= {"ogly", "oglu", "qizi", "van", "von"}
"""Small words that may stand inside a name."""
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?|[^\w\s]")
STEM = 4
"""So many letters tell a known word: Russian and Russia, but not Rust."""


OPENING = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("several", "some", "many", "all", "former", "acting", "deputy", "head", "chief"),
    *("family", "citizen", "resident", "businessman", "member", "official"),
)
COMMON = frozenset(word[:STEM] for word in OPENING)
"""Beginnings of words that often open a description, and begin with a capital there."""


def stems_of(texts: Iterable[str]) -> frozenset[str]:
    """Give the beginnings of all words of these texts.

    >>> sorted(stems_of(["Russian House"]))
    ['hous', 'russ']
    """
    words = (word for text in texts for word in WORD.findall(text))
    return frozenset(word.lower()[:STEM] for word in words)


def small_stems_of(texts: Iterable[str]) -> frozenset[str]:
    """Give the beginnings of the words that stand there without a capital."""
    words = (word for text in texts for word in WORD.findall(text))
    return COMMON | {word[:STEM] for word in words if word.islower()}


def personal_names(text: str, known: Collection[str]) -> list[str]:
    """Give each run of two or more capitalised words of which none is known.

    Initials count as words, and a particle may stand between. `known` are the
    beginnings of words that are no part of a name: of bodies, places, office-holders
    and of common words.

    >>> known = stems_of(["Moscow", "former judge"])
    >>> personal_names("Former judge Ivan Petrov of Moscow", known)
    ['Ivan Petrov']
    >>> personal_names("I. Petrov, held; Moscow Court", known)
    ['I. Petrov']
    """
    runs: list[list[str]] = [[]]
    for word in WORD.findall(text):
        if word.lower() in PARTICLES and runs[-1]:
            runs[-1].append(word)
        elif _may_be_name(word) and word.lower().rstrip(".")[:STEM] not in known:
            runs[-1].append(word)
            if word.endswith(".") and len(word) > 2:
                runs.append([])
        else:
            runs.append([])
    return [" ".join(run) for run in runs if sum(map(_may_be_name, run)) >= 2]


def _may_be_name(word: str) -> bool:
    bare = word.rstrip(".")
    return bare[:1].isupper() and (len(bare) == 1 or not bare.isupper())
