"""Notices of words that judge, in the texts of a case."""

from collections.abc import Iterator

from utils.curate.checkup.notice import Notice, keyed
from utils.tables.loaded_words import loaded_words
from utils.tables.loading import Reading

KIND = "neutrality"
LOOKED_AT = {
    "actions": ("summary",),
    "actors": ("name",),
    "evidence": ("note",),
    "landmarks": ("label", "note"),
}


def loaded(case: Reading) -> Iterator[Notice]:
    """Give a notice for each word of the list that stands in the coders' own words.

    A word in quotes is somebody's, and so is one that follows a verb of saying in
    the same sentence. Page titles are quoted as they are.
    """
    for table, columns in LOOKED_AT.items():
        rows = keyed(case.sheets[table], table)
        for column in columns:
            for line, key, text in rows[["line", "key", column]].itertuples(
                index=False
            ):
                for found, word in loaded_words(text):
                    place = (f"{table}.csv", line, column, found)
                    remedy = f"write {word.instead}"
                    yield Notice(*place, word.why, remedy, kind=KIND, key=key)
