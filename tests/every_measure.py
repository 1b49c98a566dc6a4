"""Every public measure, each with what it takes besides acts, ready to be called."""

from collections.abc import Callable
from inspect import isfunction, signature
from typing import Any

import pandas as pd

from utils import measures
from utils.tables import Case

SIDES = ("AZE>RUS", "RUS>AZE")
SCALE = "goldstein-icews"
Options = dict[str, Any]
Measure = Callable[..., object]


def plain(name: str, **fixed: Any) -> Measure:
    """Let a measure have the acts of a case, and options."""
    return lambda case, **more: getattr(measures, name)(case.actions, **fixed | more)


def of_pairs(name: str) -> Measure:
    """Let a measure have the replies of a case, and draw little."""
    return lambda case, **more: getattr(measures, name)(
        measures.reply_pairs(case.actions), **{"draws": 20} | more
    )


def of_evidence(name: str) -> Measure:
    """Let a measure have what sources say of the acts of a case."""
    return lambda case, **more: getattr(measures, name)(evidence(case), **more)


def headline(name: str, *ends: str, **fixed: Any) -> Measure:
    """Make a headline, and ask whether it holds for the acts of a case."""

    def ask(case: Case, **more: Any) -> bool:
        made = getattr(measures, name)(*ends, **fixed | more)
        curves = made.reads == "tension"
        return bool(made(measures.tension(case.actions) if curves else case.actions))

    return ask


def evidence(case: Case, **more: Any) -> pd.DataFrame:
    return measures.evidence_matrix(
        case.actions, case.evidence, case.sources, sides=case.codebook.sides, **more
    )


def claims(case: Case, **more: Any) -> pd.DataFrame:
    return measures.claim_support(
        case.claims,
        case.evidence,
        case.sources,
        actions=case.actions,
        sides=case.codebook.sides,
        **more,
    )


def ladder(case: Case, **more: Any) -> pd.DataFrame:
    book = case.codebook
    return measures.ladder(case.actions, book.forms, book.ladder, **more)


def left_out(case: Case) -> dict[str, pd.DataFrame]:
    """Give all acts, and those that more than one source tells of."""
    n = case.actions.get("n_sources", pd.Series(2, case.actions.index))
    return {"all sources": case.actions, "more": case.actions[(n > 1).to_numpy()]}


def codings(case: Case) -> pd.DataFrame:
    """Let two coders code the type of each act; one of them takes media otherwise."""
    told = [name for name in ("action_id", "type") if name in case.actions]
    one = case.actions[told].astype(object).rename(columns={"action_id": "unit"})
    other = one.replace("media", "symbolic")
    return pd.concat([one.assign(coder="a"), other.assign(coder="b")])


def multiverse(case: Case, **more: Any) -> measures.Multiverse:
    few: Options = {"scales": [case.scales[SCALE]], "half_lives_days": [30], "draws": 2}
    return measures.multiverse(left_out(case), **few | more)


def robustness(case: Case) -> measures.Robustness:
    return measures.robustness(multiverse(case), measures.heavier(*SIDES))


def judged(case: Case, **more: Any) -> pd.DataFrame:
    """Let every direction count as heavier than the forms of its acts."""
    sides = {"direction": "heavier", "form": "lighter"}
    return measures.bradley_terry(case.actions.rename(columns=sides), **more)


def in_variants(case: Case, **more: Any) -> pd.DataFrame:
    steps = measures.by_certainty(case.actions)
    return measures.in_variants(steps, measures.tension, **more)


MAY = ("2025-05-01", "2025-05-31")
JULY = ("2025-07-01", "2025-07-31")
MEASURES: dict[str, Measure] = {
    "agreement": lambda case, **more: measures.agreement(
        codings(case), **{"columns": {"type": "nominal"}, "draws": 20} | more
    ),
    "alone": of_evidence("alone"),
    "alone_share": of_evidence("alone_share"),
    "answered_more": headline("answered_more", *SIDES),
    "answers_lower": headline("answers_lower", SIDES[0]),
    "association": plain("association", first=SIDES[0], draws=199),
    "balance": plain("balance", draws=50),
    "bradley_terry": judged,
    "breadth": plain("breadth", draws=20),
    "by_certainty": plain("by_certainty"),
    "by_scale": lambda case: measures.by_scale(case.actions, case.scales),
    "chains": plain("chains"),
    "change_points": plain("change_points", draws=20),
    "claim_support": claims,
    "compare_counts": lambda case, **more: measures.compare_counts(
        *left_out(case).values(), **more
    ),
    "compare_scales": lambda case, **more: measures.compare_scales(
        case.actions, case.scales, **more
    ),
    "compare_tension": lambda case, **more: measures.compare_tension(
        *left_out(case).values(), **more
    ),
    "contradictions": of_evidence("contradictions"),
    "cooperation": plain("cooperation"),
    "counts": plain("counts"),
    "coverage": lambda case: measures.coverage(case.actions, case.scales[SCALE]),
    "daily": plain("daily"),
    "delays": plain("delays"),
    "disagreements": lambda case, **more: measures.disagreements(
        codings(case), **{"columns": ["type"]} | more
    ),
    "draw_dates": plain("draw_dates"),
    "drawn_days": plain("drawn_days", draws=3),
    "entropy": plain("entropy", draws=50),
    "evidence_matrix": evidence,
    "fade": lambda case, **more: measures.fade(
        measures.weigh(case.actions, case.scales[SCALE])["weight"].notna().to_numpy(),
        **{"half_life_days": 30} | more,
    ),
    "hawkes": plain("hawkes", first=SIDES[0], draws=40, dates_drawn=1),
    "heavier": headline("heavier", *SIDES),
    "higher_peak": headline("higher_peak", *SIDES),
    "in_kind": of_pairs("in_kind"),
    "in_variants": in_variants,
    "ladder": ladder,
    "missing_triggers": plain("missing_triggers"),
    "more_acts": headline("more_acts", *SIDES),
    "multiverse": multiverse,
    "peaks": lambda case: measures.peaks(measures.tension(case.actions)),
    "peaks_before": headline("peaks_before", *SIDES),
    "peaks_in": lambda case, **more: headline(
        "peaks_in", SIDES[0], **{"since": JULY[0], "until": JULY[1]} | more
    )(case),
    "penalty_path": plain("penalty_path"),
    "proportion": of_pairs("proportion"),
    "reply_pairs": plain("reply_pairs"),
    "reply_rate": plain("reply_rate"),
    "reporting": of_evidence("reporting"),
    "rises": headline("rises", SIDES[0], before=MAY, after=JULY),
    "robustness": robustness,
    "scale_from": lambda case, **more: measures.scale_from(judged(case), **more),
    "simulate_hawkes": lambda case, **more: measures.simulate_hawkes(
        [0.1, 0.1], [[0.1, 0.0], [0.1, 0.1]], **more
    ),
    "source_numbers": of_evidence("source_numbers"),
    "spread": plain("spread"),
    "tension": plain("tension"),
    "time_at_rungs": lambda case: measures.time_at_rungs(ladder(case)),
    "unranked": lambda case: measures.unranked(case.actions, case.codebook.forms),
    "vanished": lambda case, **more: measures.vanished(left_out(case), **more),
    "vanished_acts": lambda case: measures.vanished_acts(left_out(case)),
    "verdicts": lambda case: measures.verdicts(claims(case)),
    "weigh": lambda case: measures.weigh(case.actions, case.scales[SCALE]),
    "who_towards_whom": plain("who_towards_whom"),
}
PUBLIC = {name for name in measures.__all__ if isfunction(getattr(measures, name))}
_GIVEN = {
    *("actions", "frames", "pairs", "matrix", "tension", "levels", "codings"),
    *("scale", "scales", "forms", "rungs", "claims", "evidence", "sources", "sides"),
    *("judgements", "strengths"),
    *("support", "variants", "headline", "measure", "options", "amounts"),
    *("against", "direction", "first", "second", "weighted", "logged", "mu", "alpha"),
}
"""Parameters that no reader's choice of numbers or words goes into."""
ANNOUNCED = {
    "by_certainty": {"weight"},
    "by_scale": {"weight"},
    "draw_dates": {"weight"},
    "weigh": {"weight"},
    "change_points": {"path.penalty_to", "table.level", "table.share"},
    "compare_scales": {
        *("table.mean", "table.least", "table.most", "pairs.opposite_share"),
        *("pairs.spearman", "sums.conflict_share"),
    },
    "delays": {f"medians.{end}" for end in ("value", "low", "high")},
    "multiverse": {"frames.weight"},
    "penalty_path": {"penalty_to"},
    "proportion": {
        f"table.{of}_{end}" for of in ("mean", "median") for end in ("low", "high")
    },
    "reply_pairs": {"trigger_weight", "reply_weight"},
    "reply_rate": {"share"},
    "robustness": {"table.share"},
}
"""Numbers that docstrings say may be missing or infinite: weights above all."""
BY_ROW = {
    "agreement": {"low", "high", "said"},
    "chains": {"first_ids", "last_ids", "action_ids"},
    "change_points": {"breaks.low", "breaks.high", "breaks.share", "said"}
    | {"spans", "table.low", "table.high", "table.share"},
    "draw_dates": {"earliest", "latest"},
    "evidence_matrix": {"act"},
    "multiverse": {"ids", "days"},
    "proportion": ANNOUNCED["proportion"],
}
"""What hangs on the order of acts: lots are drawn for one after the other."""
OF_ROWS = {"drawn_days", "hawkes", "spread"}
"""Measures of which that holds altogether."""


def options(name: str) -> set[str]:
    """Name what a reader may ask of a measure."""
    return set(signature(getattr(measures, name)).parameters) - _GIVEN


STEPS = {
    "tension": (lambda case: measures.tension(case.actions), ["peaks"]),
    "rungs": (ladder, ["time_at_rungs"]),
    "replies": (
        lambda case: measures.reply_pairs(case.actions),
        ["in_kind", "proportion"],
    ),
    "evidence": (
        evidence,
        ["alone", "alone_share", "contradictions", "reporting", "source_numbers"],
    ),
    "claims": (claims, ["verdicts"]),
}
"""What measures give that other measures take, and which these are."""
