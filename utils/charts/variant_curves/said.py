"""What a chart of variants says in its title and below it."""

from collections.abc import Sequence

import numpy as np

from utils.about import About
from utils.charts.sheet import words
from utils.charts.sheet.alt import alt, called, many, number, ways
from utils.charts.sheet.alt import days as days_named
from utils.charts.variant_curves.bundle import Bundle


def subtitle(bundle: Bundle, about: About) -> str:
    """Say what is added up, how fast it fades, and what is not drawn."""
    days = bundle.half_lives_days
    fades = f" in {_range([f'{each:g}' for each in days], ' to ')} days" if days else ""
    n = len(bundle.variants)
    counted = (
        f"Conflictual weight of recorded acts in {n} variant{'' if n == 1 else 's'}, "
        f"added up; each act fades by half{fades}"
    )
    said = words.subtitle(about, counted, weighed=True)
    return f"{said} Other directions are not drawn." if bundle.others else said


def title(bundle: Bundle, about: About) -> str:
    """Say on which days the variants are highest, shorter if need be."""
    if np.isnat(bundle.peaks).all():
        return "No recorded conflictual act between the two sides in this selection"
    told = [_told(bundle, about, by_month) for by_month in (False, True)]
    return next(
        (title for title in told if len(title) <= words.TITLE_CHARACTERS), told[1]
    )


def spoken(bundle: Bundle, about: About) -> str:
    """Say the picture: between which days and levels the variants peak, each way."""
    picture = f"Curves of tension by day in {many(len(bundle.variants), 'variant')}"
    if np.isnat(bundle.peaks).all():
        none = "no recorded conflictual act between the two sides in this selection"
        return alt(f"{picture}: {none}.")
    span = days_named(bundle.dates[0], bundle.dates[-1])
    sides = enumerate(ways(about))
    told = "; ".join(f"{way} {_peaks(bundle, side)}" for side, way in sides)
    names = ", ".join(map(called, bundle.variants))
    return alt(
        f"{picture}, a panel for each direction, {span}: {told}.", f"Variants: {names}."
    )


def _peaks(bundle: Bundle, side: int) -> str:
    """Give the days and the heights of the peaks, the lowest and the highest."""
    days = bundle.peaks[:, side]
    if np.isnat(days).all():
        return "none"
    tops = np.nanmax(np.nan_to_num(bundle.levels[:, side]), axis=1)[~np.isnat(days)]
    when = np.unique(days[~np.isnat(days)])
    high = _range([number(tops.min()), number(tops.max())], " to ")
    return f"highest {_when(when)} ({high})"


def _when(days: np.ndarray) -> str:
    if len(days) == 1:
        return f"on {words.day(days[0])}"
    return f"between {words.day(days[0])} and {words.day(days[-1])}"


def _told(bundle: Bundle, about: About, by_month: bool) -> str:
    spans = []
    moved = False
    for name, peaks in zip(words.directions(about), bundle.peaks.T, strict=True):
        days = np.unique(peaks[~np.isnat(peaks)])
        if len(days):
            spans.append(f"{_days(days, by_month)} ({words.towards(name)})")
        moved |= len(days) > 1
    n = len(bundle.variants)
    peak = "Peaks" if by_month else "Peak days"
    verb = "move" if moved else "stay"
    return f"{peak} {verb} in {n} variant{'' if n == 1 else 's'}: {words.listed(spans)}"


def _days(days: np.ndarray, by_month: bool) -> str:
    """Say one day, or the first and the last of several."""
    said = [(words.month if by_month else words.day)(day) for day in days]
    first, last = said[0], said[-1]
    if first[-4:] == last[-4:] and first != last:
        first = first[:-5]
    return _range([first, last], "–")


def _range(ends: Sequence[str], between: str) -> str:
    return ends[0] if ends[0] == ends[-1] else f"{ends[0]}{between}{ends[-1]}"
