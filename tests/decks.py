"""Decks of a small quarrel between A and B, and what other programs read in them."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pandas as pd
from plotly.graph_objects import Figure
from pptx import Presentation
from pptx.slide import Slide

from utils.about import About
from utils.exports.slides import deck_of

TODAY = date(2026, 1, 31)
ABOUT = About(
    "A quarrel",
    version="1.2.0",
    checksum="0123456789abcdef",
    licence="CC-BY-4.0",
    citation="Somebody (2026). A quarrel. Version 1.2.0.",
    sides=("A", "B"),
    side_names=("Altania", "Bestovia"),
    landmarks=(("2025-02-10", "Note"), ("2025-03-20", "Summit")),
    selection="acts in spring",
    query="since=2025-01-01&until=2025-04-30",
    since="2025-01-01",
    until="2025-04-30",
    n_actions=9,
    n_sources=4,
)
MONTHS = pd.date_range("2025-01-01", "2025-04-01", freq="MS")
DAYS = pd.date_range("2025-01-01", "2025-04-30")


@dataclass(frozen=True)
class Deck:
    """A deck as bytes, and as python-pptx and a zip reader see it."""

    content: bytes

    @property
    def slides(self) -> list[Slide]:
        return list(Presentation(BytesIO(self.content)).slides)

    @property
    def presentation(self):
        return Presentation(BytesIO(self.content))

    @property
    def files(self) -> ZipFile:
        return ZipFile(BytesIO(self.content))


def counts(**columns: list[float]) -> pd.DataFrame:
    """Count acts each way in four months; A>B has a doubt in February."""
    rows = {
        "A>B": {"n": [1, 2.5, 0, 4], "least": [1, 2, 0, 4], "most": [1, 4, 0, 4]},
        "B>A": {"n": [3, 0, 1, 2], "least": [3, 0, 1, 2], "most": [3, 0, 1, 2]},
    }
    frames = [
        pd.DataFrame({"date": MONTHS, "direction": way, "per": "month", **numbers})
        for way, numbers in rows.items()
    ]
    return pd.concat(frames, ignore_index=True).assign(**columns)


def tension(ways: tuple[str, ...] = ("A>B", "B>A")) -> pd.DataFrame:
    """Let tension fall day by day, from 60 in the first direction, 120 in the next."""
    frames = [
        pd.DataFrame(
            {
                "date": DAYS,
                "direction": way,
                "tension": [60.0 * (i + 1) - day / 4 for day in range(len(DAYS))],
                "sd": [2.0 if i == 0 and day < 10 else 0.0 for day in range(len(DAYS))],
                "half_life_days": 30.0,
            }
        )
        for i, way in enumerate(ways)
    ]
    return pd.concat(frames, ignore_index=True)


def deck(*figures: Figure, **how: object) -> Deck:
    return Deck(deck_of(figures, today=TODAY, **how))


def chart_of(slide: Slide):
    """Find the native chart of a slide."""
    (found,) = [shape.chart for shape in slide.shapes if shape.has_chart]
    return found


def sheet_of(chart) -> dict[str, list[float | None]]:
    """Read the workbook behind a chart as columns by their headings."""
    book = ZipFile(BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    texts = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    strings = ["".join(text.itertext()) for text in texts]
    page = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    assert not list(page.iter(f"{space}f")), "a cell holds a formula"
    cells = {}
    for cell in page.iter(f"{space}c"):
        value = cell.find(f"{space}v").text
        shared = cell.get("t") == "s"
        cells[cell.get("r")] = strings[int(value)] if shared else float(value)
    rows = max(int(name[1:]) for name in cells)
    heads = [name[0] for name in cells if name[1:] == "1"]
    return {
        cells[f"{head}1"]: [cells.get(f"{head}{row}") for row in range(2, rows + 1)]
        for head in heads
    }
