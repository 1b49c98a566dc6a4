"""A case made in code: acts added up by day, without sources; the same one by one."""

import pandas as pd

from utils.tables import case_of

DAYS = ["2025-06-27", "2025-06-27", "2025-06-28", "2025-07-01", "2025-07-01"]
CELLS = {
    "action_id": ["c1", "c2", "c3", "c4", "c5"],
    "earliest": pd.to_datetime(DAYS),
    "latest": pd.to_datetime(DAYS),
    "actor_id": ["AAA", "AAA", "BBB", "BBB", "AAA"],
    "target_id": ["BBB", "BBB", "AAA", "AAA", "CCC"],
    "type": ["media", "law_enforcement", "media", "diplomatic", "media"],
    "form": ["accuse", "detain_persons", "accuse", "meet", "accuse"],
    "cameo": ["112", "173", "112", "040", "112"],
    "n": [5, 1, 20, 3, 2],
}
COUNTRIES = {"AAA": "Altania", "BBB": "Bestovia", "CCC": "Cestland"}


def cells(**changes):
    """Give five rows that stand for 31 acts; 29 of them are between the sides."""
    return pd.DataFrame({**CELLS, **changes})


def one_by_one(rows):
    """Give each act of the rows a row of its own."""
    acts = rows.loc[rows.index.repeat(rows["n"])].drop(columns="n")
    ids = [f"{name}-{i}" for i, name in enumerate(acts["action_id"])]
    return acts.reset_index(drop=True).assign(action_id=ids)


def case_from(rows):
    """Make a case of rows, between Altania and Bestovia."""
    actors = pd.DataFrame(
        {
            "actor_id": [*COUNTRIES],
            "name": [*COUNTRIES.values()],
            "country": [*COUNTRIES],
            "role": "country",
            "parent_id": "",
        }
    )
    tables = {"actions": rows, "actors": actors}
    return case_of(tables, sides=["AAA", "BBB"], name="cells", title="Day cells")
