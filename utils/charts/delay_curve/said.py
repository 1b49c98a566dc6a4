"""What a delay curve says: its title, its key, and what it counts."""

from utils.about import About
from utils.charts.delay_curve.curves import Curve
from utils.charts.sheet import words
from utils.charts.sheet.alt import alt, ways
from utils.charts.sheet.layout import Key
from utils.charts.sheet.theme import Look

_WEEK = 7
_SIGNS = ("━━━", "╍╍╍")


def subtitle(curves: list[Curve], about: About) -> str:
    """Say what is drawn, and by when half are answered."""
    counted = (
        "Share of recorded acts that the other side answered, by days since the act; "
        "acts without an answer are watched until observation ends (Kaplan-Meier)"
    )
    return f"{words.subtitle(about, counted)} {_medians(curves, about)}".rstrip()


def _medians(curves: list[Curve], about: About) -> str:
    """Say by when half are answered, for each direction that has acts."""
    names = words.directions(about)
    said = [
        f"{words.towards(name)} {_half(curve)} ({words.acts(curve.n_acts)})"
        for name, curve in zip(names, curves, strict=True)
        if curve.n_acts
    ]
    if not said:
        return ""
    open_ = any(curve.n_acts and curve.median is None for curve in curves)
    level = " Where fewer than half are answered, the curve levels off." * open_
    return f"Median delay: {'; '.join(said)}.{level}"


def _half(curve: Curve) -> str:
    if curve.median is None:
        last = int(curve.days.max(initial=0))
        return f"not reached by day {last:,}"
    return f"{curve.median:,} day{'' if curve.median == 1 else 's'}"


def title(curves: list[Curve], about: About) -> str:
    """State the share answered, each way, within days that both have."""
    there = [curve for curve in curves if curve.n_acts]
    if not there:
        return "No recorded act between the two sides in this selection"
    day = min(int(curve.days.max()) for curve in there)
    said = [
        f"{100 * curve.share[curve.days <= day][-1]:.0f} % from {words.towards(name)}"
        for name, curve in zip(words.directions(about), curves, strict=True)
        if curve.n_acts
    ]
    within = (
        f"within {day:,} day{'' if day == 1 else 's'}" if day else "on the same day"
    )
    return f"Recorded acts answered {within}: {words.listed(said)}"


def spoken(curves: list[Curve], about: About) -> str:
    """Say the picture: the share answered within a week and at the end, each way."""
    picture = (
        "Two step curves of the share of recorded acts that the other side answered"
    )
    if not any(curve.n_acts for curve in curves):
        return alt(f"{picture}: no recorded act between the two sides.")
    told = "; ".join(map(_rise, ways(about), curves))
    return alt(f"{picture}, by days since the act: {told}.")


def _rise(way: str, curve: Curve) -> str:
    if not curve.n_acts:
        return f"{way} no act"
    days = [day for day in (_WEEK, int(curve.days.max())) if day <= curve.days.max()]
    shares = [curve.share[curve.days <= day][-1] for day in days]
    pairs = dict(zip(days, shares, strict=True)).items()
    said = [f"{100 * share:.0f} % by day {day:,}" for day, share in pairs]
    return f"{way} {words.listed(said)} ({words.acts(curve.n_acts)})"


def key(about: About, look: Look) -> list[Key]:
    """Explain lines, bands and ticks."""
    names = [words.arrow(name) for name in words.directions(about)]
    colours = look.theme.directions
    return [
        *(Key(names[i], _SIGNS[i], colours[i]) for i in (0, 1)),
        Key("band: 95 % interval at each day"),
        Key("ticks: acts no longer watched"),
    ]
