"""What files of events are called, and what is counted in them."""

from utils.events.formats.format import Format
from utils.events.parties import countries
from utils.selection import Selection

NOTE = "Counted are reports, not happenings: one happening may be reported many times."
_BY_PEOPLE = ("acled", "cow-mid", "own")


def unit_of(form: Format) -> str:
    """Say what one event is called where events are counted.

    >>> from utils.events.formats.gdelt import GDELT_2
    >>> unit_of(GDELT_2)
    'machine-coded event'
    """
    return "coded event" if form.name in _BY_PEOPLE else "machine-coded event"


def title_of(form: Format, chosen: Selection) -> str:
    """Name the data, and say which of them were chosen.

    >>> from utils.events.formats.gdelt import GDELT_2
    >>> title_of(GDELT_2, Selection(since="2018"))
    'GDELT 2.0 Events (acts since 1 Jan 2018)'
    """
    scope = "" if chosen == Selection() else f" ({chosen.describe(countries())})"
    return f"{form.title}{scope}"
