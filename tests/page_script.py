"""The page's script in a real Chromium, beside what the explorer says and draws."""

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from utils.charts.sheet.theme import Look, theme_of
from utils.explorer.empty import what_to_drop
from utils.explorer.facets import facets
from utils.explorer.stock import Stock
from utils.explorer.views import views
from utils.publish.shared_page.drawings import plain_data
from utils.publish.shared_page.engine import engine_script
from utils.publish.shared_page.facts import TALL_PX
from utils.selection import NOTHING, Selection, select
from utils.tables import Case

ASK = """([name, queries, look]) => {
  const stock = stocks[name];
  const drawn = (shown) => look && {
    timeline: demarche.drawTimeline(stock, shown, look),
    tension: demarche.drawTension(stock, shown, look),
    butterfly: demarche.drawButterfly(stock, shown, look),
  };
  return JSON.stringify(queries.map((query) => {
    const selection = demarche.fromQuery(query);
    const shown = demarche.show(stock, selection);
    const charts = drawn(shown);
    const { n, rows, counts, sentence, about, hint } = shown;
    const again = demarche.toQuery(selection);
    return { n, rows, counts, sentence, about, hint, query: again, charts };
  }));
}"""
TAKE = """([name, text]) => {
  stocks[name] = demarche.makeStock(JSON.parse(text));
}"""

BOTH = ["AZE>RUS", "RUS>AZE"]
YEAR = {"since": "2024-12-25", "until": "2025-12-31"}
WAR = {"since": "2025-06-27", "until": "2025-07-15"}
PICKED = [
    "20061228-aze-end-russian-tv",
    "20250629-aze-culture-ministry-cancels-events",
    "20250630-aze-raids-sputnik-office",
]
SELECTIONS = {
    "the whole case": select(),
    "the opening": select(directions=BOTH, **YEAR),
    "one direction": select(directions="RUS>AZE", **YEAR),
    "other countries": select(directions=["FRA>AZE", "AZE>IGO", "AZE>USA"]),
    "one side at home": select(directions=["RUS>RUS"]),
    "one institution": select(actors="AZE_GOV_MFA", types=["diplomatic", "media"]),
    "a body alone": select(actors=["AZE_GOV/", "RUS_COP"]),
    "a country with all below": select(actors=["RUS"], since="2025"),
    "reports alone": select(certainty="reported", directions=BOTH),
    "disputed acts": select(certainty=["disputed"]),
    "possible days": select(**WAR),
    "certain days": select(**WAR, dates="certainly"),
    "one day": select(since="2025-06-29", until="2025-06-29"),
    "one act": select(text="broadcasting council resolved"),
    "before the survey": select(until="2024-12-24", types=["economic", "military"]),
    "beyond the data": select(types="media", since="1999-01-01", until="2031-01-01"),
    "a text": select(text="ƏLIYEV & <b>", **YEAR),
    "a name in another alphabet": select(text="Захарова"),
    "tones and targets": select(tones="cooperative", targets="AZE", sides="western"),
    "a form": select(forms=["accuse", "meet"], targets=["RUS_GOV/", "AZE_GOV_MFA"]),
    "few sources": select(n_sources="1", directions=BOTH),
    "many sources": select(n_sources=["4+", "2"], types="media"),
    "acts picked one by one": select(acts=PICKED, until="2025-06-29"),
    "acts left out one by one": select(without=PICKED, types="cultural"),
    "none left out": select(without=[NOTHING], types="cultural"),
    "what two sides alone report": select(only_sides=["western", "aze_private"]),
    "nothing in a period": select(types=[NOTHING], **YEAR),
    "nothing": select(certainty=[NOTHING]),
    "before the data": select(until="1999-01-01"),
}


class Script:
    """A page that has the script and no more, with the data of some cases."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.add_script_tag(content=f"{engine_script()}\nconst stocks = {{}};")

    def take(self, name: str, data: dict[str, Any]) -> None:
        """Give the script a case, as the page would: as the text of JSON."""
        self.page.evaluate(TAKE, [name, json.dumps(data, allow_nan=False)])

    def ask(self, name: str, queries: list[str], look: Any = None) -> list[Any]:
        """Give what the script says of each query and, with a look, draws."""
        return json.loads(self.page.evaluate(ASK, [name, queries, look]))

    def refusal(self, name: str, query: str) -> str:
        """Give the sentence with which the script refuses a query."""
        ask = """([name, query]) => {
          try {
            demarche.show(stocks[name], demarche.fromQuery(query));
          } catch (error) {
            return error.message;
          }
        }"""
        return self.page.evaluate(ask, [name, query])


def reference(
    case: Case,
    *,
    scale: str = "goldstein-icews",
    half_life_days: float = 30,
    per: str = "month",
) -> Callable[..., dict[str, Any]]:
    """Make a function that gives what the explorer shows of a selection."""
    stock, held = Stock(case, case.scales[scale]), facets(case)
    draw = views(stock, half_life_days=half_life_days, per=per)

    def find(chosen: Selection, theme: str = "", width_px: int = 560) -> dict[str, Any]:
        shown = stock.shown(chosen)
        sentence, action, drop = what_to_drop(shown)
        found = {
            "n": len(shown.rows),
            "rows": shown.rows.tolist(),
            "counts": {facet.field: facet.counts(shown) for facet in held},
            "sentence": shown.about.selection,
            "about": shown.about.record(),
            "hint": {"sentence": sentence, "action": action, "drop": drop},
            "query": chosen.to_query(),
            "charts": None,
        }
        if theme:
            look = Look(theme_of(theme), width_px, tall_px=TALL_PX)
            found["charts"] = {
                name: drawn(view(shown, look)) for name, view in draw.items()
            }
        return json.loads(json.dumps(found))

    return find


def drawn(drawing: Any) -> dict[str, Any]:
    """Write a drawing of the explorer as the script gives its own."""
    return {**plain_data(drawing), "words": drawing.layout["meta"]["words"]}


def differences(ours: Any, theirs: Any, place: str = "") -> list[tuple[str, Any, Any]]:
    """Name the places where plain data differ, numbers by more than 1 in 10^8.

    What is left of a difference of two numbers of tension may differ by more, and
    is then no more than dust.
    """
    if not same_shape(ours, theirs):
        return [] if alike(ours, theirs) else [(place, ours, theirs)]
    keys = ours if isinstance(ours, dict) else range(len(ours))
    return [
        found
        for key in keys
        for found in differences(ours[key], theirs[key], f"{place}.{key}")
    ]


def same_shape(one: Any, other: Any) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys()
    both = isinstance(one, list) and isinstance(other, list)
    return both and len(one) == len(other)


def alike(one: Any, other: Any) -> bool:
    if not (isinstance(one, int | float) and isinstance(other, int | float)):
        return bool(one == other)
    return abs(one - other) <= max(1e-10, 1e-8 * abs(other))
