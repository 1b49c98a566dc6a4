"""Change points in words."""

from collections.abc import Sequence

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
            f"Intervals {LEVEL * 100:.0f} %, from {first.draws} bootstrap samples."
        )
    return " ".join(said)


def _lane(finding: Finding) -> str:
    lane = finding.lane
    group = lane.series.name(lane.number)
    of = f" of {group}" if group else ""
    resting = (
        f"(about {lane.n.sum():.0f} acts in {len(lane.series.days)} "
        f"{lane.series.per}s, dispersion {lane.noise:.1f})"
    )
    acts = f"Recorded acts{of} by {lane.series.per}"
    if not len(finding.breaks):
        return f"{acts} show no change of level {resting}."
    many = len(finding.breaks)
    times = "once" if many == 1 else f"{many} times"
    return f"{acts} change level {times} {resting}: {'; '.join(_breaks(finding))}."


def _breaks(finding: Finding) -> list[str]:
    return [
        f"{in_words(row.date)} (between {in_words(row.low)} and {in_words(row.high)}), "
        f"from {row.level_before:.1f} to {row.level_after:.1f}"
        for row in finding.broken.itertuples()
    ]
