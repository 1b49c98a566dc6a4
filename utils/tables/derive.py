"""Make the typed tables of a case; every coded column becomes a category."""

from collections.abc import Mapping, Sequence

import pandas as pd

from utils.multiplicity import N
from utils.tables.codebook import Codebook
from utils.tables.dates import read_dates
from utils.tables.schema import SUPPORTS

Tables = Mapping[str, pd.DataFrame]
ACTIONS = [
    *("action_id", "date", "earliest", "latest", "lasted_days", "actor_id"),
    *("target_id", "actor_name", "target_name", "actor_country", "target_country"),
    *("actor_role", "target_role", "actor_path", "target_path", "direction", "type"),
    *("form", "tone", "certainty", "cameo", "summary", "in_response_to", "place"),
    *("n_sources", "sides", "contradicted", "actor_native", "target_native"),
]

PARTIES = ("actor", "target")


def typed_tables(tables: Tables, codebook: Codebook, sides: Sequence[str]) -> Tables:
    """Give the tables of a case with typed columns, the acts with derived ones.

    `tables` are sound frames of text, `sides` the two countries of the case. Where
    acts come with days, a direction, a tone or a number of acts for each row, these
    are kept.
    """
    actors = tables["actors"].assign(
        role=_coded(tables["actors"]["role"], codebook.roles["role"])
    )
    sources = tables["sources"].assign(
        side=_coded(tables["sources"]["side"], codebook.sides["side"])
    )
    evidence = tables["evidence"].assign(
        supports=_coded(tables["evidence"]["supports"], SUPPORTS)
    )
    acts = tables["actions"].assign(
        **_days(tables["actions"]),
        **_party(tables["actions"]["actor_id"], actors, "actor"),
        **_party(tables["actions"]["target_id"], actors, "target"),
        **_coded_columns(tables["actions"], codebook),
    )
    acts["direction"] = _direction(acts, sides)
    acts = supported(acts, evidence, sources)
    typed = {"actors": actors, "sources": sources, "evidence": evidence}
    columns = [*ACTIONS, *([N] if N in acts else [])]
    return {**tables, **typed, "actions": acts[columns]}


def supported(
    acts: pd.DataFrame, evidence: pd.DataFrame, sources: pd.DataFrame
) -> pd.DataFrame:
    """Give the acts anew with `n_sources`, `sides` and `contradicted`.

    A source supports an act if its row says yes or partly.
    """
    ids = acts["action_id"]
    against = evidence["supports"] == "contradicts"
    backed = evidence[~against].merge(sources[["source_id", "side"]], on="source_id")
    number = backed.groupby("action_id")["source_id"].nunique()
    return acts.assign(
        n_sources=number.reindex(ids).fillna(0).astype("int64").to_numpy(),
        sides=_sides(ids, backed),
        contradicted=ids.isin(evidence.loc[against, "action_id"]),
    )


def _days(acts: pd.DataFrame) -> dict[str, pd.Series]:
    if "earliest" not in acts:
        return dict(read_dates(acts["date"]).drop(columns="form").items())
    days = {it: acts[it].astype("datetime64[us]") for it in ("earliest", "latest")}
    lasted = acts.get("lasted_days", 1)
    return {**days, "lasted_days": pd.Series(lasted, acts.index, dtype="int64")}


def _coded(words: pd.Series, order: Sequence[str] | pd.Series) -> pd.Categorical:
    known = pd.Index(list(order))
    return pd.Categorical.from_codes(known.get_indexer(words), categories=known)


def _coded_columns(acts: pd.DataFrame, codebook: Codebook) -> dict[str, pd.Categorical]:
    tones = codebook.forms.set_index("form")["tone"]
    tone = acts["tone"] if "tone" in acts else tones.reindex(acts["form"])
    return {
        "type": _coded(acts["type"], codebook.types["type"]),
        "form": _coded(acts["form"], codebook.forms["form"]),
        "tone": _coded(tone, codebook.tones["tone"]),
        "certainty": _coded(acts["certainty"], codebook.certainty["certainty"]),
    }


def _party(ids: pd.Series, actors: pd.DataFrame, who: str) -> dict[str, pd.Categorical]:
    """Give the columns of the actors or the targets, in the actors' order."""
    rows = pd.Index(actors["actor_id"]).get_indexer(ids)
    columns = {
        f"{who}_id": actors["actor_id"],
        f"{who}_name": actors["name"],
        f"{who}_native": actors["name_native"],
        f"{who}_country": actors["country"],
        f"{who}_path": _paths(actors),
    }
    coded = {name: _coded(each, each.unique()) for name, each in columns.items()}
    coded[f"{who}_role"] = actors["role"].array
    return {name: each.take(rows) for name, each in coded.items()}


def _paths(actors: pd.DataFrame) -> pd.Series:
    """Give the chain of ids from the country down to each actor."""
    above = actors.set_index("actor_id")["parent_id"]
    path, parent = actors["actor_id"], actors["parent_id"]
    while parent.any():
        path = path.where(parent == "", parent + "/" + path)
        parent = above.reindex(parent).fillna("").set_axis(path.index)
    return path


def _direction(acts: pd.DataFrame, sides: Sequence[str]) -> pd.Categorical:
    """Give `AZE>RUS`; the directions between the two sides come first."""
    if "direction" in acts:
        found = acts["direction"]
    else:
        one, other = (acts[f"{who}_country"].astype("str") for who in PARTIES)
        found = one + ">" + other
    one, other = sorted(sides)
    first = [f"{one}>{other}", f"{other}>{one}"]
    return _coded(found, [*first, *sorted({*found} - {*first})])


def _sides(ids: pd.Series, backed: pd.DataFrame) -> pd.Categorical:
    """Join the sides that support each act; single sides lead the categories."""
    order = list(backed["side"].cat.categories)
    pairs = backed[["action_id", "side"]].drop_duplicates().sort_values("side")
    joined = pairs["side"].astype("str").groupby(pairs["action_id"]).agg(";".join)
    found = joined.reindex(ids).fillna("")
    place = {side: number for number, side in enumerate(["", *order])}
    combined = sorted({*found}, key=lambda each: [place[s] for s in each.split(";")])
    return _coded(found, dict.fromkeys([*order, *combined]))
