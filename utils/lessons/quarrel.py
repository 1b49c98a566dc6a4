"""A quarrel of eight acts, invented for the course, to be counted by hand."""

import pandas as pd

from utils.about import About
from utils.lessons.shelf import material
from utils.tables.dates import read_dates

SIDES = {"ALT": "Altania", "BES": "Bestovia"}


def small_quarrel() -> pd.DataFrame:
    """Give the eight acts of the small quarrel, ready to be measured.

    Altania and Bestovia, and all that they do here, are invented. Gives `act` (a
    letter), `date` as the record writes it, `direction`, `what` (a sentence),
    `weight` (of nobody's scale: whole numbers, easy to halve), and `earliest` and
    `latest`, the days between which the act began.

    >>> small_quarrel()[["act", "date", "weight"]].tail(2).values.tolist()
    [['g', '2021-03-11', -4.0], ['h', '2021-03-21', 3.0]]
    """
    rows = material("small_quarrel")
    days = read_dates(rows["date"])[["earliest", "latest"]]
    return rows.assign(weight=rows["weight"].astype("float64")).join(days)


def about_quarrel() -> About:
    """Say what a chart needs to know about the small quarrel.

    >>> about_quarrel().side_names
    ('Altania', 'Bestovia')
    """
    return About(
        "A small quarrel, invented for the course",
        sides=tuple(SIDES),
        side_names=tuple(SIDES.values()),
        n_actions=len(material("small_quarrel")),
        scale="whole numbers, invented",
        unit="invented act",
    )
