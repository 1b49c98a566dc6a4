"""Change points in words."""

from collections.abc import Sequence

import pandas as pd

from utils.measures.estimate import LEVEL
from utils.measures.phases.finding import Finding
from utils.measures.phases.result import in_words


def sentence(found: Sequence[Finding], too_few: Sequence[str]) -> str:
    """Say of each lane when its level changes, and how that was found."""
    said = [_lane(finding) for finding in found]
    if too_few:
        said.append(f"Too few acts to seek change points: {', '.join(too_few)}.")
    first = found[0]
    said.append(f"Penalty {first.penalty:.1f} for each break.")
    if any(len(finding.breaks) for finding in found):
        said.append(
            f"In brackets: the {first.lane.series.per}s that the middle "
            f"{LEVEL * 100:.0f} % of {first.draws} bootstrap samples give."
        )
    return " ".join(said)


def _lane(finding: Finding) -> str:
    lane = finding.lane
    group = lane.series.name(lane.number)
    kind = f"{group} " if group else ""
    resting = (
        f"(about {lane.n.sum():.0f} acts in {len(lane.series.days)} "
        f"{lane.series.per}s, dispersion {lane.noise:.1f})"
    )
    acts = f"Recorded {kind}acts by {lane.series.per}"
    if not len(finding.breaks):
        return f"{acts} show no change of level {resting}."
    many = len(finding.breaks)
    times = {1: "once", 2: "twice"}.get(many, f"{many} times")
    return f"{acts} change level {times} {resting}: {'; '.join(_breaks(finding))}."


def _breaks(finding: Finding) -> list[str]:
    per = finding.lane.series.per
    return [
        f"{in_words(row.date)} ({_interval(row.low, row.high, per)}), "
        f"from {row.level_before:.1f} to {row.level_after:.1f}"
        for row in finding.broken.itertuples()
    ]


def _interval(low: pd.Timestamp, high: pd.Timestamp, per: str) -> str:
    if low == high:
        return f"the same {per}"
    return f"between {in_words(low)} and {in_words(high)}"
