"""What goes into a deck: the records of its charts, and what they have in common."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from utils.charts.sheet.words import day, listed
from utils.exports.caption import citation

Record = Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Content:
    """The records of the charts of a deck, the title that was given, and the day.

    >>> about = {"dataset": "A quarrel", "version": "1.0.0", "licence": "CC0-1.0"}
    >>> chart = {"chart": "butterfly", "about": about}
    >>> deck = Content((chart, chart), "", date(2026, 1, 31))
    >>> deck.heading, deck.dated, list(deck.datasets.values())
    ('A quarrel', '31 Jan 2026', ['A quarrel, version 1.0.0, CC0-1.0'])
    """

    records: tuple[Record, ...]
    title: str
    today: date

    @property
    def several(self) -> bool:
        """Whether the deck has an opening and a close."""
        return len(self.records) > 1

    @property
    def datasets(self) -> dict[str, str]:
        """Each dataset once, by how it is cited: its name, version and licence."""
        found: dict[str, str] = {}
        for told in self.records:
            found.setdefault(citation(told), _edition(told["about"]))
        return found

    @property
    def heading(self) -> str:
        """The title that was given, or else what the one chart shows, or the data."""
        if self.title or not self.several:
            return self.title or str(self.records[0]["words"]["title"])
        return listed(
            list(dict.fromkeys(str(r["about"]["dataset"]) for r in self.records))
        )

    @property
    def kinds(self) -> list[str]:
        """The kinds of charts, each once."""
        return list(dict.fromkeys(r["chart"].replace("_", " ") for r in self.records))

    @property
    def dated(self) -> str:
        """The day in words."""
        return day(np.datetime64(self.today))

    def slides_of(self, cited: str) -> str:
        """Name the slides that rest on a dataset; the first chart is on slide 2."""
        rest = [i for i, r in enumerate(self.records, 2) if citation(r) == cited]
        starts = [i for i in rest if i - 1 not in rest]
        ends = [i for i in rest if i + 1 not in rest]
        runs = [
            "–".join(map(str, sorted({*run}))) for run in zip(starts, ends, strict=True)
        ]
        return f"Slide{'s' * (len(rest) > 1)} {listed(runs)}"


def _edition(about: Mapping[str, Any]) -> str:
    version = f"version {about['version']}" if about.get("version") else ""
    parts = about["dataset"], version, about.get("licence")
    return ", ".join(str(part) for part in parts if part)
