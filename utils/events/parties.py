"""Who acts and who is acted upon in a file: an id, a name, a role, a country above."""

import re
from functools import cache

import pandas as pd

from utils.events.ontology import SHARED

_COUNTRY = re.compile("[A-Z]{3}")
_PLAIN = re.compile("[A-Za-z0-9-]+")
_ESCAPED = re.compile("__([0-9A-F]{2})|_")


def party_id(country: str, actor: str) -> str:
    """Give the id of a party, from which `party_of` reads the party back.

    A country's own code names it as a whole. Where the code of a body does not begin
    with its country, the country is put before it.

    >>> party_id("AZE", "AZEGOV"), party_id("AZE", ""), party_id("RUS", "V. Putin")
    ('AZEGOV', 'AZE', 'RUS_V__2E_Putin')
    """
    if actor in ("", country):
        return country
    if actor.startswith(country) and _PLAIN.fullmatch(actor):
        return actor
    return f"{country}_{written_id(actor)}"


def party_of(id: str) -> tuple[str, str]:
    """Give the country and the code that an id was made from; no code for a country.

    >>> party_of("AZEGOV"), party_of("AZE"), party_of("RUS_V__2E_Putin")
    (('AZE', 'AZEGOV'), ('AZE', ''), ('RUS', 'V. Putin'))
    """
    country, rest = id[:3], id[3:]
    if not rest:
        return country, ""
    return country, read_id(rest[1:]) if rest.startswith("_") else id


def written_id(text: str) -> str:
    """Write any text with the letters, figures and strokes that an id may have.

    >>> written_id("V. Putin"), read_id("V__2E_Putin")
    ('V__2E_Putin', 'V. Putin')
    """
    if _PLAIN.fullmatch(text):
        return text
    signs = (_sign(before, one) for before, one in zip(" " + text, text, strict=False))
    return "".join(signs)


def read_id(id: str) -> str:
    """Give the text that `written_id` wrote."""
    parts = _ESCAPED.split(id)
    # Every other part is what an escape holds, or None for a space.
    codes = (b" " if code is None else bytes.fromhex(code) for code in parts[1::2])
    plain = (part.encode() for part in parts[2::2])
    whole = parts[0].encode() + b"".join(
        one for pair in zip(codes, plain, strict=True) for one in pair
    )
    return whole.decode(errors="replace")


def _sign(before: str, one: str) -> str:
    if _PLAIN.fullmatch(one):
        return one
    # A second space in a row, or one at the start, would look like an escape.
    if one == " " and before != " ":
        return "_"
    return "".join(f"__{byte:02X}" for byte in one.encode())


def actors_of(parties: pd.DataFrame) -> pd.DataFrame:
    """Give the table of actors, a row for each country and each body below it.

    Needs `country`, `actor` and `name`, a row for each time that a party occurs.
    A body is called by its country and what it is, where its code says so, and else
    by the name that the file gives it most often.
    """
    counted = parties.value_counts(["country", "actor", "name"]).reset_index()
    counted = counted.sort_values(["count", "name"], ascending=[False, True])
    named = counted.drop_duplicates(["country", "actor"])
    pairs = [tuple(row) for row in named[["country", "actor", "name"]].to_numpy()]
    found = {country: _country(country) for country in sorted(named["country"])}
    bodies = {party_id(c, a): _body(c, a, name) for c, a, name in pairs}
    found |= {id: bodies[id] for id in sorted({*bodies} - {*found})}
    columns = ["name", "country", "role", "parent_id"]
    table = pd.DataFrame.from_dict(found, orient="index", columns=columns, dtype="str")
    return table.rename_axis("actor_id").reset_index()


def _country(code: str) -> tuple[str, str, str, str]:
    return countries().get(code, code), code, "country", ""


def _body(country: str, actor: str, name: str) -> tuple[str, str, str, str]:
    types = _types(actor.removeprefix(country))
    role = types[0] if types else "other"
    above = countries().get(country, country)
    kinds = ", ".join(roles()[it].lower() for it in types)
    called = f"{above} ({kinds})" if types else name or actor
    return called, country, role, country


def _types(rest: str) -> list[str]:
    """Give the roles that a code consists of, or none if it is no such code.

    >>> _types("GOVMIL"), _types("X")
    (['gov', 'mil'], [])
    """
    parts = [rest[i : i + 3].lower() for i in range(0, len(rest), 3)]
    return parts if rest.isupper() and {*parts} <= {*roles()} else []


@cache
def countries() -> dict[str, str]:
    """Give the name of each country, by its code."""
    return _pairs("countries.csv")


@cache
def roles() -> dict[str, str]:
    """Give the label of each role, by its code."""
    return _pairs("roles.csv")


def _pairs(file: str) -> dict[str, str]:
    table = pd.read_csv(SHARED / file, dtype="str", keep_default_na=False)
    return dict(zip(table.iloc[:, 0], table.iloc[:, 1], strict=True))
