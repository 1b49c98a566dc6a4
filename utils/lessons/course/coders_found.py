"""What lesson 7 asks for, worked out from the codings of the course."""

from functools import cache

import pandas as pd

from utils import measures
from utils.lessons.shelf import material

LEVELS = {
    "deed": "nominal",
    "type": "nominal",
    "anger": "ordinal",
    "fault": "nominal",
}
BOUND = 0.667
INTERVAL = {
    "a": "The coders agree badly, and ten passages are enough to prove it.",
    "b": "The alpha of every other pair of coders will lie inside this interval.",
    "c": "So few passages leave it open whether the coders agree well or hardly "
    "better than by lot.",
    "d": "The coders were right in about two of five passages, and wrong in the rest.",
}
PUZZLES = {
    "clear": "Passages in which the step is plain",
    "announced": "Passages in which a step is announced, but not yet taken",
    "harsh": "Passages in which somebody speaks harshly",
    "paper": "Passages in which a paper is handed over",
}
REPAIRS = {
    "a": "If in doubt, ask coder 1, who has done this most often, and write the same.",
    "b": "A step that is announced is a deed if the coder finds it serious, and words "
    "if not. The same goes for papers.",
    "c": "What Bestovia announces are deeds, for it does what it says. What Altania "
    "announces are words.",
    "d": "A step that is only announced is words, until it begins. A paper that is "
    "handed over is words too.",
}
COLUMNS = {
    "deed": "deed: deed or words",
    "type": "type: the kind of act",
    "anger": "anger: from calm to furious",
    "fault": "fault: whose fault it is",
}


@cache
def codings(name: str) -> pd.DataFrame:
    """Give a table of codings, with anger as a number."""
    return material(name).astype({"anger": int})


@cache
def passages() -> dict[str, str]:
    """Give the passages of the first round by their unit."""
    found = material("coding_passages").query("round == 'first'")
    return dict(zip(found["unit"], found["passage"], strict=True))


@cache
def clear() -> dict[str, str]:
    """Give the coding of each clear passage of the first round: all coders agree."""
    found = material("coding_passages").query("round == 'first' and puzzle == 'clear'")
    said = codings("codings").groupby("unit")["deed"].first()
    return {unit: said[unit] for unit in found["unit"]}


def counted() -> dict[str, int]:
    """Count units, units coded alike and values of each kind of coders 1 and 2."""
    wide = _wide()[["coder 1", "coder 2"]]
    alike = wide["coder 1"] == wide["coder 2"]
    return {
        "units": len(wide),
        "alike": int(alike.sum()),
        "deed": int((wide == "deed").sum().sum()),
        "words": int((wide == "words").sum().sum()),
        "both_words": int((wide == "words").all(axis=1).sum()),
        "alike_all": int((_wide().nunique(axis=1) == 1).sum()),
    }


def share_alike() -> float:
    """Give the share of units that coders 1 and 2 coded alike."""
    return counted()["alike"] / counted()["units"]


def expected_apart(*, put_back: bool = False) -> float:
    """Give the chance that two slips drawn from the bag differ."""
    n = counted()
    slips = n["deed"] + n["words"]
    return 2 * n["deed"] * n["words"] / (slips * (slips - (not put_back)))


def alpha(*, put_back: bool = False) -> float:
    """Give alpha by hand: one minus the observed over the expected disagreement."""
    return 1 - (1 - share_alike()) / expected_apart(put_back=put_back)


def is_alpha(answer: float) -> bool:
    """Say whether this is alpha, worked out with all or with two decimal places."""
    rounded = 1 - (1 - share_alike()) / round(expected_apart(), 2)
    return near(answer, alpha(), 0.00501) or near(answer, rounded, 0.0006)


def hardest() -> str:
    """Give the puzzle that most of the passages have that were coded apart."""
    apart = measures.disagreements(codings("codings"), columns=["deed"])["unit"]
    puzzles = material("coding_passages").set_index("unit")["puzzle"]
    return str(puzzles[apart].value_counts().idxmax())


@cache
def below_bound(*, low: bool = False) -> frozenset[str]:
    """Give the columns whose alpha, or its lower end, is below the usual bound."""
    found = measures.agreement(codings("codings_after"), columns=LEVELS)
    return frozenset(found[found["low" if low else "alpha"] < BOUND]["column"])


def _wide() -> pd.DataFrame:
    return codings("codings").pivot(index="unit", columns="coder", values="deed")


def near(value: float, other: float, within: float = 0.006) -> bool:
    """Say whether two numbers are less apart than that."""
    return abs(value - other) < within
