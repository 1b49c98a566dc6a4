"""What the fourth lesson asks: counts and tension, of eight acts and of the case."""

from functools import lru_cache

import pandas as pd

from utils import measures
from utils.lessons.course.founding import acts, case, surveyed
from utils.lessons.quarrel import small_quarrel

DATED = {
    "a": "a: 2021-01-08",
    "b": "b: 2021-01-30/2021-02-02",
    "c": "c: 2021-02-11",
    "d": "d: 2021-02",
    "e": "e: [2021-02-26..2021-03-02]",
    "g": "g: 2021-03-11",
}
MONTHS = {
    "january": "January",
    "february": "February",
    "march": "March",
    "either": "One of two months: nobody can tell",
}
COMPARED = {
    "2025-02": "February",
    "2025-06": "June",
    "2025-07": "July",
    "2025-11": "November",
}
HIDDEN = {
    "one_week": "One week holds nearly half of the acts of June and July",
    "more_acts": "There are more acts in all when we count by week",
    "even": "The acts of July are spread evenly over its weeks",
    "heavier": "The acts of one week are heavier than those of the others",
}
TITLES = {
    "drove": "The higher curve shows which side drove the crisis to its peak in July",
    "worst": "Relations were at their worst on 2 July: the curve leaves no doubt",
    "recorded": "With a half-life of ten or thirty days, recorded tension is highest "
    "in early July",
    "raids": "The raids of June made tension explode, as the steep curve shows",
    "calm": "A calm spring with few acts, and then a storm that nobody expected",
}


def months_of_acts() -> dict[str, str]:
    """Name the month in which each act of the small quarrel began, if it is known."""
    days = small_quarrel().set_index("act").loc[list(DATED), ["earliest", "latest"]]
    first, last = (days[end].dt.month_name().str.lower() for end in days)
    return first.where(first == last, "either").to_dict()


def february_of_altania() -> float:
    """Give the expected number of acts from Altania towards Bestovia in February."""
    monthly = measures.counts(small_quarrel(), "month")
    asked = (monthly["date"] == "2021-02-01") & (monthly["direction"] == "ALT>BES")
    return float(monthly.loc[asked, "n"].iloc[0])


def left_of_eight(days: int, half_life_days: int = 10) -> float:
    """Give what is left of a weight of eight after so many days."""
    return float(8 * 2 ** (-days / half_life_days))


def bestovia_at_the_end() -> float:
    """Give the tension of Bestovia towards Altania on the day of its last act."""
    level = measures.tension(small_quarrel(), half_life_days=10)
    return float(level.loc[level["direction"] == "BES>ALT", "tension"].iloc[-1])


def led_for_certain() -> set[str]:
    """Name the months in which one direction is ahead whatever the dates were."""
    since, until = case().dense_period
    monthly = measures.counts(acts(surveyed()), "month", since=since, until=until)
    month = monthly["date"].dt.strftime("%Y-%m").rename("month")
    bounds = monthly.pivot_table(
        index=month, columns="direction", values=["least", "most"]
    )
    least, most = bounds["least"], bounds["most"]
    ahead = (least["AZE>RUS"] > most["RUS>AZE"]) | (least["RUS>AZE"] > most["AZE>RUS"])
    return {month for month in COMPARED if ahead[month]}


@lru_cache(maxsize=100)
def highest(half_life_days: float) -> pd.Series:
    """Give the highest tension of each direction in the surveyed period."""
    since, until = case().dense_period
    weighed = measures.weigh(acts(surveyed()), case().scales["goldstein-icews"])
    level = measures.tension(
        weighed, half_life_days=half_life_days, since=since, until=until
    )
    return measures.peaks(level).set_index("direction")["tension"]


def turns_the_lead(half_life_days: float) -> bool:
    """Say whether another direction is highest than with thirty days."""
    return highest(half_life_days).idxmax() != highest(30).idxmax()
