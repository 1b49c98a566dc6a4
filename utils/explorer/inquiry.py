"""What is asked of a case: which acts, beside which others, and seen how."""

from dataclasses import dataclass, field, replace
from typing import Any

from utils.errors import ProjectError, known
from utils.measures.counts import BINS
from utils.scale import USUAL
from utils.selection import Selection

COMPARED = ("counts", "tension")
"""By what two selections may be compared."""
GROUPS = ("role", "country")
"""Of what the matrix of who towards whom may be made."""


@dataclass(frozen=True)
class Inquiry:
    """Everything that decides what an explorer shows; two equal ones show the same.

    `against` is a second selection to compare with, or None. `view` names the view
    on top. `scale` weighs the acts, tension fades by half in `half_life_days`, bars
    count the acts of each `per`, and `band` says whether doubt is drawn around
    curves. `compared` says whether two selections are compared by their `counts` or
    their `tension`, and `groups` whether the matrix groups actors by `role` or by
    `country`.

    >>> Inquiry().but(per="week").per
    'week'

    Raises
    ------
    ProjectError
        If there is no such bin, the half-life is no positive number of days, two
        selections cannot be compared that way, or there are no such groups.
    """

    selection: Selection = field(default_factory=Selection)
    against: Selection | None = None
    view: str = "timeline"
    scale: str = USUAL
    half_life_days: float = 30
    per: str = "month"
    band: bool = True
    compared: str = "counts"
    groups: str = "role"

    def __post_init__(self) -> None:
        if self.per not in BINS:
            raise ProjectError(
                f"There is no bin {self.per!r}. {known(BINS, str(self.per))}"
            )
        if not 0 < self.half_life_days < float("inf"):
            raise ProjectError(
                f"half_life_days is {self.half_life_days}; give a number above 0."
            )
        if self.compared not in COMPARED:
            raise ProjectError(
                f"Selections are not compared by {self.compared!r}. "
                f"{known(COMPARED, str(self.compared))}"
            )
        if self.groups not in GROUPS:
            raise ProjectError(
                f"The matrix has no groups {self.groups!r}. "
                f"{known(GROUPS, str(self.groups))}"
            )

    def but(self, **changes: Any) -> "Inquiry":
        """Give a copy with some fields changed."""
        return replace(self, **changes)


@dataclass(frozen=True)
class Choice:
    """Acts chosen in a view: their places among all acts, and what they are called.

    >>> Choice((3, 4), "media acts of June").what
    'media acts of June'
    """

    rows: tuple[int, ...] = ()
    what: str = ""
