"""What lesson 6 asks for, worked out from the record and from its small table."""

from functools import cache
from math import ceil

import pandas as pd

from utils import measures
from utils.lessons.course.founding import acts, case, surveyed
from utils.lessons.lots import HIGHEST, deal
from utils.lessons.shelf import material

WITHIN_DAYS = 7
LAST_DAY = 31
LINKS = {
    "summons": "Altania calls in the ambassador of Bestovia because of the search.",
    "second": "The same officers search a second office, as part of the same case.",
    "film": "Two days later Altania calls off a film week. No source gives a reason.",
    "third": "A third country asks both sides to talk about the search.",
    "defence": "A minister of Bestovia defends the search on television.",
    "harvest": "On the same evening the president of Altania speaks about the harvest.",
}
KINDS = {
    "answer": "Answer",
    "follow_up": "Follow-up",
    "third_party": "Third party",
    "no_link": "No link",
}
LINKED = {
    "summons": "answer",
    "second": "follow_up",
    "film": "no_link",
    "third": "third_party",
    "defence": "follow_up",
    "harvest": "no_link",
}
TYPES = {
    "cultural": "Cultural",
    "diplomatic": "Diplomatic",
    "humanitarian": "Humanitarian",
    "judicial": "Judicial",
    "law_enforcement": "Law enforcement",
    "media": "Media",
    "military": "Military",
    "parliamentary": "Parliamentary",
}
RATES = {
    "a": "Azerbaijan answered about a quarter of the acts of Russia within a week.",
    "b": "Russia answers more than Azerbaijan does, because its share is higher.",
    "c": "More recorded acts of Azerbaijan than of Russia found an answer, but chance "
    "could do that.",
    "d": "The other side did not care about most acts, since they have no answer.",
}
DAYS = {
    "a": "Each side answers the other within a day or two: marks there are filled.",
    "b": "One side acts first, and the other follows a day later, again and again.",
    "c": "Nobody answered anybody: it was chance from beginning to end.",
    "d": "Both sides were often busy on the same days; days do not tell who answered.",
}


@cache
def pairs() -> pd.DataFrame:
    """Give the pairs of trigger and reply in the surveyed period."""
    return measures.reply_pairs(acts(surveyed()))


@cache
def in_kind() -> pd.DataFrame:
    """Give the share of answers in kind for each type, beside that by lot."""
    found = measures.in_kind(pairs())
    return found[found["trigger_type"] != "all types"].set_index("trigger_type")


def beyond_lot() -> list[str]:
    """Give the types whose share in kind lies above all that lots usually give."""
    found = in_kind()
    return found.index[found["share"] > found["expected_high"]].tolist()


def share_by_hand(*, watched: bool = True, within: int = WITHIN_DAYS) -> float:
    """Give the share answered within some days in the table `reply_days`."""
    table = material("reply_days").apply(pd.to_numeric, errors="coerce")
    if watched:
        table = table[table["day"] + WITHIN_DAYS <= LAST_DAY]
    return float((table["answered_on_day"] - table["day"] <= within).mean())


def missing() -> tuple[int, float, float]:
    """Give the missing answers that level the shares, and both rows of the rates.

    First the whole number of acts, then how many would be answered in all, and how
    many fewer acts were answered than in the other direction.
    """
    until = case().dense_period[1]
    rates = measures.reply_rate(acts(surveyed()), WITHIN_DAYS, until=until)
    low, high = rates.sort_values("share").to_dict("records")
    needed = high["share"] * low["n"]
    apart = high["n_expected"] - low["n_expected"]
    return ceil(needed - low["n_expected"]), needed, apart


def is_deal(answer: dict[str, float]) -> bool:
    """Say whether so many pairs come out of the lot of that number."""
    number = answer["number"]
    in_range = number.is_integer() and 0 <= number <= HIGHEST
    return in_range and answer["pairs"] == dealt(int(number))


def dealt(number: int) -> int:
    """Count the pairs of one type in the lot of a number."""
    return int(deal(pairs(), number)["same_type"].sum())


def recorded() -> int:
    """Count the answers of the same type as their trigger, as they were recorded."""
    return int(in_kind()["n_in_kind"].sum())


def above_expected() -> list[str]:
    """Give the types whose share in kind lies above the middle of the lots."""
    found = in_kind()
    return found.index[found["share"] > found["expected"]].tolist()


def near(value: float, other: float, within: float = 0.006) -> bool:
    """Say whether two numbers are less apart than that."""
    return abs(value - other) < within
