"""Claims of a text, with what other sources say about the acts they speak of."""

from collections.abc import Collection

import pandas as pd

from utils.errors import MeasureError, nearest
from utils.measures.sources.matrix import groups_of, need, placed
from utils.multiplicity import single_acts

VERDICTS = [
    *("confirmed", "partly", "date wrong", "contradicted"),
    *("disputed", "not found", "opinion"),
]
"""From what others bear out to what cannot be borne out."""


def claim_support(
    claims: pd.DataFrame,
    evidence: pd.DataFrame,
    sources: pd.DataFrame,
    *,
    actions: pd.DataFrame,
    sides: pd.DataFrame,
    apart_from: Collection[str] | str = (),
) -> pd.DataFrame:
    """Set beside each claim what sources say about the acts that it is about.

    Needs `paragraph`, `claim`, `action_ids` (";" between), `verdict`, `note` of the
    claims, `action_id`, `date` of the acts, and what `evidence_matrix` needs of the
    others. `apart_from` are ids of sources that do not count, such as the text that
    makes the claims. Gives the claims in their order with `verdict` as ordered
    categories and, more: `dates` of the acts (EDTF, "; " between), `n_acts`,
    `n_acts_backed` (a source supports them), `n_sources` and `n_contradicting`
    (different sources, over all acts of the claim), `groups` (labels of the groups
    that support one, "; " between) and `n_groups`.

    A source may support an act and not the claim, so these numbers are no verdict.

    >>> claims = pd.DataFrame({"paragraph": ["1"], "claim": "They met", "note": "",
    ...     "action_ids": "a", "verdict": "confirmed"})
    >>> told = pd.DataFrame({"action_id": ["a"], "source_id": "s", "supports": "yes"})
    >>> sides = pd.DataFrame({"side": ["left"], "group": "left", "group_label": "Left"})
    >>> found = claim_support(claims, told, pd.DataFrame({"source_id": ["s"],
    ...     "side": "left"}), actions=told.assign(date="2025-06"), sides=sides)
    >>> found[["verdict", "dates", "n_sources", "groups"]].values.tolist()
    [['confirmed', '2025-06', 1, 'Left']]

    Raises
    ------
    MeasureError
        If a column is missing, or a source, a side or an act is unknown.
    """
    need(claims, "paragraph claim action_ids verdict note", "claims")
    need(evidence, "action_id source_id supports", "rows of evidence")
    need(actions, "action_id date", "acts")
    single_acts(actions, "The support of claims")
    apart_from = [apart_from] if isinstance(apart_from, str) else apart_from
    _known_sources(sources, apart_from)
    told = evidence[~evidence["source_id"].isin(list(apart_from))]
    told = told.assign(group=placed(told, sources, sides=sides, by="group"))
    acts = _acts(claims, actions)
    found = claims.assign(
        verdict=_ordered(claims["verdict"]),
        dates=_joined(acts, "date", claims),
        n_acts=_counted(acts, "action_id", claims),
    )
    return found.assign(**_support(acts, told, sides=sides, claims=claims))


def verdicts(support: pd.DataFrame) -> pd.DataFrame:
    """Count the claims by verdict, with what supports the acts of each kind.

    Needs what `claim_support` gives. Gives, for each verdict that occurs,
    `verdict`, `n` (claims), `n_of_acts` (those about recorded acts), and of these
    `least_sources`, `median_sources`, `most_sources` and `n_two_groups` (two groups
    or more support an act). Numbers are missing where no claim is about an act.

    >>> found = verdicts(pd.DataFrame({"verdict": ["partly", "partly"],
    ...     "n_acts": 1, "n_sources": [1, 3], "n_groups": [1, 2]}))
    >>> found[["verdict", "n", "median_sources", "n_two_groups"]].values.tolist()
    [['partly', 2, 2.0, 1]]

    Raises
    ------
    MeasureError
        If a column is missing.
    """
    need(support, "verdict n_acts n_sources n_groups", "supported claims")
    n = support.groupby("verdict", observed=True).size().rename("n")
    some = support[support["n_acts"] > 0]
    parts = some.groupby("verdict", observed=True)
    wide = some["n_groups"].ge(2).groupby(some["verdict"], observed=True).sum()
    found = pd.DataFrame(
        {
            "n": n,
            "n_of_acts": parts.size().reindex(n.index, fill_value=0),
            "least_sources": parts["n_sources"].min().astype("Int64"),
            "median_sources": parts["n_sources"].median().astype("Float64"),
            "most_sources": parts["n_sources"].max().astype("Int64"),
            "n_two_groups": wide.astype("Int64"),
        },
        index=n.index,
    )
    return found.reset_index()


def _ordered(verdict: pd.Series) -> pd.Categorical:
    """Put verdicts that are not foreseen last, as they come."""
    order = dict.fromkeys([*VERDICTS, *verdict.dropna().astype(str)])
    return pd.Categorical(verdict.astype(object), list(order), ordered=True)


def _acts(claims: pd.DataFrame, actions: pd.DataFrame) -> pd.DataFrame:
    """Give a row for each claim and each act that it is about."""
    ids = claims["action_ids"].fillna("").astype(str).str.split(";").explode()
    ids = ids.str.strip()
    ids = ids[ids != ""]
    date = actions.drop_duplicates("action_id").set_index("action_id")["date"]
    if strange := sorted(set(ids) - set(date.index)):
        hint = nearest(date.index.tolist(), strange[0])
        raise MeasureError(f"A claim is about {strange[0]!r}, no act here: {hint}.")
    return pd.DataFrame({"claim_row": ids.index, "action_id": ids.to_numpy()}).assign(
        date=date.reindex(ids).to_numpy()
    )


def _support(
    acts: pd.DataFrame,
    told: pd.DataFrame,
    *,
    sides: pd.DataFrame,
    claims: pd.DataFrame,
) -> dict[str, pd.Series]:
    rows = acts.merge(told, on="action_id")
    against = rows["supports"].astype(object) == "contradicts"
    backed = rows[~against]
    groups = groups_of(sides, "group").set_index("group")["group_label"]
    order = backed["group"].map({code: i for i, code in enumerate(groups.index)})
    labels = backed["group"].map(groups).astype(object)
    labelled = backed.assign(label=labels, order=order).sort_values("order")
    return {
        "n_acts_backed": _counted(backed, "action_id", claims),
        "n_sources": _counted(backed, "source_id", claims),
        "n_contradicting": _counted(rows[against], "source_id", claims),
        "groups": _joined(labelled, "label", claims),
        "n_groups": _counted(backed, "group", claims),
    }


def _counted(rows: pd.DataFrame, column: str, claims: pd.DataFrame) -> pd.Series:
    n = rows.groupby("claim_row")[column].nunique()
    return n.reindex(claims.index, fill_value=0).astype("int64")


def _joined(rows: pd.DataFrame, column: str, claims: pd.DataFrame) -> pd.Series:
    once = rows.drop_duplicates(["claim_row", column])
    texts = once[column].astype(str).groupby(once["claim_row"]).agg("; ".join)
    return texts.reindex(claims.index, fill_value="").astype("str")


def _known_sources(sources: pd.DataFrame, ids: Collection[str]) -> None:
    need(sources, "source_id side", "sources")
    for strange in set(ids) - set(sources["source_id"]):
        hint = nearest(sources["source_id"].tolist(), strange)
        raise MeasureError(f"There is no source {strange!r}: {hint}.")
