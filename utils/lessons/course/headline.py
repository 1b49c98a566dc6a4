"""What a neutral headline on the searched newsroom of lesson 8 has, and has not."""

import re

from utils.lessons.shelf import material
from utils.tables.loaded_words import loaded_words

_WHO = re.compile(r"\b(?:police|officers?|authorit\w+|investigators?)\b", re.I)
_LAND = re.compile(r"\bbestovia", re.I)
_LAND_ACTS = re.compile(
    r"\bbestovia (?:has )?(?:search|raid|detain|arrest|hold|held)", re.I
)
_TURNED = re.compile(
    r"\baltania(?:n|'s|’s)? (?:police|officers?|authorit|investigat)"
    r"|\bpolice (?:of|in|from) altania"
    r"|\b(?:did not|didn['’]t|do not|don['’]t|never)\b",
    re.I,
)
_DID = re.compile(
    r"\b(?:search|raid|detain|detention|arrest|held\b|holds?\b|question)", re.I
)
_WHOM = re.compile(r"\b(?:newsroom|agency|editors?|offices?|journalists?)\b", re.I)
_THEIRS = re.compile(r"\baltania", re.I)
_CHARGE = re.compile(r"\bfraud|\bcrim|\bguilt|\billegal|\bunlawful", re.I)
_SAYS = re.compile(
    r"\b(?:suspic|suspect|alleg|accus|sa(?:y|id)|cit(?:e|ing)|claim|call|den(?:y|ie)"
    r"|charg|reject|nam(?:e|ing)\b|according to)",
    re.I,
)
_MOTIVE = re.compile(
    r"\bin (?:response|reply|answer) to|\bas a warning|\btit.for.tat", re.I
)


def is_loaded(text: str) -> bool:
    """Say whether a word judges, by the project's list or by that of the course.

    >>> [is_loaded(text) for text in ("Newsroom searched", "Newsroom stormed!")]
    [False, True]
    """
    begins = "|".join(map(re.escape, material("headline_words")["begins"]))
    ours = re.search(rf"\b(?:{begins})", text, re.I)
    return "!" in text or ours is not None or any(loaded_words(text))


def is_turned(text: str) -> bool:
    """Say whether it tells of the other police, or that nothing was done."""
    return _TURNED.search(text) is not None


def names_actor(text: str) -> bool:
    """Say whether it tells who acted.

    >>> [names_actor(f"{who} search newsroom") for who in ("Police of Bestovia", "Men")]
    [True, False]
    """
    both = _WHO.search(text) and _LAND.search(text)
    return both is not None or _LAND_ACTS.search(text) is not None


def names_act(text: str) -> bool:
    """Say whether it tells what was done."""
    return _DID.search(text) is not None


def names_target(text: str) -> bool:
    """Say whether it tells to whom, and of which country they are."""
    return _WHOM.search(text) is not None and _THEIRS.search(text) is not None


def states_charge(text: str) -> bool:
    """Say whether a charge stands there that nobody is said to make.

    >>> [states_charge(f"Editors held {why}") for why in ("for fraud", "on suspicion")]
    [True, False]
    """
    return _CHARGE.search(text) is not None and _SAYS.search(text) is None


def guesses_motive(text: str) -> bool:
    """Say whether it tells a reason that nobody gave."""
    return _MOTIVE.search(text) is not None


def is_neutral(text: str) -> bool:
    """Say whether it tells who did what to whom, and nothing that judges.

    >>> is_neutral("Bestovian police search Altanian newsroom and detain two editors")
    True
    """
    faults = (is_loaded, is_turned, states_charge, guesses_motive)
    return all(has(text) for has in (names_actor, names_act, names_target)) and not any(
        fault(text) for fault in faults
    )
