"""In how many variants a headline holds, and which choice turns it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from utils.errors import MeasureError
from utils.measures.robustness.headline import Headline, headline_of
from utils.measures.robustness.multiverse import Variant
from utils.measures.robustness.tally import tally
from utils.told import Told


@dataclass(frozen=True, eq=False)
class Robustness(Told):
    """The share of variants in which a headline holds; `str` says it.

    Of `n` variants the headline cannot be said in `n_unsaid`; of the others it
    holds in `n_holds`, which is `share` of them. `in_reference` is "holds", "does
    not hold" or "cannot be said". The variants are choices that were
    made, and no sample of anything: the share is no probability, has no
    interval, and depends on which choices were let in.

    `table` has a row for all variants (`dimension` is "all") and one for each
    choice of each dimension: `dimension`, `choice`, `n`, `n_holds`, `n_unsaid`,
    `share` (missing where the headline can be said in none), `reference` (whether
    it is the choice of the reference), `n_alone` (how many variants differ from
    the reference in this choice alone; dates are drawn more than once) and
    `n_flips` (in how many of those the headline turns from true to false or from
    false to true). `headline` and `in_reference` stand in every row.
    """

    headline: str
    n: int
    n_holds: int
    n_unsaid: int
    in_reference: str
    table: pd.DataFrame = field(repr=False)

    @property
    def share(self) -> float:
        """The share of the variants in which it can be said that it holds in."""
        return self.n_holds / (self.n - self.n_unsaid)

    @property
    def flips(self) -> tuple[tuple[str, str], ...]:
        """The choices that turn the headline alone, as dimension and choice."""
        turned = self._turned
        return tuple(zip(turned["dimension"], turned["choice"], strict=True))

    def __str__(self) -> str:
        unsaid = (
            f", and cannot be said in {self.n_unsaid:,} more" if self.n_unsaid else ""
        )
        said = (
            f"{self.headline[:1].upper()}{self.headline[1:]}: this holds in "
            f"{self.n_holds:,} of {self.n - self.n_unsaid:,} variants "
            f"({percent(self.n_holds, self.n - self.n_unsaid)}){unsaid}. "
        )
        return said + self._turns()

    def _turns(self) -> str:
        """Say what the reference is, and what turns it."""
        table = self.table
        reference = ", ".join(table.loc[table["reference"], "choice"])
        said = f"With {reference} it {self.in_reference}"
        if self.in_reference == "cannot be said":
            return f"{said}."
        names = [_turn(*row) for row in self._turned[_TURN].itertuples(index=False)]
        if not names:
            return f"{said}; no other choice, changed alone, turns it."
        return f"{said}; changed alone, these turn it: {', '.join(names)}."

    @property
    def _turned(self) -> pd.DataFrame:
        table = self.table
        return table[table["dimension"].ne("all") & table["n_flips"].gt(0)]


_TURN = ["dimension", "choice", "n_alone", "n_flips"]
_SAID = {True: "holds", False: "does not hold", None: "cannot be said"}


def robustness(
    variants: Iterable[Variant], headline: Callable[[pd.DataFrame], object]
) -> Robustness:
    """Test a headline in every variant, and say in which share of them it holds.

    `variants` are those of `multiverse`, of which the first is the reference.
    `headline` is one of the ready-made (`heavier`, `more_acts`, `rises`, `peaks_in`,
    `higher_peak`, `peaks_before`, `answered_more`, `answers_lower`), a `Headline` of
    your own, or any function from a frame of acts to true or false. Where it raises
    MeasureError, it cannot be said, which counts apart. A headline that reads acts is
    the same under every half-life, and one about numbers of acts under every scale.
    See `Robustness` for what the share is not.

    >>> from utils.measures.robustness.headline import Headline
    >>> from utils.measures.robustness.multiverse import multiverse
    >>> from utils.scale import Scale
    >>> day = pd.to_datetime(["2025-06-29"])
    >>> acts = pd.DataFrame({"action_id": ["a"], "cameo": ["112"], "direction": "A>B",
    ...     "certainty": pd.Categorical(["confirmed"]), "earliest": day, "latest": day})
    >>> scales = [Scale("mine", {"112": -2}), Scale("yours", {"112": 1})]
    >>> ways = multiverse({"all": acts}, scales=scales, half_lives_days=[30], draws=0)
    >>> any_ = Headline("an act is conflictual", lambda acts: (acts.weight < 0).any())
    >>> print(robustness(ways, any_))  # doctest: +NORMALIZE_WHITESPACE
    An act is conflictual: this holds in 1 of 2 variants (50 %). With mine, 30 days,
    confirmed only, all, spread over their window it holds; changed alone, these
    turn it: scale yours.

    Raises
    ------
    MeasureError
        If there is no variant, the headline can be said in none, or answers what
        is neither true nor false.
    """
    told = headline_of(headline)
    choices: list[Mapping[str, str]] = []
    verdicts: list[bool | None] = []
    refusal = "there is no variant."
    for variant in variants:
        verdict, refused = _verdict(told, variant)
        choices.append(variant.choices)
        verdicts.append(verdict)
        refusal = refused or refusal
    if all(verdict is None for verdict in verdicts):
        raise MeasureError(f"It cannot be said that {told}: {refusal}")
    return _card(str(told), tally(choices, verdicts), _SAID[verdicts[0]])


def percent(k: int, n: int) -> str:
    """Write a share without rounding some to all or to none.

    >>> percent(1, 3), percent(999, 1000), percent(1, 1000), percent(3, 3)
    ('33 %', 'over 99 %', 'under 1 %', '100 %')
    """
    rounded = round(100 * k / n)
    if rounded == 100 and k < n:
        return "over 99 %"
    return "under 1 %" if k and not rounded else f"{rounded} %"


def _verdict(headline: Headline, variant: Variant) -> tuple[bool | None, str]:
    """Say whether the headline holds, or None and why that cannot be said."""
    try:
        answer = headline.test(_frame(headline, variant))
    except MeasureError as refused:
        return None, str(refused)
    return headline.truth(answer), ""


def _frame(headline: Headline, variant: Variant) -> pd.DataFrame:
    if headline.reads == "acts":
        return variant.acts
    return variant.tension(headline.directions)


def _card(headline: str, table: pd.DataFrame, in_reference: str) -> Robustness:
    whole = table.iloc[0]
    return Robustness(
        headline=headline,
        n=int(whole["n"]),
        n_holds=int(whole["n_holds"]),
        n_unsaid=int(whole["n_unsaid"]),
        in_reference=in_reference,
        table=table.assign(headline=headline, in_reference=in_reference),
    )


def _turn(dimension: str, choice: str, n_alone: int, n_flips: int) -> str:
    some = f" ({n_flips} of {n_alone})" if n_alone > 1 else ""
    return f"{dimension} {choice}{some}"
