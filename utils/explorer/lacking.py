"""Views that a case has not the data for, each with a sentence that says so."""

from utils.explorer.scene import Scene
from utils.explorer.scripts import joined
from utils.explorer.status_line import StatusLine
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


class _Said(StatusLine):
    """A line that takes as many lines as it needs."""

    _css = joined("explorer.css", "compare_panel.css")


class Sentence:
    """The panel of a view that a case has not the data for."""

    on_stage = ""

    def __init__(self, name: str, title: str, why: str) -> None:
        self.name, self.title, self.why = name, title, why
        self.widget = _Said(text="Nothing to draw here.", detail=why)

    def show(self, scene: Scene) -> None:
        """Draw nothing."""

    def point(self, scene: Scene) -> None:
        """Mark nothing."""
