"""What a comparison says: its title, its key, and what it counts."""

import numpy as np

from utils.about import About
from utils.charts.comparison.pair import Pair
from utils.charts.sheet import words
from utils.charts.sheet.alt import alt, bin_named, bins_named, number, ways
from utils.charts.sheet.layout import Key
from utils.charts.sheet.theme import Look

UNNAMED = About("", selection="another selection")
"""What is said of a second selection that nobody has named."""


def subtitle(pair: Pair, about: About, against: About) -> str:
    """Say what is measured, of which two selections, and what is not drawn."""
    counted = (
        "Conflictual weight of recorded acts, added up; each act fades by half in "
        f"{pair.half_life_days:g} days"
        if pair.weighed
        else f"Recorded acts by {pair.unit}, uncertain dates spread over their window"
    )
    parts = [
        words.subtitle(about, counted, weighed=pair.weighed),
        f"Compared with: {against.selection}.",
    ]
    if _period(about) != _period(against) and against is not UNNAMED:
        parts.append("Their periods differ: outside its own, neither has acts.")
    if pair.others:
        parts.append("Other directions are not drawn.")
    return " ".join(parts)


def title(pair: Pair, about: About) -> str:
    """Say where the two selections are furthest apart, each way."""
    acts = "recorded conflictual act" if pair.weighed else "recorded act"
    if empty := _empty(pair):
        return f"No {acts} between the two sides in {empty}"
    if not np.round(pair.difference, 9).any():
        same = "recorded tension" if pair.weighed else "numbers of recorded acts"
        return f"The two selections have the same {same} between the two sides"
    names = map(words.towards, words.directions(about))
    apart = {
        name: _short(pair, gap)
        for name, gap in zip(names, pair.difference, strict=True)
        if np.round(gap, 9).any()
    }
    said = words.listed([f"{when} ({name})" for name, when in apart.items()])
    if len(apart) == 2 and len(set(apart.values())) == 1:
        said = f"{next(iter(apart.values()))} in both directions"
    return f"{_lead(pair, said)} {said}"


def key(pair: Pair, about: About, against: About, look: Look) -> list[Key]:
    """Explain lines and bands."""
    ways_ = zip(words.directions(about), look.theme.directions, strict=False)
    doubt = "doubt" if pair.weighed else "fewest to most"
    return [
        *(Key(words.arrow(name), "■", colour) for name, colour in ways_),
        Key(f"filled: chosen ({words.acts(about.n_actions)})"),
        Key(f"dashed: compared with{_counted(against)}", "╍╍╍", look.theme.text),
        Key("difference: chosen minus compared with"),
        *[Key(f"band: {doubt} that uncertain dates leave")] * pair.doubtful,
    ]


def spoken(pair: Pair, about: About) -> str:
    """Say the picture: what each selection has each way, and where they part."""
    what = "tension" if pair.weighed else "recorded acts"
    picture = f"Curves of {what} by {pair.unit} of two selections, and their difference"
    if not (pair.first.any() or pair.second.any()):
        return alt(f"{picture}: none between the two sides in either selection.")
    sides = enumerate(ways(about))
    told = "; ".join(f"{way} {_told(pair, side)}" for side, way in sides)
    span = bins_named(pair.starts, pair.unit)
    return alt(f"{picture}, a panel each way, {span}: {told}.")


def _empty(pair: Pair) -> str:
    """Name the selection that has nothing, or both."""
    there = bool(pair.first.any()), bool(pair.second.any())
    if there == (True, True):
        return ""
    return {
        (False, False): "either selection",
        (False, True): "the selection chosen",
    }.get(there, "the selection compared with")


def _told(pair: Pair, side: int) -> str:
    first, second = pair.first[side], pair.second[side]
    if not (first.any() or second.any()):
        return "none in either"
    size, in_all = (np.max, "at most") if pair.weighed else (np.sum, "in all")
    both = f"{number(size(first))} against {number(size(second))} {in_all}"
    gap = np.abs(np.round(pair.difference[side], 9))
    if not gap.any():
        return f"{both}, the same throughout"
    at = int(gap.argmax())
    when = bin_named(pair.starts[at], pair.unit)
    apart = f"{number(first[at])} against {number(second[at])}"
    return f"{both}, furthest apart {'on' if pair.weighed else 'in'} {when} ({apart})"


def _lead(pair: Pair, said: str) -> str:
    """Begin the title; bins that no short name fits are said to be what they are."""
    if pair.unit in ("month", "year"):
        return "The two selections differ most in"
    if pair.unit == "day":
        return "The two selections differ most on"
    many = " and " in said
    return (
        f"The two differ most in {pair.unit}s of"
        if many
        else (f"The two selections differ most in the {pair.unit} of")
    )


def _short(pair: Pair, gap: np.ndarray) -> str:
    """Name the bin of the largest difference, the first of equal ones."""
    start = pair.starts[np.abs(np.round(gap, 9)).argmax()]
    said = {"month": words.month(start), "year": str(start)[:4]}
    return said.get(pair.unit, words.day(start))


def _counted(against: About) -> str:
    return "" if against is UNNAMED else f" ({words.acts(against.n_actions)})"


def _period(about: About) -> tuple[str, str]:
    return about.since, about.until
