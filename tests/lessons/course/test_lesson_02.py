"""Lesson 2: right answers are counted in the file itself, wrong ones written out."""

import pandas as pd
import pytest

from utils import load, select
from utils.lessons import exercises

ASKED = exercises(2)
SIGNS = {
    **{"turn": "whom", "lane": "what", "fill": "sure"},
    **{"place": "when", "thin": "when", "broad": "when"},
}
BORNE = ["crowd", "media", "empty"]


@pytest.fixture(scope="module")
def rows(repository):
    """Give the rows of the file, with their direction and the first day they name."""
    folder = repository / "data" / "azerbaijan-russia"
    rows = pd.read_csv(folder / "actions.csv", dtype="str", keep_default_na=False)
    actors = pd.read_csv(folder / "actors.csv", dtype="str", keep_default_na=False)
    country = actors.set_index("actor_id")["country"]
    ways = rows["actor_id"].map(country) + ">" + rows["target_id"].map(country)
    first = rows["date"].str.strip("[]").str[:10]
    return rows.assign(direction=ways, first=first)


@pytest.fixture(scope="module")
def year(rows):
    """Give those whose first day lies in the surveyed days."""
    return rows[rows["first"].between("2024-12-25", "2025-12-31")]


def test_the_marks_that_point_up_in_the_lane_economic_are_counted(year):
    ways = year.query('type == "economic"')["direction"].value_counts()
    assert ways.to_dict() == {"AZE>RUS": 5, "RUS>AZE": 4}
    assert ASKED["l02_2"].judge(5).is_right


def test_one_humanitarian_act_of_the_close_up_points_up(rows):
    close = rows[rows["first"].between("2025-06-27", "2025-07-03")]
    found = close.query('type == "humanitarian" and direction == "AZE>RUS"')
    assert found["date"].tolist() == ["[2025-06-28..2025-06-29]"]
    assert ASKED["l02_4"].judge("[2025-06-28..2025-06-29]").is_right


def test_the_long_bar_is_one_act_that_lasted(year):
    long = year.query('type == "diplomatic" and date.str.contains("/")')
    assert "2025-02-24/2025-06-30" in set(long["date"])


def test_both_sides_act_on_the_first_day_of_the_close_up(rows):
    ways = set(rows[rows["date"] == "2025-06-27"]["direction"])
    assert ways == {"AZE>RUS", "RUS>AZE"}


def test_the_sentences_that_the_picture_bears_are_counted(year):
    ways = ["AZE>RUS", "RUS>AZE"]
    between = year[year["direction"].isin(ways)]
    police = between.query('type == "law_enforcement"')["first"]
    crowd = police.between("2025-06-20", "2025-07-10")
    media = between.query('type == "media"')["direction"].value_counts()
    military = between.query('type == "military" and certainty == "disputed"')
    assert crowd.mean() > 0.5
    assert media["AZE>RUS"] > media["RUS>AZE"]
    assert len(military) == 2


def test_the_guide_knows_how_many_acts_are_drawn(repository):
    guide = repository / "docs" / "teaching" / "guides" / "02-reading-a-timeline.md"
    case, ways = load("azerbaijan-russia"), ["AZE>RUS", "RUS>AZE"]
    periods = [("2024-12-25", "2025-12-31"), ("2025-06-27", "2025-07-03"), (None, None)]
    chosen = [select(directions=ways, since=a, until=b) for a, b in periods]
    n, n_close, n_all = (len(it.apply(case.actions)) for it in chosen)
    said = f"{n} acts are drawn in the first chart, {n_close} in the close-up"
    assert f"{said} and {n_all} in the last." in guide.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("l02_1", SIGNS),
        ("l02_3", "one_act"),
        ("l02_5", "open"),
        ("l02_6", "sampled"),
        ("l02_7", BORNE),
    ],
)
def test_a_right_answer_is_right(name, answer):
    assert ASKED[name].judge(answer).is_right


@pytest.mark.parametrize(
    ("name", "answer", "phrase"),
    [
        ("l02_1", SIGNS | {"thin": "sure"}, "certain while its day is not"),
        ("l02_1", SIGNS | {"fill": "when"}, "find these words below the title"),
        ("l02_1", SIGNS | {"turn": "sure"}, "Up is not good"),
        ("l02_1", SIGNS | {"broad": "what"}, "“broad bar”"),
        ("l02_1", SIGNS | {"lane": "whom"}, "names of the lanes, such as"),
        ("l02_2", 9, "all marks of the lane"),
        ("l02_2", 4, "missing at the left end"),
        ("l02_2", 12, "not in this lane"),
        ("l02_3", "unknown", "would be a thin bar"),
        ("l02_3", "each_day", "How many marks"),
        ("l02_3", "worse", "no mood"),
        ("l02_4", "2025-06-28", "One day alone"),
        ("l02_4", "2025-06-29", "Why the last day"),
        ("l02_4", "2025-06-28/2025-06-29", "A slash"),
        ("l02_4", "2025-06-30", "the other direction"),
        ("l02_5", "up", "mark of the other direction stands"),
        ("l02_5", "down", "Look at all lanes"),
        ("l02_5", "same_hour", "show hours"),
        ("l02_6", "calm", "years that nobody read"),
        ("l02_6", "press", "the press did write"),
        ("l02_6", "lost", "Nothing was taken out"),
        ("l02_7", [*BORNE, "cause"], "came after another"),
        ("l02_7", [*BORNE, "calm"], "No mark means"),
        ("l02_7", [*BORNE, "truth"], "Full is about the act"),
        ("l02_7", ["crowd"], "more of them can be counted"),
    ],
)
def test_a_wrong_answer_gets_the_hint_that_fits(name, answer, phrase):
    verdict = ASKED[name].judge(answer)
    assert (verdict.state, phrase in verdict.said) == ("not yet", True), verdict.said
