"""Views that a case has not the data for, each with a sentence that says so."""

from utils.multiplicity import several
from utils.tables import Case


def lacking(case: Case) -> dict[str, str]:
    """Say of each view that cannot show anything of a case why that is.

    >>> from utils import load
    >>> lacking(load("azerbaijan-russia"))
    {}
    """
    found, n = {}, several(case.actions)
    if n is not None and (n > 1).any():
        found["replies"] = (
            "Replies link single acts, and rows of this case stand for several acts "
            "of a day: ask for the single acts of a smaller scope."
        )
    elif case.evidence.empty and not case.actions["in_response_to"].any():
        found["replies"] = "No act of this case is recorded as a reply to another."
    if case.evidence.empty:
        found["sources"] = (
            "This case has no evidence: it is not recorded which sources tell of "
            "which acts."
        )
    return found
