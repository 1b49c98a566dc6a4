"""Who acts towards whom in a militarized dispute, and when, as far as it is coded.

The rows are those of incident participants in the Militarized Interstate Disputes
(MID) of the Correlates of War Project, every cell as text.
"""

import calendar
from datetime import date

import pandas as pd

from utils.errors import ProjectError

UNKNOWN = -9
"""What stands in a cell for a day, a month or a number of deaths nobody knows."""

LEVELS = {"2": "threat", "3": "display", "4": "use_of_force", "5": "war"}
"""The levels of hostility of an act; level 1 is that of a state that does nothing."""

ACTIONS = (
    *("no_militarized_action", "threat_to_use_force", "threat_to_blockade"),
    *("threat_to_occupy_territory", "threat_to_declare_war"),
    *("threat_to_use_cbr_weapons", "threat_to_join_war", "show_of_force", "alert"),
    *("nuclear_alert", "mobilization", "fortify_border", "border_violation"),
    *("blockade", "occupation_of_territory", "seizure", "attack", "clash"),
    *("declaration_of_war", "use_of_cbr_weapons", "begin_interstate_war"),
    "join_interstate_war",
)
"""What a state does, in the order of its codes from 0 to 21."""

Parts = tuple[int, int, int]
"""Year, month and day; month and day may be unknown."""


def edtf(start: Parts, end: Parts) -> str:
    """Write as EDTF when an act began and, where both days are known, ended.

    Where the day of the beginning is not known, what comes back are the days that
    it may be: a month, a year, or a window that closes where the act had ended at
    the latest. Where only the day of the end is not known, the beginning comes
    back; how long the act lasted is then not told.

    >>> edtf((1993, 4, 5), (1993, 4, 7)), edtf((1993, 2, -9), (1993, 2, -9))
    ('1993-04-05/1993-04-07', '1993-02')
    >>> edtf((1993, 2, -9), (1993, 2, 17)), edtf((1993, -9, -9), (1994, 3, 1))
    ('[1993-02-01..1993-02-17]', '1993')

    Raises
    ------
    ProjectError
        If a year is unknown, a day is not in the calendar, or the end lies before
        the beginning.
    """
    (first, latest), (_, last) = _bounds(start), _bounds(end)
    if last < first:
        raise ProjectError(f"An act that begins on {first} cannot end by {last}.")
    if first == latest:
        lasted = UNKNOWN not in end and last > first
        return f"{first}/{last}" if lasted else f"{first}"
    if last < latest:
        return f"[{first}..{last}]"
    return f"{first:%Y}" if start[1] == UNKNOWN else f"{first:%Y-%m}"


def _bounds(parts: Parts) -> tuple[date, date]:
    """Give the first and the last day that the parts may mean."""
    year, month, day = parts
    if month == UNKNOWN and day != UNKNOWN:
        raise ProjectError(f"Day {day} of an unknown month of {year} is no day.")
    first, last = (1, 12) if month == UNKNOWN else (month, month)
    try:
        if day != UNKNOWN:
            return date(*parts), date(*parts)
        length = calendar.monthrange(year, last)[1]
        return date(year, first, 1), date(year, last, length)
    except ValueError as why:
        told = f"Year {year}, month {month}, day {day}"
        raise ProjectError(f"{told} is no day of the calendar ({why}).") from None


def towards(rows: pd.DataFrame) -> pd.DataFrame:
    """Give for each participant of an incident whom it acts towards, or why nobody.

    A state acts where its `action` is not 0, towards the state on the other side
    of the same incident. Where several states stand there, or none, it is not
    told towards whom it acted, and nothing is guessed. Needs `incidnum`, `ccode`,
    `insidea` and `action`. Gives, with the index of `rows`, `target` (the
    `ccode` of a state, or an empty text) and `reason` (why there is none).

    >>> rows = pd.DataFrame({"incidnum": "1", "ccode": ["371", "373"],
    ...     "insidea": ["1", "0"], "action": ["16", "0"]})
    >>> towards(rows).to_numpy().tolist()
    [['373', ''], ['', 'takes no militarized action']]
    """
    states = rows.groupby(["incidnum", "insidea"])["ccode"].agg(lambda s: {*s})
    found = [
        _towards(states[incident].drop(side), action)
        for incident, side, action in rows[["incidnum", "insidea", "action"]].to_numpy()
    ]
    return pd.DataFrame(found, columns=["target", "reason"], index=rows.index)


def _towards(others: pd.Series, action: str) -> tuple[str, str]:
    across = sorted(set().union(*others))
    if action == "0":
        return "", "takes no militarized action"
    if not across:
        return "", "no state stands on the other side"
    if len(across) > 1:
        return "", f"{len(across)} states stand on the other side"
    return across[0], ""
