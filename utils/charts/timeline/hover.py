"""What a mark says when one points at it."""

import re
from functools import lru_cache

import numpy as np
import pandas as pd

from utils.charts.sheet.words import arrow, label, plain

_COLUMNS = "date direction actor_name target_name type form certainty summary n"
_LINE = re.compile(r"\S.{0,59}(?=\s|$)|\S{60}")


def hover_texts(acts: pd.DataFrame) -> list[str]:
    """Say of each act when, who towards whom, what and how certain.

    >>> acts = pd.DataFrame({"date": ["2025-06-29"], "direction": ["AZE>RUS"],
    ...     "type": ["media"], "certainty": ["reported"], "summary": ["A <b>."]})
    >>> hover_texts(acts)
    ['2025-06-29, AZE → RUS<br>Media, reported<br>A &lt;b&gt;.']
    """
    there = tuple(column for column in _COLUMNS.split() if column in acts)
    rows = zip(*(np.asarray(acts[column]) for column in there), strict=True)
    return [_text(there, row) for row in rows]


def _stands_for(n: int) -> str:
    return f"Stands for {n:,} acts." if n > 1 else ""


@lru_cache(maxsize=20_000)
def _text(columns: tuple[str, ...], values: tuple[str, ...]) -> str:
    texts = ("" if value != value else str(value) for value in values)
    act = dict(zip(columns, texts, strict=True))
    who = [act[column] for column in ("actor_name", "target_name") if column in act]
    kinds = [label(act[column]) for column in ("type", "form") if column in act]
    said = [
        ", ".join([*([act["date"]] if "date" in act else []), arrow(act["direction"])]),
        " → ".join(who),
        ", ".join(filter(None, [*kinds, act["certainty"]])),
        act.get("summary", ""),
        _stands_for(int(act.get("n", 1))),
    ]
    parts = (part for line in said for part in _LINE.findall(line))
    return "<br>".join(plain(part).strip() for part in parts)
