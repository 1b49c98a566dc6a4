"""What one inquiry asks that another does not, in words."""

from collections.abc import Iterable, Iterator, Mapping

from utils.explorer.inquiry import Inquiry
from utils.selection import NOTHING, Selection
from utils.selection.phrase import day_in_words

_MOST_VALUES, _MOST_CHANGES = 3, 4
_LISTS = {
    "directions": "direction",
    "types": "type",
    "forms": "form",
    "tones": "tone",
    "certainty": "certainty",
    "actors": "actor",
    "targets": "target",
    "sides": "sources",
    "only_sides": "only sources",
    "n_sources": "number of sources",
    "acts": "acts picked",
    "without": "acts left out",
}
_COUNTED = ("acts", "without")
_APART = ("half_life_days", "per", "band")
_OPEN = {"without": "none"}


def difference(
    before: Inquiry, after: Inquiry, labels: Mapping[str, str] | None = None
) -> str:
    """Say what is asked otherwise; `labels` give names for coded values.

    >>> asked = Inquiry(Selection(types=["media"], since="2025"))
    >>> difference(asked, Inquiry(per="week"), {"media": "Media"})
    'type: Media → all; period: since 1 Jan 2025 → any; bars: by month → by week'
    >>> difference(asked, asked)
    'nothing'
    """
    changes = [*_lists(before.selection, after.selection, labels or {})]
    pairs = zip(_said(before, labels or {}), _said(after, labels or {}), strict=True)
    changes += [
        f"{name}: {was} → {now}" for (name, was), (_, now) in pairs if was != now
    ]
    if (more := len(changes) - _MOST_CHANGES) > 1:
        changes[_MOST_CHANGES:] = [f"{more} more changes"]
    return "; ".join(changes) or "nothing"


def _lists(
    before: Selection, after: Selection, labels: Mapping[str, str]
) -> Iterator[str]:
    for field, name in _LISTS.items():
        was, now = getattr(before, field), getattr(after, field)
        if was == now:
            continue
        sets = was, now, was - now, now - was
        if field in _COUNTED:
            said = [f"{len(it):,}" if it else "" for it in sets]
        else:
            said = [_values(it, labels) for it in sets]
        yield f"{name}: {_moved(said, ends=_OPEN.get(field, 'all'))}"


def _moved(said: list[str], *, ends: str) -> str:
    """Say what came and went, or where a list opened or closed, both ends."""
    was, now, gone, come = said
    if not was or not now or "none" in (was, now):
        return f"{was or ends} → {now or ends}"
    parts = [f"{come} added" if come else "", f"{gone} dropped" if gone else ""]
    return ", ".join(filter(None, parts))


def _values(values: Iterable[str], labels: Mapping[str, str]) -> str:
    if NOTHING in values:
        return "none"
    named = sorted(_named(value, labels) for value in values)
    more = len(named) - _MOST_VALUES
    if more > 1:
        named[_MOST_VALUES:] = [f"{more} more"]
    return ", ".join(named)


def _named(value: str, labels: Mapping[str, str]) -> str:
    if value in labels:
        return labels[value]
    for sign, word in {">": "to", "--": "and"}.items():
        first, found, second = value.partition(sign)
        if found:
            return f"{labels.get(first, first)} {word} {labels.get(second, second)}"
    return value.replace("_", " ")


def _said(asked: Inquiry, labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    chosen, against = asked.selection, asked.against
    yield "period", _period(chosen)
    yield "uncertain dates", f"{chosen.dates} in the period"
    yield "words", f'"{chosen.text}"' if chosen.text else "any"
    yield "compared with", against.describe(labels) if against else "nothing"
    for name, value in vars(asked).items():
        if name not in (*_APART, "selection", "against", "view"):
            yield name.replace("_", " "), str(value)
    yield "half-life", f"{asked.half_life_days:g} days"
    yield "bars", f"by {asked.per}"
    yield "doubt", "drawn" if asked.band else "not drawn"


def _period(chosen: Selection) -> str:
    since, until = (day_in_words(d) if d else "" for d in (chosen.since, chosen.until))
    if since and until:
        return f"{since} to {until}"
    return f"since {since}" if since else f"until {until}" if until else "any"
