"""How a project is graded: points by criterion and level, as a table to read whole."""

from dataclasses import dataclass
from html import escape

import pandas as pd

from utils.lessons.shelf import material
from utils.told import Told

_LEFT = 'style="text-align: left"'


@dataclass(frozen=True)
class Rubric(Told):
    """A table of criteria; `table` has a column for each level, named by its points."""

    table: pd.DataFrame

    @property
    def most(self) -> int:
        """Give the points of a project that is at the highest level throughout."""
        return (len(self.table.columns) - 1) * len(self.table)

    def __str__(self) -> str:
        lines = (
            " ".join([f"{criterion}.", *(f"{p}: {text}" for p, text in row.items())])
            for criterion, row in self.table.iterrows()
        )
        return "\n".join([*lines, f"At most {self.most} points."])

    def _repr_html_(self) -> str:
        """Give a table whose cells are whole."""
        heads = ["criterion", *self.table.columns]
        head = "".join(f'<th scope="col" {_LEFT}>{escape(name)}</th>' for name in heads)
        rows = (
            f'<tr><th scope="row" {_LEFT}>{escape(str(criterion))}</th>'
            + "".join(f"<td {_LEFT}>{escape(text)}</td>" for text in row)
            + "</tr>"
            for criterion, row in self.table.iterrows()
        )
        return (
            f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
            f"<p>At most {self.most} points.</p>"
        )


def rubric() -> Rubric:
    """Give the rubric of the project of lesson 10.

    >>> rubric().most
    24
    """
    return Rubric(material("rubric").set_index("criterion"))
