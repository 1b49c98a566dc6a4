"""What a timeline says: its title, its marks, its key, and its picture in words."""

from collections.abc import Sequence

from utils.about import About
from utils.charts.sheet import words
from utils.charts.sheet.alt import alt, called, ways
from utils.charts.sheet.alt import days as days_named
from utils.charts.sheet.layout import Key
from utils.charts.sheet.theme import Look
from utils.charts.timeline.acts import Acts
from utils.charts.timeline.points import FILLS
from utils.charts.timeline.whole import Whole

_SIGNS = ("▲", "▼", "●")
_KIND_CHARACTERS = 20


def counted(whole: Whole, drawn: Acts) -> str:
    """Say what a mark is, and how many are drawn if not all are."""
    if whole.n_marks is not None:
        return _counted_by_day(whole, whole.n_marks, len(drawn))
    said = "One mark is one recorded act"
    said += ", the larger the heavier" if whole.weighed else ""
    if len(drawn) < whole.n:
        said += f"; {len(drawn):,} of {whole.n:,} drawn, heaviest first"
    return said


def _counted_by_day(whole: Whole, n_marks: int, n_drawn: int) -> str:
    """Say what a mark is where it stands for several acts."""
    said = "One mark is all recorded acts of one day and kind"
    said += ", the larger the heavier one of them" if whole.weighed else ""
    if n_drawn < n_marks:
        said += f"; {n_drawn:,} of {n_marks:,} marks drawn, most weight in all first"
    return said


def title(whole: Whole) -> str:
    """State how many acts there are, when most, and of which type."""
    if not whole.n:
        return "No recorded act in this selection"
    kind = words.label(whole.kind).lower()
    kind = kind if len(kind) <= _KIND_CHARACTERS else f"{kind[:_KIND_CHARACTERS]}…"
    if whole.n == 1:
        return f"One recorded act, of the type {kind}"
    busiest = f"busiest month {whole.busiest}, " if whole.busiest else ""
    return f"{words.acts(whole.n)}: {busiest}commonest type {kind} ({whole.n_kind:,})"


def spoken(whole: Whole, drawn: Acts, about: About) -> str:
    """Say the picture: how many acts, when, each way, and of which type."""
    if not whole.n:
        return alt("Timeline of single acts: no recorded act in this selection.")
    kind = f"{called(whole.kind)} ({whole.n_kind:,})"
    names = zip(whole.n_ways, (*ways(about), "in other directions"), strict=True)
    told = words.listed([f"{n:,} {name}" for n, name in names if n])
    summed = "" if whole.n_marks is None else ", added up by day and kind"
    when = days_named(*whole.days)
    picture = f"Timeline of {words.acts(whole.n)}{summed}, {when}, in lanes"
    n_marks = whole.n if whole.n_marks is None else whole.n_marks
    few = f"; the {len(drawn):,} heaviest are drawn" * (len(drawn) < n_marks)
    most = f"Busiest month {whole.busiest}, commonest type {kind}."
    if not whole.busiest or whole.n == 1:
        most = f"Commonest type {kind}."
    return alt(f"{picture} by type: {told}{few}.", most)


def coded(acts: Acts) -> Sequence[str] | None:
    """Give the grades of certainty, or none where it was coded for no act."""
    return acts.certainties if not len(acts) or (acts.certainty >= 0).any() else None


def key(
    whole: Whole, about: About, look: Look, *, certainties: Sequence[str] | None
) -> list[Key]:
    """Name the signs; a case with other words for certainty fills every mark."""
    told = certainties is not None and (
        not certainties or not FILLS.keys().isdisjoint(certainties)
    )
    names = [words.arrow(name) for name in words.directions(about)] + ["others"]
    shown = [i for i in range(3) if i < 2 or whole.n_ways[2]]
    colours = look.theme.directions
    return [
        *(Key(names[i], _SIGNS[i], colours[i]) for i in shown),
        *[Key("full: confirmed, dotted: reported, empty: disputed")] * told,
        Key("thin bar: uncertain date, broad bar: lasted"),
    ]
