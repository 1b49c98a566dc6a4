"""The id that an act is offered: its first day, who acted, and a word for it."""

import re
from collections.abc import Collection, Mapping

from utils.tables.dates import FORMS

UNNAMED = "new-act"


def proposed_id(act: Mapping[str, str], country: str, taken: Collection[str]) -> str:
    """Give an id made of the day, the country of the actor and the form of an act.

    Where month or day are not known, `00` stands in their place. What is not
    there yet is left out, and a number is added where the id is taken.

    >>> act = {"date": "2025-02", "form": "ban_entry"}
    >>> proposed_id(act, "AZE", ["20250200-aze-ban-entry"])
    '20250200-aze-ban-entry-2'
    >>> proposed_id({"date": "", "form": ""}, "", [])
    'new-act'
    """
    word = re.sub(r"[^a-z0-9]+", "-", act["form"].lower()).strip("-")
    parts = [_day(act["date"]), country.lower(), word]
    return free_id("-".join(filter(None, parts)) or UNNAMED, taken)


def free_id(name: str, taken: Collection[str]) -> str:
    """Give the name, with a number behind it where it is taken.

    >>> free_id("a", ["a", "a-2"])
    'a-3'
    """
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free


def _day(date: str) -> str:
    found = FORMS.match(date)
    if not found:
        return ""
    first = next(part for part in found.groups() if part)
    return (first.replace("-", "") + "0000")[:8]
