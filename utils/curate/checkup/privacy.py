"""What may tell who a private person is."""

import re
from collections.abc import Iterator

import pandas as pd

from utils.curate.checkup.notice import Notice, keyed
from utils.curate.checkup.personal_names import (
    personal_names,
    small_stems_of,
    stems_of,
)
from utils.tables.loading import Reading

KIND = "privacy"
PUBLIC_ROLES = ("public_figure", "state_media", "private_media")
"""Roles of people who act in public without an office, and are named."""
PRIVATE = "private_person"
OWN_WORDS = {
    "actions": ("summary", "place"),
    "actors": ("name", "name_native"),
    "evidence": ("note",),
    "landmarks": ("label", "note"),
}
"""The columns that the coders write, by table; titles are quoted."""
REACHED = re.compile(
    r"[\w.+-]+@[\w-]+\.[a-z]{2,}|\+\d[\d ()-]{8,}\d|(?:passport|паспорт)\s+\S*\d{5,}",
    re.IGNORECASE,
)
BY_ROLE = "describe the person by role, as in 'a resident of Moscow'"


def private(case: Reading) -> Iterator[Notice]:
    """Give a notice for each cell that seems to tell who a private person is.

    Looked at are the names of actors without public office; the summaries of acts
    by and towards private persons; and addresses and numbers in all that the coders
    write. A name that stands alone in one word is not recognised.
    """
    actors = keyed(case.sheets["actors"], "actors")
    acts = keyed(case.sheets["actions"], "actions")
    open_role = actors["role"].isin(PUBLIC_ROLES)
    shut = actors[actors["public_office"].eq("no") & ~open_role]
    known = _known(case, actors.drop(shut.index), acts)
    yield from _named(shut, "name", ("actors.csv", known))
    alone = actors[actors["role"] == PRIVATE]
    for line, key, name in alone[["line", "key", "name_native"]].itertuples(
        index=False
    ):
        if name:
            problem = "is a private person's name as others write it"
            yield _notice(("actors.csv", line, "name_native", name), key, problem)
    concerned = acts["actor_id"].isin(alone["key"]) | acts["target_id"].isin(
        alone["key"]
    )
    yield from _named(acts[concerned], "summary", ("actions.csv", known))
    yield from _reached(case)


def _known(case: Reading, actors: pd.DataFrame, acts: pd.DataFrame) -> frozenset[str]:
    """Give the beginnings of words that are no part of a private person's name."""
    named = [*actors["name"], *acts["place"], *case.sheets["sources"].rows["publisher"]]
    landmarks = case.sheets["landmarks"].rows
    texts = [*acts["summary"], *landmarks["label"], *landmarks["note"]]
    names = case.sheets["actors"].rows["name"]
    return stems_of(named) | small_stems_of([*texts, *names])


def _named(
    rows: pd.DataFrame, column: str, where: tuple[str, frozenset[str]]
) -> Iterator[Notice]:
    file, known = where
    for line, key, text in rows[["line", "key", column]].itertuples(index=False):
        for name in personal_names(text, known):
            problem = "looks like the name of a person without public office"
            yield _notice((file, line, column, name), key, problem)


def _reached(case: Reading) -> Iterator[Notice]:
    """Find addresses and numbers by which a person can be reached."""
    for table, columns in OWN_WORDS.items():
        rows = keyed(case.sheets[table], table)
        for column in columns:
            hits = rows[rows[column].str.contains(REACHED)]
            for line, key, text in hits[["line", "key", column]].itertuples(
                index=False
            ):
                found = REACHED.search(text)
                problem = "is an address or a number of a person"
                place = (f"{table}.csv", line, column, found[0] if found else "")
                yield _notice(place, key, problem, "take it out")


def _notice(
    place: tuple[str, int, str, str], key: str, problem: str, remedy: str = BY_ROLE
) -> Notice:
    return Notice(*place, problem, remedy, kind=KIND, key=key)
