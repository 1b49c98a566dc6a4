"""All that a shared page holds of a case, as one object for JSON."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from utils.charts.sheet.theme import Look
from utils.charts.timeline.marks import Marks
from utils.charts.timeline.points import traces
from utils.errors import ProjectError, known
from utils.explorer.facet_options import completed
from utils.explorer.facets import Facet, facets
from utils.explorer.facets.bodies import Bodies
from utils.explorer.stock import Stock
from utils.measures import fade
from utils.measures.counts import in_bins
from utils.multiplicity import single_acts
from utils.publish.shared_page.drawings import drawings
from utils.publish.shared_page.facts import facts
from utils.selection import Selection
from utils.selection.conditions import source_counts
from utils.selection.shape import N_SOURCES
from utils.tables import Case, in_words

_TEXTS = ("action_id", "date", "summary", "cameo", "in_response_to")
_CODED = (
    *("direction", "type", "form", "tone", "certainty", "sides", "place"),
    *("actor_path", "target_path", "actor_name", "target_name"),
    *("actor_native", "target_native"),
)
_ANY_DAY = np.array(["2025-01-01"], dtype="datetime64[D]")
_SOURCE = ("publisher", "title", "published", "url", "language")


def page_data(
    case: Case,
    selection: Selection,
    *,
    scale: str = "",
    half_life_days: float = 30,
    per: str = "month",
) -> dict[str, Any]:
    """Give every act of a case with all that the page's script needs to show them.

    What the page opens on is `opening`, the query of the selection. Days are counted
    from 1 January 1970; a gap is null.

    >>> from utils import load, select
    >>> data = page_data(load("azerbaijan-russia"), select(types="media"))
    >>> data["opening"], data["acts"]["action_id"][0]
    ('types=media', '20061228-aze-end-russian-tv')

    Raises
    ------
    SelectionError
        If the selection names what the case lacks.
    MeasureError
        If the half-life is not above zero, there is no such bin, or rows stand for
        several acts, which the page could not count.
    ProjectError
        If the case has no such scale.
    """
    scale = scale or case.usual_scale
    _check(case, scale, half_life_days, per)
    single_acts(case.actions, "A page that counts without a kernel")
    stock = Stock(case, case.scales[scale])
    found = {
        "name": case.name,
        "title": case.title,
        "opening": selection.to_query(),
        "n_acts": len(stock.acts),
        "per": per,
        "half_life_days": half_life_days,
        "half_life": f"{half_life_days:g}",
        "about": stock.shown(selection).about.record(),
        "citation": str(case.cite()),
        "labels": case.labels,
        "facets": [_facet(each) for each in facets(case)],
        "acts": _acts(stock),
        "timeline_order": stock.marks.index.tolist(),
        **_evidence(case),
    }
    return {
        **found,
        "facts": facts(_texts(found)),
        "drawings": drawings(stock, half_life_days=half_life_days, per=per),
    }


def _check(case: Case, scale: str, half_life_days: float, per: str) -> None:
    """Refuse what the script would find out only when somebody reads the page."""
    if scale not in case.scales:
        raise ProjectError(f"There is no scale {scale!r}. {known(case.scales, scale)}")
    fade(np.zeros(1), half_life_days)
    in_bins(np.zeros((1, 1)), _ANY_DAY, per)


def _acts(stock: Stock) -> dict[str, Any]:
    """Give the columns of the acts; coded ones as codes and what they stand for."""
    acts = stock.acts
    weight = acts["weight"]
    return {
        **{name: acts[name].tolist() for name in _TEXTS},
        "date_in_words": [in_words(date) for date in acts["date"]],
        "earliest": _day_numbers(acts["earliest"]),
        "latest": _day_numbers(acts["latest"]),
        "lasted_days": acts["lasted_days"].tolist(),
        "n_sources": acts["n_sources"].tolist(),
        "source_count": {
            "values": list(N_SOURCES),
            "codes": source_counts(acts["n_sources"]).tolist(),
        },
        "weight": weight.astype(object).where(weight.notna(), None).tolist(),
        **{name: _coded(acts[name]) for name in _CODED},
        **_marks(stock),
    }


def _marks(stock: Stock) -> dict[str, list[Any]]:
    """Give the side, the symbol and the size of each act's mark on a timeline."""
    acts = stock.marks
    nowhere = Marks(np.zeros(len(acts)), np.zeros(0), np.zeros(0))
    symbol, size = np.zeros(len(acts), dtype=np.int64), np.zeros(len(acts))
    for side in range(3):
        *_, points = traces(acts, nowhere, side, Look())
        rows = points["customdata"]
        symbol[rows] = points["marker"]["symbol"]
        size[rows] = points["marker"]["size"]
    found = {"side": stock.side, "symbol": symbol, "size_px": size}
    return {name: column.tolist() for name, column in found.items()}


def _day_numbers(days: pd.Series) -> list[int]:
    found: list[int] = days.to_numpy().astype("datetime64[D]").astype(int).tolist()
    return found


def _coded(column: pd.Series) -> dict[str, Any]:
    """Give the codes of a column, and its values in the order of its categories."""
    codes = column.astype("category").cat
    return {"values": codes.categories.tolist(), "codes": codes.codes.tolist()}


def _facet(facet: Facet) -> dict[str, Any]:
    naming = facet.naming
    return {
        "field": facet.field,
        "title": facet.title,
        "options": completed(facet.options),
        "column": "source_count" if facet.column == "n_sources" else facet.column,
        "holds": [np.flatnonzero(row).tolist() for row in facet.holds],
        "bodies": [*naming.boxes.items()] if isinstance(naming, Bodies) else None,
        "opens": facet.opens,
    }


def _evidence(case: Case) -> dict[str, Any]:
    """Give each source once, and what it says of which act, supporters first."""
    sides = case.codebook.sides.set_index("side")["label"]
    sources = case.sources.assign(side=case.sources["side"].astype(str).map(sides))
    rows = case.evidence.sort_values("supports", kind="stable")
    act = pd.Index(case.actions["action_id"]).get_indexer(rows["action_id"])
    source = pd.Index(case.sources["source_id"]).get_indexer(rows["source_id"])
    said = zip(
        *(act.tolist(), source.tolist(), rows["supports"].astype(str)),
        *(rows["locator"], rows["note"]),
        strict=True,
    )
    return {
        "sources": sources[[*_SOURCE, "side"]].to_dict("records"),
        "evidence": [list(row) for row in said if row[0] >= 0],
    }


def _texts(part: Any) -> Iterator[str]:
    """Give every text that stands in plain data."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list | tuple):
        values = part.values() if isinstance(part, dict) else part
        for value in values:
            yield from _texts(value)
