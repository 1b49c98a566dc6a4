"""Which acts to look at: one frozen value, shared by code, widgets and captions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import parse_qsl, urlencode

from utils.errors import SelectionError, known
from utils.selection.period import first_day, last_day
from utils.selection.phrase import phrase
from utils.selection.shape import NOTHING, check, texts

if TYPE_CHECKING:
    import pandas as pd

_TEXTS = ("since", "until", "dates", "text")


class Span(Protocol):
    """A span of time, by its first and its last ISO day."""

    @property
    def since(self) -> str:
        """The first day."""

    @property
    def until(self) -> str:
        """The last day."""


@dataclass(frozen=True)
class Selection:
    """Which acts to look at; an empty field leaves that matter open.

    Lists are alternatives, fields are conditions that all hold. `actors` and
    `targets` hold countries or institutions, and an institution includes what
    stands below it (`AZE_GOV/`, with a stroke, is that body alone). `sides` asks
    for acts that any of these sides reports, `only_sides` for acts that one of
    them reports and no other does; a source that contradicts an act does not
    report it. `n_sources` are numbers of sources that report an act (`1`, or `4+` for
    four and more). `acts` keeps acts by their ids, `without` leaves some out, as when
    they were picked by hand. An act of uncertain date is in the period when it
    `possibly` lies there, or only when it `certainly` does; one that lasted is
    placed at its first day.

    >>> chosen = Selection(types=["media"], directions=["AZE>RUS"], since="2025-06")
    >>> chosen.describe()
    'media acts from AZE to RUS since 1 Jun 2025'
    >>> chosen == Selection.from_query(chosen.to_query())
    True

    Raises
    ------
    SelectionError
        If a value has the wrong shape: a date that is no date, a direction
        that is not written `AZE>RUS`, a period that ends before it begins.
    """

    actors: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    directions: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    tones: frozenset[str] = frozenset()
    certainty: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    only_sides: frozenset[str] = frozenset()
    n_sources: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    since: str = ""
    until: str = ""
    dates: str = "possibly"
    text: str = ""

    def __post_init__(self) -> None:
        for name in LISTS:
            object.__setattr__(self, name, texts(name, getattr(self, name)))
        object.__setattr__(self, "since", first_day(self.since))
        object.__setattr__(self, "until", last_day(self.until))
        check(self)

    def but(self, **changes: Any) -> "Selection":
        """Give a copy with some fields changed.

        >>> select(types=["media"], since="2025").but(types=[]).to_code()
        'select(since="2025-01-01")'
        """
        _check_names(changes)
        return replace(self, **changes)

    def within(self, span: "Span") -> "Selection":
        """Look at the days of a span: of a phase, or of whatever has since and until.

        The span takes the place of the period chosen before, and an act of
        uncertain date may `possibly` lie in two spans; `dates` says what holds.

        >>> from types import SimpleNamespace
        >>> june = SimpleNamespace(since="2025-06-01", until="2025-06-30")
        >>> select(types=["media"], since="2025").within(june).to_code()
        'select(types=["media"], since="2025-06-01", until="2025-06-30")'

        Raises
        ------
        SelectionError
            If it lacks one of the two, or they are no days.
        """
        if not (hasattr(span, "since") and hasattr(span, "until")):
            raise SelectionError(
                f"A span of time has since and until, as a phase has; {span!r} has not."
            )
        return self.but(since=span.since, until=span.until)

    def reversed(self) -> "Selection":
        """Look the other way: who acted is acted upon.

        >>> select(directions=["AZE>RUS"], actors=["AZE_GOV"]).reversed().to_code()
        'select(targets=["AZE_GOV"], directions=["RUS>AZE"])'
        """
        turned = (">".join(reversed(d.split(">"))) for d in self.directions)
        return self.but(actors=self.targets, targets=self.actors, directions=turned)

    def apply(self, actions: "pd.DataFrame") -> "pd.DataFrame":
        """Keep the acts that meet every condition, in their order.

        Needs the columns of the fields in use (see `utils.selection.conditions`).

        Raises
        ------
        SelectionError
            If a column is missing, or a value is none of those that the
            column's categories know; the message names the known ones.
        """
        from utils.selection.conditions import masks

        keep = list(masks(self, actions).values())
        for mask in keep[1:]:
            keep[0] = keep[0] & mask
        return actions[keep[0]] if keep else actions

    def describe(self, labels: Mapping[str, str] | None = None) -> str:
        """Say the selection in words; `labels` give names for coded values.

        >>> select(types=["media"], certainty=["confirmed"]).describe()
        'confirmed media acts'
        >>> select(types=[NOTHING]).describe()
        'no acts'
        """
        if any(NOTHING in getattr(self, name) for name in LISTS if name != "without"):
            return "no acts"
        return phrase(self, labels or {})

    def to_code(self) -> str:
        """Write the call that makes this selection again.

        >>> select(until="2025-03-01", types=["media", "cultural"]).to_code()
        'select(types=["cultural", "media"], until="2025-03-01")'
        """
        return f"select({', '.join(f'{k}={_code(v)}' for k, v in self._used())})"

    def to_query(self) -> str:
        """Write the selection as a query string, as it would stand in a link.

        >>> select(types=["media", "cultural"], since="2025-01-01").to_query()
        'types=cultural&types=media&since=2025-01-01'
        """
        return urlencode(
            [(k, sorted(v) if k in LISTS else v) for k, v in self._used()], doseq=True
        )

    @classmethod
    def from_query(cls, query: str) -> "Selection":
        """Read back what `to_query` wrote.

        >>> Selection.from_query("types=media&until=2025-03-01").to_code()
        'select(types=["media"], until="2025-03-01")'

        Raises
        ------
        SelectionError
            If the text is no such query, or repeats what stands once.
        """
        found: dict[str, Any] = {}
        for name, value in _pairs(query):
            if name in LISTS:
                found.setdefault(name, []).append(value)
            elif found.setdefault(name, value) != value:
                raise SelectionError(f"The query gives {name} twice: {query[:80]!r}.")
        return select(**found)

    def _used(self) -> list[tuple[str, Any]]:
        default = {field.name: field.default for field in fields(self)}
        pairs = [(name, getattr(self, name)) for name in default]
        return [(name, value) for name, value in pairs if value != default[name]]


LISTS = tuple(field.name for field in fields(Selection) if field.name not in _TEXTS)


def select(**wanted: Any) -> Selection:
    """Say which acts to look at; see `Selection` for the fields.

    A single text stands for a list of one. A year or a month as `since` or
    `until` means its first or its last day.

    >>> select(types="media", until="2025-02").to_code()
    'select(types=["media"], until="2025-02-28")'

    Raises
    ------
    SelectionError
        If a field is unknown or a value has the wrong shape.
    """
    _check_names(wanted)
    return Selection(**wanted)


def _check_names(wanted: Iterable[str]) -> None:
    names = [field.name for field in fields(Selection)]
    if unknown := [name for name in wanted if name not in names]:
        raise SelectionError(
            f"A selection has no field {', '.join(unknown)}. {known(names, unknown[0])}"
        )


def _pairs(query: str) -> list[tuple[str, str]]:
    if not isinstance(query, str):
        raise SelectionError(f"A query is a text, not {query!r}.")
    if not query:
        return []
    try:
        return parse_qsl(
            query, keep_blank_values=True, strict_parsing=True, errors="strict"
        )
    except ValueError:
        raise SelectionError(
            f"{query[:80]!r} is not a query; write types=media&since=2025-01-01."
        ) from None


def _code(value: object) -> str:
    if isinstance(value, frozenset):
        return f"[{', '.join(_code(text) for text in sorted(value))}]"
    text = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"' if text.isprintable() else repr(value)
