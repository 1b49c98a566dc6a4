"""What a mark says when one points at it."""

import re
from functools import lru_cache

import numpy as np
import pandas as pd

from utils.charts.words import arrow, label, plain

_COLUMNS = ("date", "direction", "actor_name", "target_name")
_COLUMNS += ("type", "form", "certainty", "summary")
_LINE = re.compile(r"(.{48,60}) ")


def hover_texts(acts: pd.DataFrame) -> list[str]:
    """Say of each act when, who towards whom, what and how certain.

    >>> acts = pd.DataFrame({"date": ["2025-06-29"], "direction": ["AZE>RUS"],
    ...     "type": ["media"], "certainty": ["reported"], "summary": ["A <b>."]})
    >>> hover_texts(acts)
    ['2025-06-29, AZE → RUS<br>Media, reported<br>A &lt;b&gt;.']
    """
    there = tuple(column for column in _COLUMNS if column in acts)
    rows = zip(*(np.asarray(acts[column]) for column in there), strict=True)
    return [_text(there, row) for row in rows]


@lru_cache(maxsize=20_000)
def _text(columns: tuple[str, ...], values: tuple[str, ...]) -> str:
    act = dict(zip(columns, map(str, values), strict=True))
    who = [act[column] for column in ("actor_name", "target_name") if column in act]
    kinds = [label(act[column]) for column in ("type", "form") if column in act]
    said = [
        ", ".join([*([act["date"]] if "date" in act else []), arrow(act["direction"])]),
        " → ".join(who),
        ", ".join([*kinds, act["certainty"]]),
        act.get("summary", ""),
    ]
    return "<br>".join(_LINE.sub(r"\1<br>", plain(line)) for line in said if line)
