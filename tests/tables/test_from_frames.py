import numpy as np
import pandas as pd
import pytest

from utils.errors import CaseError
from utils.selection import Selection, select
from utils.tables import case_of


def days(*texts):
    return pd.to_datetime(pd.Series(texts))


def acts(**changes):
    """Give two rows: three acts of accusing on one day, one of meeting on the next."""
    columns = {
        "action_id": ["x1", "x2"],
        "earliest": days("2025-06-29", "2025-06-30"),
        "latest": days("2025-06-29", "2025-07-02"),
        "actor_id": ["AAA", "BBB"],
        "target_id": ["BBB", "AAA"],
        "type": ["media", "diplomatic"],
        "form": ["accuse", "meet"],
        "cameo": ["112", "040"],
        "n": [3, 1],
    }
    return pd.DataFrame({**columns, **changes})


def actors(**changes):
    columns = {
        "actor_id": ["AAA", "BBB"],
        "name": ["Altania", "Bestovia"],
        "country": ["AAA", "BBB"],
        "role": "country",
        "parent_id": "",
    }
    return pd.DataFrame({**columns, **changes})


def made(frame=None, **more):
    tables = {"actions": acts() if frame is None else frame, "actors": actors()}
    return case_of(tables, sides=["BBB", "AAA"], **more)


def refused(**given):
    with pytest.raises(CaseError) as found:
        made(**given)
    return [str(fault) for fault in found.value.faults]


def test_a_case_needs_no_sources_no_evidence_and_no_landmarks():
    case = made()
    assert [len(frame) for frame in (case.sources, case.evidence, case.landmarks)] == [
        *(0, 0, 0)
    ]
    assert case.actions["n_sources"].tolist() == [0, 0]
    assert case.evidence_of("x1").empty
    assert case.replies_to("x1") == ()


def test_what_is_derived_from_files_is_derived_from_frames():
    found = made().actions
    assert found["direction"].tolist() == ["AAA>BBB", "BBB>AAA"]
    assert found["tone"].tolist() == ["conflictual", "cooperative"]
    assert found["date"].tolist() == ["2025-06-29", "[2025-06-30..2025-07-02]"]
    assert found["lasted_days"].tolist() == [1, 1]
    assert found["certainty"].isna().all()
    assert found["n"].tolist() == [3, 1]


def test_about_counts_acts_and_not_rows():
    case = made(acts(certainty=["disputed", "confirmed"], cameo=["", "040"]))
    about = case.about(Selection(), case.scales["goldstein-icews"])
    counted = (about.n_actions, about.n_disputed, about.n_without_weight)
    assert counted == (4, 3, 3)
    assert case.about(select(types=["diplomatic"])).n_actions == 1
    assert "4 acts" in repr(case)


def test_without_a_column_n_each_row_is_one_act():
    case = made(acts().drop(columns="n"))
    assert "n" not in case.actions
    assert case.about(Selection()).n_actions == 2


def test_days_and_written_dates_give_the_same_case():
    written = acts().drop(columns=["earliest", "latest"])
    dates = ["2025-06-29", "[2025-06-30..2025-07-02]"]
    pd.testing.assert_frame_equal(
        made(written.assign(date=dates)).actions, made().actions
    )


def test_a_direction_and_a_tone_that_come_along_are_kept():
    frame = acts(direction=["AAA--BBB", "AAA>BBB"], tone="neutral")
    found = made(frame).actions
    assert found["direction"].tolist() == ["AAA--BBB", "AAA>BBB"]
    assert found["tone"].tolist() == ["neutral"] * 2


def test_the_frames_may_bear_any_index_and_are_left_alone():
    frame = acts().set_index(pd.Index([7, 3]))
    before = frame.copy()
    assert made(frame).actions.index.tolist() == [0, 1]
    pd.testing.assert_frame_equal(frame, before)


def test_no_day_counts_as_surveyed_unless_it_is_said():
    assert made().dense_period == ("", "")
    given = made(dense_period=("2025-01-01", "2025-12-31"))
    assert given.dense_period == ("2025-01-01", "2025-12-31")


def test_the_checksum_changes_with_the_number_of_acts():
    assert made().checksum == made().checksum
    assert made().checksum != made(acts(n=[3, 2])).checksum
    assert made(checksum="abc").checksum == "abc"


def test_numbers_that_are_not_whole_are_named_by_line():
    assert refused(frame=acts(n=[0, 1.5])) == [
        "the frame actions, line 2, n: '0.0' is no number of acts; "
        "give a whole number from 1.",
        "the frame actions, line 3, n: '1.5' is no number of acts; "
        "give a whole number from 1.",
    ]


def test_every_fault_is_told_at_once():
    frame = acts(type=["media", "sport"], actor_id=["AAA", "CCC"], N=1, cameo=[112, 40])
    said = "\n".join(refused(frame=frame.drop(columns="form")))
    assert "line 3, type: 'sport' is not in the codebook" in said
    assert "line 3, actor_id: 'CCC' is not in the frame actors" in said
    assert "'N' is no column of this table" in said
    assert "cameo: '112' is no text" in said
    assert "form: is a missing column" in said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"latest": days("2025-06-01", "2025-07-02")}, "line 2, earliest"),
        ({"latest": days(None, "2025-07-02")}, "line 2, earliest"),
        ({"latest": ["2025-06-29", "2025-07-02"]}, "latest: 'str' are no days"),
        ({"action_id": "x1"}, "is the key of line 2 already"),
        ({"tone": "loud"}, "line 2, tone: 'loud' is not in the codebook"),
        ({"direction": ""}, "line 2, direction: is empty"),
        ({"lasted_days": 0}, "line 2, lasted_days: '0' is no number of days"),
    ],
)
def test_acts_that_cannot_be_are_refused(change, said):
    assert said in refused(frame=acts(**change))[0]


def test_many_faulty_rows_are_named_in_part_and_counted():
    frame = acts().loc[np.zeros(80, dtype=int)].assign(n=0)
    ids = [f"y{i}" for i in range(80)]
    said = refused(frame=frame.assign(action_id=ids))
    assert len(said) == 50
    assert "(so are 30 more)" in said[-1]


def test_acts_without_days_are_refused():
    said = refused(frame=acts().drop(columns="latest"))
    assert any("both earliest and latest" in fault for fault in said)


@pytest.mark.parametrize("sides", ["AAA", ["AAA"], ["AAA", "AAA"], ["AAA", "XYZ"]])
def test_sides_are_two_countries_of_actors(sides):
    tables = {"actions": acts(), "actors": actors()}
    with pytest.raises(CaseError, match="sides"):
        case_of(tables, sides=sides)


@pytest.mark.parametrize(
    "tables",
    [
        {"actors": actors()},
        {"actions": acts(), "actors": [1]},
        {"actions": acts(), "actors": actors(), "acts": acts()},
    ],
)
def test_tables_are_frames_of_a_case(tables):
    with pytest.raises(CaseError, match="frame"):
        case_of(tables, sides=["AAA", "BBB"])


def test_an_actor_above_itself_is_refused():
    tables = {"actions": acts(), "actors": actors(parent_id=["BBB", "AAA"])}
    with pytest.raises(CaseError, match="circle"):
        case_of(tables, sides=["AAA", "BBB"])


def test_evidence_that_is_given_counts():
    source = {"source_id": ["s"], "publisher": ["P"], "side": ["western"]}
    tables = {
        "actions": acts(),
        "actors": actors(),
        "sources": pd.DataFrame({**source, "title": ["T"], "language": ["en"]}),
        "evidence": pd.DataFrame(
            {"action_id": ["x1"], "source_id": ["s"], "supports": ["yes"]}
        ),
    }
    case = case_of(tables, sides=["AAA", "BBB"])
    assert case.actions["n_sources"].tolist() == [1, 0]
    assert case.about(Selection()).n_sources == 1


def test_a_case_that_was_loaded_can_be_made_again_of_its_frames(load_small):
    case = load_small()
    tables = {
        "actions": case.actions.drop(columns=["earliest", "latest", "direction"]),
        "actors": case.actors,
        "sources": case.sources,
        "evidence": case.evidence,
        "landmarks": case.landmarks,
    }
    found = case_of(tables, sides=case.sides, codebook=case.codebook)
    pd.testing.assert_frame_equal(found.actions, case.actions)
