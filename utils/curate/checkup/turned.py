"""Days on which day and month may have changed places."""

import re
from collections.abc import Iterator

from utils.curate.checkup.notice import Notice, keyed
from utils.tables.loading import Reading

KIND = "turned"


def turned(case: Reading) -> Iterator[Notice]:
    """Give a notice for each act whose id has day and month the other way round.

    A spreadsheet turns 2025-06-05 into 2025-05-06, which is a day as well, so that
    no rule of the column can tell; an id that begins with the day still shows it.
    """
    rows = keyed(case.sheets["actions"], "actions")
    for line, key, date in rows[["line", "key", "date"]].itertuples(index=False):
        if shown := turned_in(key, date):
            problem = f"is {shown} in the id, with day and month the other way round"
            remedy = "look the day up in the source, and mend the date or the id"
            place = ("actions.csv", line, "date", date)
            yield Notice(*place, problem, remedy, kind=KIND, key=key)


def turned_in(action_id: str, date: str) -> str:
    """Give the day in an id, if it is that of the date with its parts turned.

    >>> turned_in("20250605-aze-note", "2025-05-06")
    '2025-06-05'
    >>> turned_in("20250605-aze-note", "2025-06-05")
    ''
    """
    day = re.match(r"([0-9]{4})([0-9]{2})([0-9]{2})(?![0-9])", action_id)
    if not day:
        return ""
    year, month, number = day.groups()
    same = month == number
    return (
        f"{year}-{month}-{number}"
        if not same and date[:10] == f"{year}-{number}-{month}"
        else ""
    )
