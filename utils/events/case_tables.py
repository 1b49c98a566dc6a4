"""The tables of a case, made of the events of a file or of their day cells."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from utils.events.citing import sources_of
from utils.events.ontology import book
from utils.events.parties import actors_of, party_id, written_id

CERTAINTY = "reported"
"""What is known of an event that somebody or some program coded from a text."""
PARTIES = ("actor", "target")
Tables = dict[str, pd.DataFrame]


def in_order(events: pd.DataFrame) -> pd.DataFrame:
    """Put events into one order, whatever that of the engine."""
    keys = ["earliest", "event_id", "code", "actor", "target", "place", "source"]
    return events.sort_values(keys, kind="stable").reset_index(drop=True)


def tables_of_events(events: pd.DataFrame, ontology: str) -> Tables:
    """Give acts, actors, sources and evidence of single events, a row for each.

    Needs the columns of `format.EVENT` and `type`, `form`, `tone`, `direction`, `n`.
    """
    ids = pd.Series([written_id(id) for id in _each_once(events)], dtype="str")
    actors = actors_of(_parties(events))
    acts = _acts(events.assign(action_id=ids), ontology, actors)
    acts = acts.assign(summary=_capital(acts["summary"]))
    if (events["n"] > 1).any():
        acts["n"] = events["n"]
    sources, evidence = sources_of(ids, events["source"])
    return {
        **{"actions": acts, "actors": actors},
        **({"sources": sources, "evidence": evidence} if len(sources) else {}),
    }


def tables_of_cells(cells: pd.DataFrame, ontology: str) -> Tables:
    """Give acts and actors of day cells, each of which stands for `n` events.

    Needs `date`, `direction`, `code`, `type`, `form`, `tone` and `n`.
    """
    ends = cells["direction"].str.extract("^([A-Z]{3})(?:>|--)([A-Z]{3})$")
    days = cells["date"].dt.strftime("%Y-%m-%d")
    facing = cells["direction"].str.replace(">", "-")
    events = cells.assign(
        action_id=days + "-" + facing + "-" + cells["code"].map(written_id),
        **{"actor_country": ends[0], "target_country": ends[1]},
        **dict.fromkeys(("actor", "target", "actor_name", "target_name"), ""),
        **{"earliest": cells["date"], "latest": cells["date"]},
        **{"place": "", "summary": ""},
    )
    actors = actors_of(_parties(events))
    acts = _acts(events, ontology, actors)
    counted = cells["n"].map("{:,}".format) + " events " + acts["summary"]
    summary = acts["summary"].where(cells["n"] == 1, counted)
    acts = acts.assign(summary=_capital(summary), n=cells["n"])
    return {"actions": acts, "actors": actors}


def _acts(events: pd.DataFrame, ontology: str, actors: pd.DataFrame) -> pd.DataFrame:
    """Give the columns that a case needs of its acts."""
    ids = {who: _ids(events, who) for who in PARTIES}
    names = dict(zip(actors["actor_id"], actors["name"], strict=True))
    return pd.DataFrame(
        {
            "action_id": events["action_id"],
            "earliest": pd.to_datetime(events["earliest"]).astype("datetime64[us]"),
            "latest": pd.to_datetime(events["latest"]).astype("datetime64[us]"),
            **{f"{who}_id": ids[who] for who in PARTIES},
            **{it: events[it].astype("str") for it in ("direction", "type", "form")},
            "tone": events["tone"].astype("str"),
            "cameo": events["code"] if ontology == "cameo" else "",
            "certainty": CERTAINTY,
            "summary": _summaries(events, ontology, ids, names),
            "place": events["place"],
        }
    )


def _summaries(
    events: pd.DataFrame,
    ontology: str,
    ids: Mapping[str, pd.Series],
    names: Mapping[str, str],
) -> pd.Series:
    """Say each event by its code, its parties, and the text that the file has of it."""
    forms = book(ontology).forms.set_index("form")["label"]
    labels = events["form"].map(forms).str.replace(r"\s+", " ", regex=True)
    one, other = (ids[who].map(names) for who in PARTIES)
    between = np.where(events["direction"].str.contains("--"), " and ", " towards ")
    said = "coded " + events["code"] + " (" + labels + "): " + one + between + other
    text = events["summary"]
    return said + "." + text.where(text == "", " The file says: " + text)


def _capital(sentences: pd.Series) -> pd.Series:
    return sentences.str[:1].str.upper() + sentences.str[1:]


def _ids(events: pd.DataFrame, who: str) -> pd.Series:
    """Give the id of each party; the same party is written once."""
    pairs = pd.MultiIndex.from_frame(events[[f"{who}_country", who]])
    codes, unique = pd.factorize(pairs)
    ids = np.array([party_id(*pair) for pair in unique], dtype=object)
    return pd.Series(ids[codes], index=events.index, dtype="str")


def _parties(events: pd.DataFrame) -> pd.DataFrame:
    columns = ("country", "actor", "name")
    sides = [
        events[[f"{who}_country", who, f"{who}_name"]].set_axis(columns, axis=1)
        for who in PARTIES
    ]
    return pd.concat(sides, ignore_index=True)


def _each_once(events: pd.DataFrame) -> pd.Series:
    """Give the ids of the file; what comes again under one is counted behind it.

    Where a file gives none, day, parties and code stand for it, as in `scope`.
    """
    told = events["earliest"].str.cat(events[["actor", "target", "code"]], sep=" ")
    ids = events["event_id"].where(events["event_id"] != "", told)
    again = ids.groupby(ids).cumcount()
    return ids.where(again == 0, ids + " " + (again + 1).astype("str"))
