"""Which events to look at, before and after what is told twice is counted once."""

import narwhals as nw

from utils.events.canonical import direction_of
from utils.events.formats.format import Format
from utils.events.once import KEYS, with_keys, with_mirrored, without_repeats
from utils.events.scope import conditions
from utils.selection import Selection
from utils.selection.conditions import in_use
from utils.selection.shape import NOTHING

_OTHER = {"actors": "targets", "targets": "actors"}
_ASKED = {
    "period": ("latest",),
    "actors": ("actor", "target"),
    "targets": ("actor", "target"),
    "types": ("type",),
    "forms": ("form",),
    "tones": ("tone",),
    "acts": ("event_id", "actor", "target"),
    "without": ("event_id", "actor", "target"),
}
NEEDED = ("earliest", "code", "direction", "actor_country", "target_country")
"""The columns without which nothing can be counted once."""


def once(events: nw.LazyFrame, selection: Selection, form: Format) -> nw.LazyFrame:
    """Give the chosen events, each once, with `n_reports`."""
    kept = _before(events, selection, form)
    return _after(with_keys(without_repeats(kept, form), form), selection, form)


def condensed(
    events: nw.LazyFrame, selection: Selection, form: Format, by: tuple[str, ...]
) -> nw.LazyFrame:
    """Give rows for several chosen events that have the columns of `by` in common.

    It comes to the same as `once`, with fewer rows where a column is not asked for.
    """
    asked = [name for use in in_use(selection) for name in _ASKED.get(use, ())]
    kept = without_repeats(_before(events, selection, form), form)
    if not (form.mirrors or form.mutual):
        return _after(with_keys(kept, form), selection, form)
    return _after(alike(kept, form, (*by, *asked)), selection, form)


def alike(events: nw.LazyFrame, form: Format, by: tuple[str, ...]) -> nw.LazyFrame:
    """Put together events alike in `by` and in all that counting once needs.

    Adds up `n` and `n_reports`, and counts the records as `n_records`.
    """
    # The direction follows from the two countries, and is put together once for all.
    same = [it for it in dict.fromkeys([*NEEDED, *by, *KEYS]) if it != "direction"]
    sums = [nw.col("n").sum(), nw.col("n_reports").sum(), nw.len().alias("n_records")]
    grouped = with_keys(events, form).group_by(*same).agg(*sums)
    counts = nw.col("n", "n_reports", "n_records")
    # An engine may add up into wider numbers than it is given.
    direction = direction_of(directed=form.directed).alias("direction")
    return grouped.with_columns(counts.cast(nw.Int64), direction)


def _before(events: nw.LazyFrame, selection: Selection, form: Format) -> nw.LazyFrame:
    """Leave out what is not chosen, as far as no telling is parted from its other."""
    kept = events.filter(nw.col("left_out") == "")
    wide = selection.but(
        actors=[], targets=[], forms=[], acts=[], without=[],
        directions=_either_way(selection),
    )  # fmt: skip
    wanted = conditions(wide, form.ontology)
    wanted += [
        _either_party(selection, n, form) for n in _OTHER if n in _used(selection)
    ]
    return kept.filter(*wanted) if wanted else kept


def _after(events: nw.LazyFrame, selection: Selection, form: Format) -> nw.LazyFrame:
    events = with_mirrored(events, form).filter(nw.col("mirrored") == 0)
    parties = [name for name in _OTHER if name in _used(selection)]
    others = selection.but(actors=[], targets=[])
    wanted = conditions(others, form.ontology)
    undirected = nw.col("direction").str.contains("--")
    for name in parties:
        exact = conditions(_only(selection, name), form.ontology)[0]
        wanted.append(exact | (undirected & _either_party(selection, name, form)))
    chosen = events.filter(*wanted) if wanted else events
    return chosen.drop("mirrored")


def _used(selection: Selection) -> list[str]:
    return [*in_use(selection)]


def _only(selection: Selection, name: str) -> Selection:
    return Selection(**{name: getattr(selection, name)})


def _either_party(selection: Selection, name: str, form: Format) -> nw.Expr:
    wanted = getattr(selection, name)
    one, other = (
        conditions(Selection(**{who: wanted}), form.ontology)[0]
        for who in (name, _OTHER[name])
    )
    return one | other


def _either_way(selection: Selection) -> list[str]:
    """Give each direction, its reverse, and the two countries without direction."""
    found: list[str] = [*(selection.directions & {NOTHING})]
    for direction in selection.directions - {NOTHING}:
        one, other = sorted(direction.split(">" if ">" in direction else "--"))
        found += [f"{one}>{other}", f"{other}>{one}", f"{one}--{other}"]
    return found
