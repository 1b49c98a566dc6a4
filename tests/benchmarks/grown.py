"""Synthetic acts: as many as one likes, drawn from the founding case."""

from dataclasses import replace

import numpy as np
import pandas as pd

from utils.tables import Case


def grown(case: Case, n: int) -> Case:
    """Draw `n` acts from the case, over eleven years, some of uncertain date."""
    rng = np.random.default_rng(7)
    acts = case.actions.iloc[rng.integers(0, len(case.actions), n)]
    days = rng.integers(0, 4018, n).astype("timedelta64[D]")
    earliest = np.datetime64("2015-01-01") + np.sort(days)
    length = np.where(rng.random(n) < 0.15, rng.integers(1, 31, n), 0)
    acts = acts.reset_index(drop=True).assign(
        action_id=[f"act-{i}" for i in range(n)],
        earliest=earliest.astype("datetime64[us]"),
        latest=(earliest + length.astype("timedelta64[D]")).astype("datetime64[us]"),
    )
    acts = acts.assign(in_response_to=replies(acts, rng))
    return replace(case, actions=acts, evidence=evidence(case, acts, rng))


def evidence(case: Case, acts: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Give each act two sources that support it."""
    ids = acts["action_id"].repeat(2)
    rows = rng.integers(0, len(case.sources), len(ids))
    sources = case.sources["source_id"].to_numpy()[rows]
    return pd.DataFrame({"action_id": ids, "source_id": sources, "supports": "yes"})


def replies(acts: pd.DataFrame, rng: np.random.Generator) -> np.ndarray:
    """Let two in five acts answer one of the thirty acts before them."""
    ids = acts["action_id"].to_numpy(dtype=object)
    before = np.arange(len(ids)) - rng.integers(1, 31, len(ids))
    answers = (rng.random(len(ids)) < 0.4) & (before >= 0)
    return np.where(answers, ids[before], "")


def codings(acts: pd.DataFrame) -> pd.DataFrame:
    """Let two coders code the type of each act; they differ in one of ten."""
    rng = np.random.default_rng(7)
    one = acts["type"].cat.codes.to_numpy()
    other = np.where(rng.random(len(one)) < 0.1, rng.integers(0, 9, len(one)), one)
    rows = {"unit": acts["action_id"], "coder": "a", "type": one}
    return pd.concat(
        [pd.DataFrame(rows), pd.DataFrame(rows | {"coder": "b", "type": other})]
    )
