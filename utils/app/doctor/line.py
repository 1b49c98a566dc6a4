"""What was looked at, what was found, and what would mend it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One thing that was looked at.

    `ok` is True, False, or None where it cannot be known here; `mend` is what would
    mend it, or "".

    >>> Line("Python", "3.12.1").mark, Line("pandas", "2.2.0", ok=False).mark
    ('ok', 'MEND')
    """

    what: str
    found: str
    ok: bool | None = True
    mend: str = ""

    @property
    def mark(self) -> str:
        """Say in a word how it stands."""
        return {True: "ok", False: "MEND", None: "open"}[self.ok]

    def __str__(self) -> str:
        remedy = f" {self.mend}" if self.mend else ""
        return f"{self.mark}: {self.what}: {self.found}.{remedy}"
