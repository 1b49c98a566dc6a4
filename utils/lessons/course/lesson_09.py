"""Lesson 9: what programs that read the news make of them."""

from functools import cache

import pandas as pd

from utils import events
from utils.events import Events
from utils.events.against.matching import matched
from utils.lessons.course.codes_of_machines import ON_CODES
from utils.lessons.course.founding import case
from utils.lessons.exercise import Exercise, Slip
from utils.lessons.kinds import Number
from utils.lessons.shelf import material

NEAR_DAYS = 1


@cache
def _seen() -> Events:
    return events.read(case().folder.parent / "gdelt-sample" / "*.CSV")


@cache
def _rows() -> dict[str, int]:
    """Count the rows of the sample: all, those with two countries, each thing once."""
    lines = [it for file in _seen().files for it in file.read_text("utf-8").split("\n")]
    two, once = len(_seen().row_by_row().acts()), len(_seen().acts())
    return {"all": sum(map(bool, lines)), "two": two, "once": once}


@cache
def _pages() -> pd.DataFrame:
    """Give `size` and `nunique`, the rows and the kinds of rows, of each page."""
    told = _seen().row_by_row().case()
    backed = told.actions.merge(told.evidence, on="action_id").merge(
        told.sources, on="source_id"
    )
    what = backed["direction"].astype("str") + " " + backed["cameo"].astype("str")
    pages = what.groupby(backed["publisher"].astype("str")).agg(["size", "nunique"])
    return pages.sort_values("size", ascending=False)


@cache
def _each_way() -> set[int]:
    """Give the numbers of rows of either direction, with and without meetings."""
    counted = [_seen().row_by_row(), _seen()]
    daily = pd.concat([these.daily(by=["direction"]) for these in counted])
    return set(daily.loc[daily["direction"].isin(["AZE>IRN", "IRN>AZE"]), "n"])


@cache
def _matched(turned: bool = False) -> tuple[int, int]:
    """Count the acts that the machine saw, and the events that lie near an act.

    `turned` takes events of the other direction for the same.
    """
    acts, seen = (_dated(name, turned) for name in ("curated_acts", "machine_events"))
    found = matched(acts.rename(columns={"act": "action_id"}), seen, NEAR_DAYS)
    return int((found.cell >= 0).sum()), int(found.in_reach.sum())


def _dated(name: str, turned: bool) -> pd.DataFrame:
    table = material(name)
    days = pd.to_datetime(table["date"])
    way = "ALT--BES" if turned else table["direction"]
    return table.assign(
        key=table["root"], direction=way, earliest=days, latest=days, n=1
    )


def _share_seen() -> float:
    return _matched()[0] / len(material("curated_acts"))


def _near(share: float, other: float) -> bool:
    return abs(share - other) < 0.006


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "l09_1",
        asks="How many rows are left out, because a country is missing?",
        kind=Number("rows", least=0),
        right=lambda: _rows()["all"] - _rows()["two"],
        shows="Nobody can say between whom these rows lie. So they are counted apart.",
        hints=(
            "Read the report line by line. Which line speaks of a missing country?",
            "Look for the words 'Left out'. What stands after them?",
        ),
        slips=(
            Slip(
                lambda n: n == _rows()["all"],
                "That is how many rows were read.",
            ),
            Slip(
                lambda n: n == _rows()["once"],
                "That is how many rows are kept.",
            ),
            Slip(
                lambda n: n == _rows()["two"] - _rows()["once"],
                "These rows name both countries. They tell what another row tells.",
            ),
            Slip(
                lambda n: n == _rows()["two"],
                "That is how many rows name two countries. We ask for the others.",
            ),
        ),
    ),
    Exercise(
        "l09_2",
        asks="How many rows were coded from the page with most rows?",
        kind=Number("rows", least=0),
        right=lambda: int(_pages()["size"].iloc[0]),
        shows="One page made about half of all rows. A busy day may be one long text.",
        hints=(
            "Find the first row of the table. It has two numbers.",
            "The column size counts rows. The other one counts different rows.",
        ),
        slips=(
            Slip(
                lambda n: n == _pages()["nunique"].iloc[0],
                "That is how many of its rows differ in direction or code.",
            ),
            Slip(
                lambda n: n == len(_pages()),
                "That is how many publishers there are.",
            ),
            Slip(
                lambda n: n == _pages()["size"].sum(),
                "That is the sum over all pages.",
            ),
            Slip(
                lambda n: n in set(_pages()["size"].iloc[1:]),
                "That is another page. Which one has most?",
            ),
        ),
    ),
    Exercise(
        "l09_3",
        asks="How many meetings were told twice, once from each side?",
        kind=Number("meetings", least=0),
        right=lambda: _rows()["two"] - _rows()["once"],
        shows="Count each meeting once, and compare two directions only after that.",
        hints=(
            "Compare the two columns. Which direction is new in the second one?",
            "Each meeting leaves both directions, and stands in a line of its own.",
        ),
        slips=(
            Slip(
                lambda n: n == 2 * (_rows()["two"] - _rows()["once"]),
                "These are rows. Two rows tell of one meeting.",
            ),
            Slip(
                lambda n: n in _each_way(),
                "That is how many rows one direction has. We ask what moved out of it.",
            ),
            Slip(
                lambda n: n == 0,
                "Look at the line whose name has -- in the middle.",
            ),
        ),
    ),
    *ON_CODES,
    Exercise(
        "l09_6",
        asks="Which share of the curated acts did the machine see?",
        kind=Number("share", decimals=2, least=0, most=1),
        right=_share_seen,
        shows="That is the recall. It does not tell how many events stand for nothing.",
        hints=(
            "Go through the acts one by one, and tick those that have an event. Then "
            "divide the ticks by the number of acts.",
            "Direction and root must both be the same. The days may lie one apart.",
        ),
        slips=(
            Slip(
                lambda share: _near(
                    share, _matched(turned=True)[0] / len(material("curated_acts"))
                ),
                "One match does not fit. Compare direction and days once more.",
            ),
            Slip(
                lambda share: _near(
                    share, _matched()[1] / len(material("machine_events"))
                ),
                "You counted events. Count acts, and divide by the number of acts.",
            ),
            Slip(
                lambda share: _near(
                    share, _matched()[0] / len(material("machine_events"))
                ),
                "Divide by the number of acts, not of events. That would be precision.",
            ),
            Slip(
                lambda share: _near(share, 1 - _share_seen()),
                "That is the share that the machine missed.",
            ),
        ),
    ),
)
