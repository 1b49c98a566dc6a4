"""A selection said in words, for titles, captions and screen readers."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from utils.selection.selection import Selection

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"


def phrase(chosen: "Selection", labels: Mapping[str, str]) -> str:
    """Say `chosen` in words, with `labels` for the coded values that have one.

    >>> from utils.selection import select
    >>> phrase(select(actors=["AZE_GOV"]), {"AZE_GOV": "Government of Azerbaijan"})
    'acts by Government of Azerbaijan'
    >>> phrase(select(), {})
    'all acts'
    """
    kinds = [_any_of(v, labels) for v in (chosen.certainty, chosen.tones, chosen.types)]
    parts = [
        *kinds,
        "acts",
        _led("of the form", chosen.forms, labels),
        _directions(chosen.directions, labels),
        _led("by", chosen.actors, labels),
        _led("towards", chosen.targets, labels),
        _led("reported by", chosen.sides, labels),
        _led("reported by no other side than", chosen.only_sides, labels),
        _sources(chosen.n_sources),
        _picked(chosen),
        _period(chosen),
        f'that mention "{chosen.text}"' if chosen.text else "",
    ]
    said = " ".join(part for part in parts if part)
    return "all acts" if said == "acts" else said


def day_in_words(iso: str) -> str:
    """Write an ISO day the way captions do.

    >>> day_in_words("2025-06-09")
    '9 Jun 2025'
    """
    day = date.fromisoformat(iso)
    return f"{day.day} {_MONTHS.split()[day.month - 1]} {day.year:04}"


def _any_of(values: Iterable[str], labels: Mapping[str, str]) -> str:
    named = sorted(labels.get(value, value.replace("_", " ")) for value in values)
    return " or ".join(filter(None, [", ".join(named[:-1]), *named[-1:]]))


def _led(words: str, values: Iterable[str], labels: Mapping[str, str]) -> str:
    said = _any_of(values, {value: labels.get(value, value) for value in values})
    return f"{words} {said}" if said else ""


def _directions(directions: frozenset[str], labels: Mapping[str, str]) -> str:
    countries = sorted({end for d in directions for end in d.split(">")})
    pairs = combinations(countries, 2)
    both = [(a, b) for a, b in pairs if {f"{a}>{b}", f"{b}>{a}"} <= directions]
    covered = {d for a, b in both for d in (f"{a}>{b}", f"{b}>{a}")}
    said = [("between {} and {}", [a, b]) for a, b in both]
    said += [_one_way(direction) for direction in sorted(directions - covered)]
    return " or ".join(
        words.format(*(labels.get(end, end) for end in ends)) for words, ends in said
    )


def _sources(n_sources: Iterable[str]) -> str:
    """Say by how many sources acts are reported.

    >>> _sources({"4+", "1"}), _sources({"1"})
    ('with 1 or 4 or more sources', 'with 1 source')
    """
    named = sorted(n_sources)
    said = _any_of(named, {"4+": "4 or more"})
    return f"with {said} source{'s' * (named != ['1'])}" if said else ""


def _picked(chosen: "Selection") -> str:
    kept, left = len(chosen.acts), len(chosen.without)
    said = [f"picked one by one ({kept:,})"] if kept else []
    said += [f"without {left:,} left out one by one"] if left else []
    return ", ".join(said)


def _one_way(direction: str) -> tuple[str, list[str]]:
    if ">" not in direction:
        return "of unknown direction between {} and {}", direction.split("--")
    actor, target = direction.split(">")
    if actor == target:
        return "within {}", [actor]
    return "from {} to {}", [actor, target]


def _period(chosen: "Selection") -> str:
    since, until = (day_in_words(d) if d else "" for d in (chosen.since, chosen.until))
    words = f"since {since}" if since else ""
    if until:
        words = f"from {since} to {until}" if since else f"until {until}"
    sure = chosen.dates == "certainly" and words
    return f"{words} (certainly in that period)" if sure else words
