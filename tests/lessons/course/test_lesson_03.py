"""Lesson 3: right answers are counted in the file itself, wrong ones written out."""

import pandas as pd
import pytest

from utils.lessons import exercises
from utils.selection import select

ASKED = exercises(3)
SORTED = {
    "way": "direction",
    "field": "type",
    "months": "period",
    "sure": "certainty",
    "teller": "side",
    "cause": "none",
    "intent": "none",
}
PERIOD = {"since": "2024-12-25", "until": "2025-12-31"}
COURTS = {"types": "judicial", "certainty": "confirmed", "directions": "AZE>RUS"}
EITHER_WAY = ["AZE>RUS", "RUS>AZE"]


@pytest.fixture(scope="module")
def rows(repository):
    """Give the rows of the file, with the country of who acts and of the target."""
    folder = repository / "data" / "azerbaijan-russia"
    rows = pd.read_csv(folder / "actions.csv", dtype="str", keep_default_na=False)
    actors = pd.read_csv(folder / "actors.csv", dtype="str", keep_default_na=False)
    country = actors.set_index("actor_id")["country"]
    ways = rows["actor_id"].map(country) + ">" + rows["target_id"].map(country)
    return rows.assign(direction=ways)


def test_the_media_acts_of_russia_are_counted_in_the_file(rows):
    asked = rows.query('type == "media" and direction == "RUS>AZE"')
    first = asked["date"].str.extract(r"(\d{4}-\d{2}(?:-\d{2})?)")[0]
    last = asked["date"].str.extract(r"(\d{4}-\d{2}(?:-\d{2})?)\]?$")[0]
    n = ((last >= PERIOD["since"]) & (first <= PERIOD["until"])).sum()
    assert ASKED["l03_2"].judge(int(n)).is_right


def test_what_may_lie_in_june_but_need_not_is_counted_in_the_file(rows):
    windows = rows[rows["direction"].isin(EITHER_WAY)]["date"].str.extract(
        r"\[(?P<since>[\d-]+)\.\.(?P<until>[\d-]+)\]"
    )
    reaches_in = (windows["since"] <= "2025-06-30") & (windows["until"] >= "2025-06-01")
    within = (windows["since"] >= "2025-06-01") & (windows["until"] <= "2025-06-30")
    assert ASKED["l03_6"].judge((reaches_in & ~within).sum()).is_right


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("l03_1", SORTED),
        ("l03_3", ["tone_as_well", "shorter_period", "certainly_in_it"]),
        ("l03_4", select(**COURTS, **PERIOD)),
        ("l03_4", select(**COURTS, since="2024-12-25", until="2025")),
        ("l03_5", ["drop_tone", "drop_period", "drop_type"]),
        ("l03_7", "not_recorded"),
    ],
)
def test_a_right_answer_passes(name, answer):
    assert ASKED[name].judge(answer).is_right


@pytest.mark.parametrize(
    ("name", "answer", "hint"),
    [
        ("l03_1", SORTED | {"cause": "period"}, "because of another"),
        ("l03_1", SORTED | {"teller": "direction"}, "not always who acted"),
        ("l03_1", SORTED | {"sure": "side"}, "Who tells of it is another"),
        ("l03_1", SORTED | {"intent": "type"}, "no column of the record"),
        ("l03_2", 32, "both directions"),
        ("l03_2", 19, "the other direction"),
        ("l03_2", 23, "all years"),
        ("l03_2", 131, "Read the line on top"),
        ("l03_3", ["one_more_type", "shorter_period"], "alternatives"),
        ("l03_3", ["any_direction", "shorter_period"], "stops nobody"),
        ("l03_3", ["shorter_period"], "reach beyond the period"),
        ("l03_4", select(**COURTS | {"certainty": ()}, **PERIOD), "only reported"),
        (
            "l03_4",
            select(**COURTS | {"directions": EITHER_WAY}, **PERIOD),
            "both directions",
        ),
        (
            "l03_4",
            select(**COURTS | {"directions": "RUS>AZE"}, **PERIOD),
            "the other direction",
        ),
        ("l03_4", select(**COURTS), "all years"),
        ("l03_4", select(types="judical"), "does not know one of these words"),
        ("l03_4", select(types="media", tones="neutral", text="zzz"), "No act fits"),
        ("l03_4", select(), "Four things"),
        ("l03_5", ["drop_direction", "drop_tone"], "Try it"),
        ("l03_5", ["drop_period"], "Others may help too"),
        ("l03_5", ["drop_type", "drop_period"], "not cooperative"),
        ("l03_6", 52, "possibly lie in June"),
        ("l03_6", 44, "for certain"),
        ("l03_6", 0, "must be uncertain"),
        ("l03_7", "stopped", "every concert"),
        ("l03_7", "raids", "no cause"),
        ("l03_7", "press", "Drop the filter on the tone"),
    ],
)
def test_a_wrong_answer_gets_the_hint_that_fits_it(name, answer, hint):
    verdict = ASKED[name].judge(answer)
    assert verdict.state == "not yet"
    assert hint in verdict.said
