"""What the third lesson asks: pieces of a question, and selections of the case."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from utils.errors import SelectionError
from utils.lessons.course.founding import acts, surveyed
from utils.selection import Selection

PIECES = {
    "way": "from Russia towards Azerbaijan",
    "field": "in the field of justice",
    "months": "between June and August",
    "sure": "confirmed, and not only said to have happened",
    "teller": "as Azerbaijani state media tell it",
    "cause": "because of the plane crash",
    "intent": "meant as an insult",
}
FILTERS = {
    "direction": "Direction",
    "type": "Type",
    "period": "Period",
    "certainty": "Certainty",
    "side": "Side of source",
    "none": "No filter can say it",
}
SAID_BY = {
    "way": "direction",
    "field": "type",
    "months": "period",
    "sure": "certainty",
    "teller": "side",
    "cause": "none",
    "intent": "none",
}
CHANGES = {
    "one_more_type": "Tick one more type beside the type that is ticked",
    "tone_as_well": "Keep the type, and ask for a tone as well",
    "shorter_period": "Make the period shorter",
    "certainly_in_it": "Ask for acts certainly in the period, not possibly",
    "any_direction": "Drop the filter on the direction",
}
DROPPED = {
    "drop_type": "the filter on the type",
    "drop_tone": "the filter on the tone",
    "drop_direction": "the filter on the direction",
    "drop_period": "the filter on the period",
}
SENTENCES = {
    "stopped": "The two countries stopped their cultural exchange in July.",
    "not_recorded": "For July, the record holds no cooperative cultural act.",
    "raids": "After the raids of June, nobody wanted cultural contact any more.",
    "press": "The press of both countries was silent about culture in July.",
}


def media_acts() -> int:
    """Count the media acts from Russia towards Azerbaijan in the surveyed period."""
    return len(acts(surveyed().but(types="media", directions="RUS>AZE")))


def courts() -> Selection:
    """Select what is asked for in the fourth exercise."""
    return surveyed().but(types="judicial", certainty="confirmed", directions="AZE>RUS")


def june() -> Selection:
    """Select the acts between the two sides that may lie in June 2025."""
    return surveyed().but(since="2025-06", until="2025-06")


def perhaps_in_june() -> int:
    """Count the acts that may lie in June 2025, but need not."""
    return len(acts(june())) - len(acts(june().but(dates="certainly")))


def puzzle() -> Selection:
    """Select the cooperative cultural acts of July 2025: there is none."""
    return surveyed().but(
        types="cultural", tones="cooperative", since="2025-07", until="2025-07"
    )


def ways_out() -> set[str]:
    """Name each filter of the puzzle without which there are acts again."""
    opened: dict[str, dict[str, Any]] = {
        "drop_type": {"types": ()},
        "drop_tone": {"tones": ()},
        "drop_direction": {"directions": ()},
        "drop_period": {"since": "", "until": ""},
    }
    return {key for key, open_ in opened.items() if kept_by(puzzle().but(**open_))}


def same_acts(one: Selection, other: Selection) -> bool:
    """Say whether two selections keep the same acts; one may name what is not there."""
    return kept_by(one) == kept_by(other)


@lru_cache(maxsize=100)
def kept_by(chosen: Selection) -> frozenset[str] | None:
    """Give the ids of the acts that a selection keeps; None if it cannot be applied."""
    try:
        return frozenset(acts(chosen)["action_id"])
    except SelectionError:
        return None


def keeps(**changes: Any) -> Callable[[Selection], bool]:
    """Tell a selection by what it changes in the one asked for in exercise four."""
    return lambda given: same_acts(given, courts().but(**changes))


def counts_as(**changes: Any) -> Callable[[float], bool]:
    """Tell a number of acts by what it changes in the question of exercise two."""
    asked: dict[str, Any] = {"types": "media", "directions": "RUS>AZE"}
    return lambda n: n == len(acts(surveyed().but(**(asked | changes))))
