"""What the card of a chosen act says."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from utils.explorer.said import summary
from utils.explorer.stock import Stock
from utils.multiplicity import N
from utils.scale import Scale
from utils.tables import in_words

OTHER_SCALES = "On other scales"
_ROWS = {
    "actor_name": "Actor",
    "target_name": "Target",
    "type": "Type",
    "form": "Form",
    "tone": "Tone",
    "certainty": "Certainty",
    "cameo": "CAMEO code",
    "place": "Place",
}


def card(stock: Stock, action_id: str) -> dict[str, Any]:
    """Give all that is known of an act, for `ActCard`.

    Raises
    ------
    SelectionError
        If the case has no such act.
    """
    sources = stock.case.evidence_of(action_id)
    act = stock.acts[stock.acts["action_id"] == action_id].iloc[0]
    return {
        "title": _title(act, stock),
        "rows": [["Date", in_words(act["date"])], *_facts(act, stock)],
        "sources": [_source(row) for row in sources.to_dict("records")],
        "related": [*_triggers(act, stock), *_replies(act, stock)],
    }


def _facts(act: pd.Series, stock: Stock) -> list[list[str]]:
    labels = {**stock.case.labels, **dict.fromkeys(stock.case.actors["actor_id"], "")}
    filled = {c: str(act[c]) for c in _ROWS if pd.notna(act[c]) and str(act[c])}
    said = {column: labels.get(text) or text for column, text in filled.items()}
    rows = [[_ROWS[column], text.strip('"')] for column, text in said.items()]
    weights = [["Weight", _weight(act, stock.scale)], *_other_weights(act, stock)]
    return [*_number(act), *rows, *weights, ["Id", act["action_id"]]]


def _title(act: pd.Series, stock: Stock) -> str:
    n = int(act.get(N, 1))
    return f"{n:,} acts: " * (n > 1) + summary(act, stock.case.labels)


def _number(act: pd.Series) -> list[list[str]]:
    """Say for how many acts a row stands, where it is not one."""
    n = int(act.get(N, 1))
    if n == 1:
        return []
    said = (
        f"{n:,} of one day, direction, type, form and tone; the weight is that of one"
    )
    return [["Acts", said]]


def _weight(act: pd.Series, scale: Scale) -> str:
    weight = scale.weights.get(str(act[scale.column]))
    return f"{'no weight' if weight is None else f'{weight:g}'} ({scale})"


def _other_weights(act: pd.Series, stock: Stock) -> list[list[str]]:
    """Give the weights on the scales that are not in use, in one row."""
    others = [it for it in stock.case.scales.values() if it != stock.scale]
    said = [_weight(act, scale) for scale in others if scale.column in act.index]
    return [[OTHER_SCALES, "; ".join(said)]] if said else []


def _source(row: dict[str, Any]) -> dict[str, str]:
    wanted = ("publisher", "supports", "title", "published", "url", "note")
    said = {key: str(row[key]) for key in wanted}
    return {**said, "side": str(row["side_label"]), "language": str(row["language"])}


def _triggers(act: pd.Series, stock: Stock) -> list[dict[str, str]]:
    return _related(act["in_response_to"].split(";"), "answers", stock)


def _replies(act: pd.Series, stock: Stock) -> list[dict[str, str]]:
    return _related(stock.case.replies_to(act["action_id"]), "answered by", stock)


def _related(ids: Iterable[str], kind: str, stock: Stock) -> list[dict[str, str]]:
    """Name the acts that the case has; one it left out could not be opened."""
    acts = stock.acts[stock.acts["action_id"].isin(list(ids))]
    summaries = [summary(act, stock.case.labels) for _, act in acts.iterrows()]
    named = zip(acts["action_id"], acts["date"], summaries, strict=True)
    return [{"id": i, "label": f"{d}: {s}", "kind": kind} for i, d, s in named]
