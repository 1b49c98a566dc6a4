"""Check that every reply can be one."""

from collections.abc import Iterator

import pandas as pd

from utils.errors import Fault
from utils.tables.circles import circle_faults
from utils.tables.dates import read_dates
from utils.tables.links import cells_of
from utils.tables.reading import Sheet

COLUMN = "in_response_to"


def reply_faults(actions: Sheet) -> Iterator[Fault]:
    """Give a fault for each act that answers itself, a later one, or in a circle."""
    if not (actions.has("action_id") and actions.has(COLUMN)):
        return
    replies = _replies(actions)
    itself = replies["action_id"] == replies["trigger"]
    for line, trigger in replies.loc[itself, "trigger"].items():
        problem, remedy = "is the act itself", "name the act that it answers"
        yield Fault(actions.file, line, COLUMN, trigger, problem, remedy)
    yield from _too_early(actions.file, replies[~itself])
    yield from circle_faults(
        actions.file,
        COLUMN,
        edges=replies[~itself].groupby("action_id")["trigger"].agg(set).to_dict(),
        lines={name: line for line, name in actions.rows["action_id"].items()},
    )


def _replies(actions: Sheet) -> pd.DataFrame:
    """Give a row for each reply and act that it answers, indexed by line."""
    dates = read_dates(actions.rows["date"])[["earliest", "latest"]]
    rows = actions.rows.join(dates)
    began = rows.drop_duplicates("action_id").set_index("action_id")["earliest"]
    triggers = cells_of(actions, COLUMN, many=True).rename("trigger")
    pairs = rows[["action_id", "latest"]].join(triggers, how="inner")
    return pairs.assign(began=began.reindex(pairs["trigger"]).to_numpy())


def _too_early(file: str, replies: pd.DataFrame) -> Iterator[Fault]:
    early = replies[replies["latest"] < replies["began"]]
    for line, trigger, began in early[["trigger", "began"]].itertuples():
        problem = f"began on {began.date()} or later, when this reply was over"
        remedy = "mend one of the two dates, or name an earlier act"
        yield Fault(file, line, COLUMN, trigger, problem, remedy)
