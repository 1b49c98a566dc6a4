import pandas as pd
import pytest

from utils.errors import MeasureError
from utils.measures.sources.vanishing import vanished, vanished_acts

WHOLE = pd.DataFrame(
    {
        "action_id": ["a", "b", "c"],
        "direction": pd.Categorical(["A>B", "B>A", "A>B"], ["B>A", "A>B"]),
        "type": ["media", "media", "military"],
    }
)
FRAMES = {"all sources": WHOLE, "without North": WHOLE[1:], "without South": WHOLE}


def test_what_is_gone_is_counted_for_each_frame_and_direction():
    found = vanished(FRAMES)[["without", "direction", "n_before", "n_after", "n_gone"]]
    assert found.values.tolist() == [
        ["without North", "B>A", 1, 1, 0],
        ["without North", "A>B", 2, 1, 1],
        ["without South", "B>A", 1, 1, 0],
        ["without South", "A>B", 2, 2, 0],
    ]


def test_without_a_column_the_whole_is_counted():
    found = vanished(FRAMES, [])
    assert found["n_gone"].tolist() == [1, 0]
    assert found["said"].iloc[0].startswith("1 of 3 acts are gone without North: 33 %")


def test_a_share_that_is_gone_has_its_exact_interval():
    found = vanished(FRAMES, [])
    assert found["low"].iloc[0] == pytest.approx(1 - 0.975 ** (1 / 3))
    assert found["high"].iloc[1] == pytest.approx(1 - 0.025 ** (1 / 3))


def test_the_acts_that_are_gone_are_listed():
    found = vanished_acts(FRAMES)
    assert found[["without", "action_id"]].values.tolist() == [["without North", "a"]]


def test_a_frame_that_lost_everything_is_counted_too():
    found = vanished({"all": WHOLE, "without all": WHOLE[:0]}, ["type"])
    assert found["n_after"].tolist() == [0, 0]


@pytest.mark.parametrize(
    ("frames", "said"),
    [
        ({}, "needs two frames or more"),
        ({"all": WHOLE}, "needs two frames or more"),
        ({"all": WHOLE[:0], "less": WHOLE[:0]}, "there is none"),
        ({"all": WHOLE[1:], "more": WHOLE}, "more has 1 acts that the first frame l"),
        ({"all": WHOLE, "less": WHOLE[["type"]]}, "need the column action_id"),
    ],
)
def test_frames_that_are_no_parts_of_a_whole_are_refused(frames, said):
    with pytest.raises(MeasureError, match=said):
        vanished(frames)


def test_a_missing_column_is_named():
    with pytest.raises(MeasureError, match="no column colour"):
        vanished(FRAMES, ["colour"])


def test_what_vanishes_from_the_founding_case_is_what_no_other_group_supports(case):
    groups = case.codebook.sides["group"].unique()
    left = {f"without {g}": case.without(g, by="group").actions for g in groups}
    found = vanished({"all sources": case.actions} | left, [])
    told = case.evidence[case.evidence["supports"] != "contradicts"]
    group = told.merge(case.sources, on="source_id").merge(
        case.codebook.sides, on="side"
    )
    only = group.groupby("action_id")["group"].agg(lambda g: "+".join(sorted({*g})))
    expected = only.value_counts()
    assert found["n_gone"].tolist() == [int(expected[name]) for name in groups]
