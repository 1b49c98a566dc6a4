"""What was seen of curated acts, in sentences."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from utils.events.against.kinds import WORDS

if TYPE_CHECKING:
    from utils.events.against.seen import Seen


def sentences(seen: "Seen") -> Iterator[str]:
    """Say what was compared, how, what was seen, and what was left out."""
    yield f"{seen.title}, {seen.since} to {seen.until}: {seen.recall}"
    yield (
        "An event is an act's own if it has the same direction and "
        f"{WORDS[seen.kind]}, lies within {_many(seen.window_days, 'day')}, and is "
        "counted for no other act."
    )
    if near := int((~seen.acts["seen"] & (seen.acts["n_near"] > 0)).sum()):
        yield f"{_acts(near, 'more')} near events that are counted for another act."
    own, alike, rest = seen.beside[["n_counted", "n_alike", "n_beside"]].sum()
    yield (
        f"Of {own + alike + rest:,} coded events of these directions, {own:,} are "
        f"counted for an act, {alike:,} more are like one, and {rest:,} are like none."
    )
    if len(seen.by_chance):
        low, middle, high = seen.by_chance["share"].quantile([0.05, 0.5, 0.95]) * 100
        yield (
            f"Had the acts lain on other days, {middle:.0f} % would be seen "
            f"({low:.0f} to {high:.0f} % in nine of ten cases), by chance alone."
        )
    if seen.n_outside:
        yield f"{_acts(seen.n_outside)} not certainly within these days."
    if seen.n_without_kind:
        yield f"{_acts(seen.n_without_kind)} without a code to compare."


def _acts(n: int, more: str = "") -> str:
    return f"{n:,} {more} act{' is' if n == 1 else 's are'}".replace("  ", " ")


def _many(n: int, unit: str) -> str:
    return f"{n:,} {unit}{'' if n == 1 else 's'}"
