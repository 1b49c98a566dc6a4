"""What lesson 5 asks for, worked out from the record and from a class's judgements."""

from functools import cache

import pandas as pd

from utils import measures
from utils.lessons.course.founding import acts, case, surveyed
from utils.lessons.shelf import material
from utils.scale import Scale

FORMS = {
    "criticise": "Criticise",
    "accuse": "Accuse",
    "demand": "Demand",
    "summon_envoy": "Summon the envoy",
    "cancel_event": "Cancel a cultural event",
    "threaten": "Threaten or warn",
    "detain_persons": "Detain",
    "use_of_force": "Use of armed or physical force",
}
RANKED = ("accuse", "cancel_event", "demand", "threaten", "use_of_force")
PAIRS = {
    "a": ("use_of_force", "cancel_event"),
    "b": ("criticise", "detain_persons"),
    "c": ("cancel_event", "threaten"),
    "d": ("accuse", "demand"),
    "e": ("criticise", "cancel_event"),
    "f": ("use_of_force", "detain_persons"),
}
LIGHTEST, HEAVIEST = -1.0, -10.0
MOST_CHANGED = 2
BY_HAND = "threaten"
COUNTED = ("accuse", "demand")
EXAMPLE = ("detain_persons", "demand")


@cache
def chosen() -> pd.DataFrame:
    """Give the acts of the eight forms in the surveyed period."""
    return acts(surveyed().but(forms=list(FORMS)))


def by_list(name: str = "goldstein-icews") -> pd.Series:
    """Give the mean weight of each form on a published list."""
    weighed = measures.weigh(chosen(), case().scales[name])
    weighed["form"] = weighed["form"].astype(str)
    return weighed.groupby("form")["weight"].mean()


def ranked() -> tuple[str, ...]:
    """Rank five forms as the list does, the lightest first."""
    found = by_list()[list(RANKED)]
    return tuple(found.sort_values(ascending=False).index)


@cache
def strengths() -> pd.DataFrame:
    """Give what the class holds of each form, by form."""
    return measures.bradley_terry(material("judgements")).set_index("item")


def n_heavier(pair: tuple[str, str] = COUNTED, *, with_ties: bool = False) -> int:
    """Count who held the second of a pair heavier than the first."""
    lighter, heavier = pair
    judged = material("judgements")
    found = judged[judged["heavier"].eq(heavier) & judged["lighter"].eq(lighter)]
    return len(found) if with_ties else int(found["tie"].eq("no").sum())


def n_of_pair() -> int:
    """Count the judgements of the counted pair, whatever they say."""
    return sum(n_heavier(pair, with_ties=True) for pair in (COUNTED, COUNTED[::-1]))


def overlapping() -> set[str]:
    """Name the pairs whose intervals overlap."""
    found = strengths()
    return {key for key, pair in PAIRS.items() if _overlap(found.loc[list(pair)])}


def _overlap(two: pd.DataFrame) -> bool:
    return bool(two["low"].max() < two["high"].min())


@cache
def ours() -> Scale:
    """Give the scale of the class."""
    found = strengths().reset_index()
    return measures.scale_from(
        found, lightest=LIGHTEST, heaviest=HEAVIEST, name="our class"
    )


def way(form: str = BY_HAND) -> float:
    """Say how far a form lies on the way from the weakest to the strongest."""
    found = strengths()["strength"]
    return float((found[form] - found.min()) / (found.max() - found.min()))


def totals(scale: Scale) -> dict[str, float]:
    """Add up the weights by direction, without their sign."""
    weighed = measures.weigh(chosen(), scale)
    sums = -weighed.groupby(weighed["direction"].astype(str))["weight"].sum()
    return {str(direction): float(value) for direction, value in sums.items()}


def ahead(scale: Scale) -> str:
    """Name the direction that weighs more, or "" where both weigh alike."""
    sums = totals(scale)
    one, other = sorted(sums, key=lambda key: sums[key])
    return "" if round(sums[other] - sums[one], 6) == 0 else other


def changed(scale: Scale) -> set[str]:
    """Name the forms whose weight is another than that of the class."""
    given, own = dict(scale.weights), dict(ours().weights)
    return {f for f in given.keys() | own.keys() if given.get(f) != own.get(f)}


def within(scale: Scale) -> bool:
    """Say whether all weights lie between the ends: a conflict, and not too heavy."""
    return all(HEAVIEST <= weight <= 0 for weight in scale.weights.values())


def is_ours(scale: Scale) -> bool:
    """Say whether a scale weighs the forms of the class, and no others."""
    return scale.column == "form" and scale.weights.keys() == FORMS.keys()


def turns(scale: Scale) -> bool:
    """Say whether a scale is ours but for one or two weights, and turns the order."""
    few = 1 <= len(changed(scale)) <= MOST_CHANGED
    kept = is_ours(scale) and within(scale) and few
    return kept and ahead(scale) not in ("", ahead(ours()))
