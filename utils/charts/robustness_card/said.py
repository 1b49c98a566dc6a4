"""What a robustness card says: its title, its key, and what was tested."""

from typing import Any

import numpy as np
import pandas as pd

from utils.about import About
from utils.charts.robustness_card.rows import percent
from utils.charts.sheet import words
from utils.charts.sheet.alt import alt, called
from utils.charts.sheet.layout import Key
from utils.charts.sheet.theme import Look
from utils.errors import ChartError

_NAMED = 3
_HEADLINE_CHARACTERS = 150


def title(table: pd.DataFrame) -> str:
    """State the headline, and the share of variants in which it holds."""
    if not len(table):
        return "No headline was tested in this selection"
    whole = _whole(table)
    said = int(whole["n"] - whole["n_unsaid"])
    share = percent(int(whole["n_holds"]), said)
    return f"Holds in {share} of {said:,} variants: {whole['headline']}"


def subtitle(table: pd.DataFrame, about: About) -> str:
    """Say what was tested, and what a mark is."""
    if not len(table):
        return words.subtitle(about, "No recorded act, no variant")
    whole = _whole(table)
    n = int(whole["n_unsaid"])
    unsaid = f"; in {n:,} more it cannot be said" if n else ""
    counted = (
        f"Tested on recorded acts: {whole['headline']}. One mark is the share of the "
        "variants with this choice in which it holds, whatever else is "
        f"chosen{unsaid}. Variants are choices, not a sample"
    )
    return words.subtitle(about, counted)


def spoken(table: pd.DataFrame) -> str:
    """Say the picture: the share in all variants, and which choices turn it."""
    picture = "Share of variants in which a headline holds, a row for each choice"
    if not len(table):
        return alt(f"{picture}: none was tested in this selection.")
    whole = _whole(table)
    n = int(whole["n"] - whole["n_unsaid"])
    choices = table[table["dimension"] != "all"]
    return alt(
        f"{picture}: {_share(whole)} of all {n:,} variants{_ends(choices)}.",
        f"Headline: {whole['headline'][:_HEADLINE_CHARACTERS]}.",
        f"{_turns(choices)}.",
    )


def _share(row: "pd.Series[Any]") -> str:
    n = int(row["n"] - row["n_unsaid"])
    return percent(int(row["n_holds"]), n) if n else "none"


def _ends(choices: pd.DataFrame) -> str:
    """Give the lowest and the highest share of the choices."""
    said = choices[choices["n"] > choices["n_unsaid"]]
    if not len(said):
        return ""
    by_share = said.iloc[np.argsort(said["share"], kind="stable")]
    low, high = (_share(by_share.iloc[end]) for end in (0, -1))
    return f", from {low} to {high} by choice" if low != high else ""


def _turns(choices: pd.DataFrame) -> str:
    """Name the choices that turn the headline, changed alone."""
    names = [called(str(name)) for name in choices["choice"][choices["n_flips"] > 0]]
    if not names:
        return "No choice, changed alone, turns it"
    more = [f"{len(names) - _NAMED} more"] * (len(names) > _NAMED)
    return f"Changed alone, it is turned by {words.listed([*names[:_NAMED], *more])}"


def key(look: Look) -> list[Key]:
    """Explain the marks."""
    colour = look.theme.text
    return [
        Key("choice of the reference", "◆", colour),
        Key("other choice", "●", colour),
        Key("turns it, changed alone", "✕", colour),
        Key("dotted: all variants"),
    ]


def _whole(table: pd.DataFrame) -> "pd.Series[Any]":
    """Give the row of all variants, wherever it stands."""
    found = table[table["dimension"] == "all"]
    if len(found) != 1:
        raise ChartError(
            "A robustness card needs the one row of all variants that measures."
            f"robustness gives; this table has {len(found)}. Give the whole table."
        )
    return found.iloc[0]
