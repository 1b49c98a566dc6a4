"""What files of events are called, and what is counted in them."""

from utils.events.formats.format import Format
from utils.selection import Selection

_BY_PEOPLE = ("acled", "mid", "suite")


def by_machine(form: Format) -> bool:
    """Say whether a program coded the events, and not people who read the texts."""
    return not form.name.startswith(_BY_PEOPLE)


def title_of(form: Format, chosen: Selection) -> str:
    """Name the data, who coded them and which of them were chosen.

    >>> from utils.events.formats.gdelt import GDELT_2
    >>> title_of(GDELT_2, Selection(since="2018"))
    'GDELT 2.0 Events, reports coded by machine (acts since 1 Jan 2018)'
    """
    coders = "by machine" if by_machine(form) else "by people"
    scope = "" if chosen == Selection() else f" ({chosen.describe()})"
    return f"{form.title}, reports coded {coders}{scope}"
