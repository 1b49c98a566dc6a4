"""Every combination of choices that the same acts may be measured under."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

from utils.measures.asked import whole
from utils.measures.draws import drawn_days
from utils.measures.robustness.choices import (
    every_act,
    half_lives,
    scales_by_label,
    steps,
)
from utils.measures.robustness.dated import Dated
from utils.measures.robustness.span import Span
from utils.measures.weights import weigh
from utils.scale import Scale

SPREAD, DRAWN = "spread over their window", "drawn by lot"


@dataclass(frozen=True, eq=False)
class Variant:
    """Acts as one combination of choices has them.

    `choices` gives for each dimension (scale, half-life, certainty, sources,
    dates) what was chosen. `acts` are weighed, and dated where dates were drawn.
    """

    choices: Mapping[str, str]
    dated: Dated
    half_life_days: float

    @property
    def acts(self) -> pd.DataFrame:
        """The acts, with their `weight`."""
        return self.dated.acts

    def tension(self, directions: Sequence[str] = ()) -> pd.DataFrame:
        """Give what `measures.tension` gives of the acts, of some directions or all."""
        return self.dated.tension(self.half_life_days, tuple(directions))


@dataclass(frozen=True, eq=False, repr=False)
class Multiverse:
    """Variants, made one after the other as they are gone through.

    `frames` are acts by sources and certainty, `days` the days drawn, with a row
    for each draw and a column for each act of `ids`. The first variant is that of
    reference, the first choice of each dimension.
    """

    frames: Mapping[tuple[str, str], pd.DataFrame]
    scales: Mapping[str, Scale]
    half_lives_days: Mapping[str, float]
    ids: pd.Index
    days: np.ndarray
    since: str = ""
    until: str = ""

    def __repr__(self) -> str:
        return f"<Multiverse: {len(self):,} variants>"

    def __len__(self) -> int:
        sizes = (len(self.frames), len(self.scales), len(self.half_lives_days))
        return int(np.prod(sizes)) * (1 + len(self.days))

    def __iter__(self) -> Iterator[Variant]:
        for (scale, value), (named, acts) in product(
            self.scales.items(), self.frames.items()
        ):
            for dates, dated in self._dated(weigh(acts, value)):
                for half_life, days in self.half_lives_days.items():
                    chosen = _choices(scale, half_life, named, dates)
                    yield Variant(chosen, dated, days)

    def _dated(self, acts: pd.DataFrame) -> Iterator[tuple[str, Dated]]:
        """Give the acts with their windows, and then with each draw of days."""
        yield SPREAD, Dated(acts, self.since, self.until)
        places = self.ids.get_indexer(acts["action_id"]) if len(self.days) else []
        for drawn in self.days:
            days = drawn[places].astype("datetime64[us]")
            on_a_day = acts.assign(earliest=days, latest=days)
            yield DRAWN, Dated(on_a_day, self.since, self.until)


def multiverse(
    frames: Mapping[str, pd.DataFrame],
    *,
    scales: Mapping[str, Scale] | Iterable[Scale],
    half_lives_days: Sequence[float] = (30, 10, 60),
    certainty: Sequence[str] = (),
    draws: int = 20,
    seed: int = 0,
    since: str = "",
    until: str = "",
) -> Multiverse:
    """Combine scale, half-life, certainty, sources left out, and dates drawn.

    Every reasonable choice is made with every other, so that nobody need wonder
    which were tried (Steegen, Tuerlinckx, Gelman and Vanpaemel, "Increasing
    Transparency Through a Multiverse Analysis", Perspectives on Psychological
    Science 11, 2016). The first of each dimension is the reference.

    `frames` are acts by the sources they rest on, as `case.left_out` gives them.
    `certainty` names steps of `by_certainty`; without names it is all steps, all
    acts first. Dates of acts known as a window are spread over it, and besides
    drawn by lot `draws` times; an act has the same day in one draw whatever
    else is chosen. `since` and `until` are those of the tension.

    Needs `action_id`, `certainty`, `earliest`, `latest`, `direction` and the
    columns of the scales. The variants are made as they are gone through; 2,500
    of 440 acts take some seconds.

    >>> acts = pd.DataFrame({"action_id": ["a"], "cameo": ["112"],
    ...     "certainty": pd.Categorical(["confirmed"]), "direction": ["AZE>RUS"],
    ...     "earliest": pd.to_datetime(["2025-06-29"]),
    ...     "latest": pd.to_datetime(["2025-06-30"])})
    >>> ways = multiverse({"all sources": acts}, scales=[Scale("tiny", {"112": -2})])
    >>> len(ways), list(next(iter(ways)).choices.values())[:3]
    (63, ['tiny', '30 days', 'confirmed only'])

    Raises
    ------
    MeasureError
        If there is nothing to choose from, a choice is given twice or unknown, a
        half-life is not above zero, draws or seed are no whole numbers from zero,
        the period is none, or an act cannot be told from another or placed in time.
    """
    every = every_act(frames)
    whole("draws", draws, 0)
    Span(since, until)
    return Multiverse(
        frames=steps(frames, certainty),
        scales=scales_by_label(scales),
        half_lives_days=half_lives(half_lives_days),
        ids=pd.Index(every["action_id"]),
        days=drawn_days(every, draws=draws, seed=seed) if draws else np.empty((0, 0)),
        since=since,
        until=until,
    )


def _choices(
    scale: str, half_life: str, named: tuple[str, str], dates: str
) -> dict[str, str]:
    sources, certainty = named
    return {
        "scale": scale,
        "half-life": half_life,
        "certainty": certainty,
        "sources": sources,
        "dates": dates,
    }
