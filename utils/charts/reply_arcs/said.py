"""What a chart of reply arcs says: its title, its key, and what it counts."""

from utils.about import About
from utils.charts.reply_arcs.acts import FOLLOWED, OTHERS, Arcs
from utils.charts.sheet import words
from utils.charts.sheet.alt import alt, days, many, ways
from utils.charts.sheet.layout import Key
from utils.charts.sheet.theme import Look

SIGNS = ("▲", "▼", "●")
_ARC_SIGNS = ("━━━", "╍╍╍")


def title(answered: tuple[int, int], about: About) -> str:
    """State how many acts of each direction were answered."""
    if not any(answered):
        return "No recorded answer between the two sides in this selection"
    names = [words.towards(name) for name in words.directions(about)]
    said = [f"{n:,} from {name}" for n, name in zip(answered, names, strict=True)]
    return f"Recorded acts that the other side answered: {words.listed(said)}"


def counted(arcs: Arcs, n_pairs: int) -> str:
    """Say what an arc is, and how many of the pairs are drawn."""
    said = "An arc runs from a recorded act to a recorded reply, as a source links them"
    if len(arcs) < n_pairs:
        said += f"; {len(arcs):,} of {n_pairs:,} pairs drawn, evenly along time"
    return said


def spoken(arcs: Arcs, numbers: tuple[tuple[int, int], int], about: About) -> str:
    """Say the picture: how many pairs, when, and how many acts were answered."""
    answered, n_pairs = numbers
    picture = "Arcs from recorded acts to recorded replies, a lane for each side"
    if not n_pairs:
        return alt(f"{picture}: no recorded reply in this selection.")
    when = days(arcs.days.min(), arcs.days.max())
    few = f"; {len(arcs):,} of them are drawn" * (len(arcs) < n_pairs)
    pairs = zip(answered, ways(about), strict=True)
    told = words.listed([f"{n:,} {way}" for n, way in pairs])
    inside = int((arcs.sort == FOLLOWED).sum())
    return alt(
        f"{picture}, {when}: {many(n_pairs, 'pair')}{few}.",
        f"Acts that the other side answered: {told}; arcs within a side: {inside:,}.",
    )


def key(arcs: Arcs, about: About, look: Look) -> list[Key]:
    """Explain marks and arcs."""
    theme = look.theme
    found = []
    for i, side in enumerate(about.sides):
        found.append(Key(f"acts of {side}", SIGNS[i], theme.directions[i]))
        found.append(Key(f"answered by {side}", _ARC_SIGNS[i], theme.directions[i]))
    if (arcs.sort == FOLLOWED).any():
        found.append(Key("followed by the same side", "┄┄┄", theme.quiet))
    if (arcs.sort == OTHERS).any():
        found.append(Key("third parties", _ARC_SIGNS[0], theme.other))
    if (arcs.lane == 2).any():
        found.append(Key("acts of other countries", SIGNS[2], theme.other))
    return [*found, Key("empty: uncertain day, at the middle of its window")]
