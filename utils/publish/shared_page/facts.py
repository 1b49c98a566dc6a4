"""What the page's script has to know of our words, sizes and looks, as plain data.

The script of the shared page draws what the charts of `utils.charts` draw. Widths of
letters, sizes, patterns and signs stand there and nowhere else: they are read here,
private ones among them, and sent along with the acts.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

import numpy as np

from utils.about import About
from utils.charts.sheet.theme import NARROWEST_PX
from utils.explorer.empty import NAMES
from utils.measures.spread import MOST_DAYS
from utils.selection import NOTHING, Selection, letters, search
from utils.selection.selection import LISTS
from utils.selection.shape import N_SOURCES

TALL_PX = 560
"""How high the lanes of a timeline may grow, as in the explorer."""

_NUMBERS = {
    "sheet": "TEXT_PX TITLE_PX EDGE_PX HEAD_PX RIGHT_PX TICKS_PX TITLE_CHARACTERS "
    "_LINE _RISE_PX _BELOW_HEAD_PX _NUMBERS_PX _TICK_PX "
    "_YEAR_TICK_PX _BETWEEN _NUMBER_PX _SHORT",
    "timeline": "MOST_MARKS _SIGNS _LEAST_LEFT_PX _MOST_LEFT_PX _BESIDE_LABEL_PX "
    "_KIND_CHARACTERS _ROW_PX _LEAST_ROW_PX _LOWEST_PX _GAP_ROWS _DEEPEST_ROWS "
    "_WIDEST _EDGE_PX",
    "tension_curve": "_SIGNS _LEFT_PX _PLOT_PX",
    "butterfly": "_LEFT_PX _PLOT_PX _WHISKER_PX",
}
"""The constants of each chart, and of the sheet it stands on, that the script needs."""


def facts(texts: Iterable[str] = ()) -> dict[str, Any]:
    """Give what the script has to know whatever is drawn, ready for JSON.

    `texts` are what the page may write; the script is told how wide their letters are.

    >>> facts(["Жук"])["fitting"]["ems"]["Ж"], facts()["nothing"]
    (0.9, 'nothing')
    """
    numbers = {name: _constants(name, wanted) for name, wanted in _NUMBERS.items()}
    return {
        **numbers,
        "fitting": _letters(texts),
        "tall_px": TALL_PX,
        "narrowest_px": NARROWEST_PX,
        "most_days": MOST_DAYS,
        **_of_selections(),
        **_of_words(),
        **_of_spans(),
    }


def _of_selections() -> dict[str, Any]:
    """Tell which lists a selection has, and which column each of them looks at."""
    conditions = import_module("utils.selection.conditions")
    default = {field.name: field.default for field in fields(Selection)}
    return {
        "nothing": NOTHING,
        "lists": list(LISTS),
        "texts": {name: text for name, text in default.items() if name not in LISTS},
        "coded": {
            **{name: list(pair) for name, pair in conditions.CODED.items()},
            "n_sources": ["source_count", ""],
        },
        "n_sources": list(N_SOURCES),
        "condition_names": NAMES,
        **_of_searches(),
    }


def _of_searches() -> dict[str, Any]:
    """Tell where a text is sought, and which spellings are one to a reader."""
    rules = {"spellings": letters.SPELLINGS, "habits": letters.HABITS}
    return {
        "searched": list(search.SEARCHED),
        "least_letters": search.LEAST_LETTERS,
        "least_beginning": search.LEAST_BEGINNING,
        "sounds": letters.SOUNDS,
        # JavaScript writes what a group held by another sign.
        **{
            name: [[pattern, said.replace("\\", "$")] for pattern, said in pairs]
            for name, pairs in rules.items()
        },
    }


def _of_words() -> dict[str, Any]:
    words = _chart("sheet.words")
    return {
        "months": import_module("utils.selection.phrase")._MONTHS.split(),
        "plain": {chr(sign): text for sign, text in words._PLAIN.items()},
        "date_pattern": words._DATE.pattern,
    }


def _letters(texts: Iterable[str]) -> dict[str, Any]:
    """Tell how wide letters are: the listed ones, and all that the page writes."""
    fitting = _chart("sheet.fitting")
    known = {sign: fitting._ems(sign) for sign in sorted(set().union(*texts))}
    return {
        "ems": {**known, **fitting._EMS},
        "widest_em": max(fitting._EMS.values()),
        "bold": fitting._BOLD,
    }


def _of_spans() -> dict[str, Any]:
    """Tell how long an axis is, and which days are shown where there are none."""
    span, day = _chart("sheet.span"), np.timedelta64(1, "D")
    days = span.period(About(""), np.array([], dtype="datetime64[D]"))
    return {
        "shortest_days": int(span._SHORTEST / day),
        "year_days": int(_chart("sheet.layout")._YEAR / day),
        "days_without_acts": [str(day) for day in days],
    }


def _chart(name: str) -> ModuleType:
    # A function of the same name stands before some of these modules.
    return import_module(f"utils.charts.{name}")


def _constants(chart: str, names: str) -> dict[str, Any]:
    """Read constants of a chart by their names, written as the script writes them.

    A chart is one module or a few; which of them holds a constant is its own affair.
    """
    found: dict[str, Any] = {}
    for module in _modules(chart):
        found |= vars(module)
    return {name.strip("_").lower(): found[name] for name in names.split()}


def _modules(chart: str) -> Iterator[ModuleType]:
    whole = _chart(chart)
    yield whole
    for part in iter_modules(getattr(whole, "__path__", [])):
        yield import_module(f"{whole.__name__}.{part.name}")
