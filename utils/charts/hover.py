"""What a mark says when one points at it."""

import re

import pandas as pd

from utils.charts.words import arrow, label, plain

_LINE = re.compile(r"(.{48,60}) ")


def hover_texts(acts: pd.DataFrame) -> list[str]:
    """Say of each act when, who towards whom, what and how certain.

    >>> acts = pd.DataFrame({"date": ["2025-06-29"], "direction": ["AZE>RUS"],
    ...     "type": ["media"], "certainty": ["reported"], "summary": ["A <b>."]})
    >>> hover_texts(acts)
    ['2025-06-29, AZE → RUS<br>Media, reported<br>A &lt;b&gt;.']
    """
    columns = ["date", "direction", "actor_name", "target_name", "type", "form"]
    columns += ["certainty", "summary"]
    there = [column for column in columns if column in acts]
    rows = zip(*(acts[column].astype(str) for column in there), strict=True)
    return [_text(dict(zip(there, row, strict=True))) for row in rows]


def _text(act: dict[str, str]) -> str:
    who = [act[column] for column in ("actor_name", "target_name") if column in act]
    kinds = [label(act[column]) for column in ("type", "form") if column in act]
    said = [
        ", ".join([*([act["date"]] if "date" in act else []), arrow(act["direction"])]),
        " → ".join(who),
        ", ".join([*kinds, act["certainty"]]),
        act.get("summary", ""),
    ]
    return "<br>".join(_LINE.sub(r"\1<br>", plain(line)) for line in said if line)
