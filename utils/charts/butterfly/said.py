"""What a butterfly says: its title, its key, and what it counts."""

import numpy as np

from utils.about import About
from utils.charts.butterfly.bins import Bins
from utils.charts.sheet import words
from utils.charts.sheet.alt import alt, bin_named, bins_named, number, ways
from utils.charts.sheet.layout import Key
from utils.charts.sheet.theme import Look

_DAY = np.timedelta64(1, "D")


def subtitle(bins: Bins, about: About) -> str:
    """Say what is counted, and what is not drawn."""
    counted = f"Recorded acts by {bins.unit}, uncertain dates spread over their window"
    said = words.subtitle(about, counted)
    if not bins.others:
        return said
    others = words.acts(max(1, round(bins.others)))
    return f"{said} {others} in other directions not drawn."


def title(bins: Bins, about: About) -> str:
    """State which direction has more acts, and in how many bins."""
    up, down = bins.up, bins.down
    if not (up.any() or down.any()):
        return "No recorded act between the two sides in this selection"
    first, second = map(words.towards, words.directions(about))
    chosen = _chosen(bins, about)
    units = f"{chosen.sum()} {bins.unit}{'' if chosen.sum() == 1 else 's'}"
    if not (up.any() and down.any()):
        one, none = (first, second) if up.any() else (second, first)
        some = int((chosen & (up + down > 0)).sum())
        return f"Recorded acts from {one} in {some} of {units}, none from {none}"
    lead = np.where(chosen, np.round(up - down, 9), 0)
    more, less = int((lead > 0).sum()), int((lead < 0).sum())
    return (
        f"More recorded acts from {first} in {more} of {units}, from {second} in {less}"
    )


def _chosen(bins: Bins, about: About) -> np.ndarray:
    """Leave out bins that only the window of an uncertain date reaches into."""
    since, until = about.since or "0001-01-01", about.until or "9999-12-31"
    reaches = bins.starts + bins.days * _DAY > np.datetime64(since)
    return np.asarray(reaches & (bins.starts <= np.datetime64(until)))


def spoken(bins: Bins, about: About) -> str:
    """Say the picture: what stands where, and how high it gets each way."""
    picture = f"Back-to-back bars of recorded acts by {bins.unit}"
    if not (bins.up.any() or bins.down.any()):
        return alt(f"{picture}: none between the two sides in this selection.")
    ends = zip(ways(about), ("up", "down"), (bins.up, bins.down), strict=True)
    told = "; ".join(f"{way} ({end}) {_height(bins, n)}" for way, end, n in ends)
    return alt(f"{picture}, {bins_named(bins.starts, bins.unit)}: {told}.")


def _height(bins: Bins, n: np.ndarray) -> str:
    if not n.any():
        return "none"
    when = bin_named(bins.starts[np.round(n, 9).argmax()], bins.unit)
    return f"{number(n.sum())} in all, at most {number(n.max())} in {when}"


def key(bins: Bins, about: About, look: Look) -> list[Key]:
    """Explain bars and whiskers."""
    first, second = (words.arrow(name) for name in words.directions(about))
    doubt = bool((bins.most > bins.least).any())
    return [
        Key(f"up: {first}", "■", look.theme.first),
        Key(f"down, hatched: {second}", "■", look.theme.second),
        *[Key("whisker: fewest to most that the dates allow")] * doubt,
    ]
