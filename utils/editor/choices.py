"""The values that a coded column may have, each with its label and definition."""

from collections.abc import Iterator, Mapping

from utils.editor.places import Tables
from utils.tables.codebook import Shelf
from utils.tables.schema import KEYS

Choice = list[str]
"""Value, label and definition."""

CODED = ("types", "forms", "certainty", "roles", "sides")
SUPPORTS = [
    ["yes", "Yes", "The source reports the act as it stands in the row."],
    ["partly", "Partly", "It reports the act, but not all of what the row says."],
    ["contradicts", "Contradicts", "It denies the act, its author or its date."],
]
OFFICES = [
    ["yes", "Yes", "A person in public office or otherwise in public life."],
    ["institution", "Institution", "A body, not a person."],
    ["no", "No", "Any other person or group; named by role only."],
]


def coded(shelf: Shelf) -> dict[str, list[Choice]]:
    """Give the choices that stand in the codebook, and the two that stand nowhere."""
    lists = {name: [*_words(shelf, name)] for name in CODED}
    return {**lists, "supports": SUPPORTS, "offices": OFFICES}


def listed(
    tables: Tables, codes: Mapping[str, list[Choice]]
) -> dict[str, list[Choice]]:
    """Give the actors and the sources of a case as choices."""
    roles = {value: label for value, label, _ in codes["roles"]}
    sides = {value: label for value, label, _ in codes["sides"]}
    actors, sources = tables["actors"], tables["sources"]
    return {
        "actors": [
            _choice(
                (it["actor_id"], it["name"]),
                (it["country"], roles.get(it["role"], it["role"]), it["name_native"]),
            )
            for it in map(actors.row, actors.filled())
        ],
        "sources": [
            _choice(
                (
                    it["source_id"],
                    ": ".join(filter(None, (it["publisher"], it["title"]))),
                ),
                (sides.get(it["side"], it["side"]), it["published"], it["url"]),
            )
            for it in map(sources.row, sources.filled())
        ],
    }


def usual_code(shelf: Shelf, form: str) -> str:
    """Give the CAMEO code that a form usually has; nothing where there is none."""
    forms = shelf.sheets["forms"].rows
    codes = forms.loc[forms["form"] == form, "cameo"].tolist()
    return codes[0] if form and codes else ""


def _choice(words: tuple[str, str], facts: tuple[str, ...]) -> Choice:
    value, label = words
    return [value, label or value, " · ".join(filter(None, facts))]


def _words(shelf: Shelf, name: str) -> Iterator[Choice]:
    rows = shelf.sheets[name].rows
    for row in rows.to_dict("records"):
        yield [row[KEYS[name][0]], row["label"], row["definition"]]
