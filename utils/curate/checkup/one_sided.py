"""Acts that only one side's own sources report."""

from collections.abc import Iterator

import pandas as pd

from utils.curate.checkup.notice import Notice
from utils.tables.loading import Reading
from utils.tables.side_sources import own_sides

KIND = "one-sided"


def one_sided(case: Reading) -> Iterator[Notice]:
    """Give a notice for each act that rests on the own sources of one side alone.

    A side's own sources are those of each kind of which three quarters or more are
    published in its country; where there is no such kind, that is told instead.
    """
    sources = case.sheets["sources"].rows.drop_duplicates("source_id")
    sides = case.package.sides if case.package else ()
    owner = {kind: it for it in sides for kind in own_sides(sources, it)}
    for side in sides if len(sources) else ():
        if side not in owner.values():
            yield _not_known(side)
    acts = case.sheets["actions"].rows["action_id"].drop_duplicates()
    lines = pd.Series(acts.index, index=acts.to_numpy())
    for action_id, (side, number) in _alone(case, sources, owner).items():
        if action_id in lines.index:
            yield _notice(str(action_id), int(lines[action_id]), side, number)


def _alone(
    case: Reading, sources: pd.DataFrame, owner: dict[str, str]
) -> dict[str, tuple[str, int]]:
    """Say which side alone supports an act, and with how many sources."""
    evidence = case.sheets["evidence"].rows
    backing = evidence[evidence["supports"].isin(["yes", "partly"])]
    pairs = backing[["action_id", "source_id"]].merge(sources[["source_id", "side"]])
    pairs["owner"] = [owner.get(side, "") for side in pairs["side"]]
    found = pairs.groupby("action_id")["owner"].agg(["nunique", "first", "size"])
    found = found[(found["nunique"] == 1) & (found["first"] != "")]
    rows = zip(found.index, found["first"], found["size"], strict=True)
    return {action_id: (side, int(number)) for action_id, side, number in rows}


def _notice(action_id: str, line: int, side: str, number: int) -> Notice:
    sources = "one source" if number == 1 else f"{number} sources"
    problem = f"is reported by {sources} of {side} alone"
    remedy = "look for a source of the other side or of neither"
    place = ("actions.csv", line, "action_id", action_id)
    return Notice(*place, problem, remedy, kind=KIND, key=action_id)


def _not_known(side: str) -> Notice:
    problem = (
        f"has no kind of source of which three quarters are published in {side}, so "
        f"that acts told by {side} alone are not known"
    )
    remedy = f"fill in side and publisher_country of the sources of {side}"
    place = ("sources.csv", None, "side", "")
    return Notice(*place, problem, remedy, kind=KIND, key=side)
