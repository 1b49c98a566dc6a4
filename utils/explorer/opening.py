"""What an explorer, and a page that is shared, open on."""

from utils.selection import Selection, select
from utils.tables import Case


def opening(case: Case) -> Selection:
    """Give what an explorer opens on: the two sides, the surveyed period."""
    first, second = case.sides
    since, until = case.dense_period
    both = [f"{first}>{second}", f"{second}>{first}"]
    return select(directions=both, since=since, until=until)
