import numpy as np
import pandas as pd
import pytest

from utils import select
from utils.errors import SelectionError
from utils.selection import NOTHING
from utils.selection.conditions import in_use, masks


def chosen(acts, **wanted):
    return list(select(**wanted).apply(acts)["action_id"])


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"actors": "A"}, ["a1", "a2"]),
        ({"actors": "A_GOV"}, ["a1", "a2"]),
        ({"actors": "A_GOV_MFA"}, ["a1"]),
        ({"actors": "A_GOV/"}, ["a2"]),
        ({"actors": ["B/", "A_GOV_MFA/"]}, ["a1", "a3", "a5"]),
        ({"actors": ["A_GOV_MFA", "B_DUMA"]}, ["a1", "a4"]),
        ({"targets": "B"}, ["a1", "a2"]),
        ({"targets": "B_DUMA"}, ["a2"]),
        ({"directions": "B>A"}, ["a3", "a4"]),
        ({"directions": "B--C"}, ["a5"]),
        ({"types": ["cultural", "judicial"]}, ["a2", "a4"]),
        ({"forms": "accuse"}, ["a1", "a3"]),
        ({"tones": "warm"}, ["a4", "a5"]),
        ({"certainty": "said"}, ["a2", "a5"]),
        ({"sides": "free_b"}, ["a2", "a4"]),
        ({"sides": ["state_a", "state_b"]}, ["a1", "a2", "a3"]),
        ({"only_sides": "free_b"}, ["a4"]),
        ({"only_sides": ["state_a", "free_b"]}, ["a1", "a2", "a4"]),
        ({"types": "military"}, []),
        ({"types": NOTHING}, []),
        ({"types": "media", "actors": "B"}, ["a3", "a5"]),
    ],
    ids=str,
)
def test_a_condition_keeps_the_acts_that_meet_it(acts, wanted, found):
    assert chosen(acts, **wanted) == found


@pytest.mark.parametrize("name", ["sides", "only_sides"])
def test_a_side_that_only_contradicts_an_act_does_not_report_it(acts, name):
    assert acts["contradicted"].tolist() == [False, True, False, False, False]
    assert "a2" not in chosen(acts, **{name: "state_b"})


def test_an_act_that_no_side_reports_is_in_no_choice_of_sides(acts):
    every = ["state_a", "state_b", "free_b"]
    assert "a5" not in chosen(acts, sides=every)
    assert "a5" not in chosen(acts, only_sides=every)


def test_two_countries_whose_names_begin_alike_are_kept_apart(acts):
    paths = acts["actor_path"].cat.rename_categories({"B": "A_GOV2"})
    assert chosen(acts.assign(actor_path=paths), actors="A_GOV") == ["a1", "a2"]


@pytest.mark.parametrize(
    ("wanted", "possibly", "certainly"),
    [
        ({"since": "2025-02-28"}, ["a2", "a3", "a4", "a5"], ["a3", "a4", "a5"]),
        ({"since": "2025-03-01"}, ["a3", "a4", "a5"], ["a4", "a5"]),
        ({"since": "2025-03-03"}, ["a5"], ["a5"]),
        ({"until": "2025-02-01"}, ["a1", "a2"], ["a1"]),
        ({"until": "2025-02-28"}, ["a1", "a2", "a3"], ["a1", "a2"]),
        ({"until": "2025-03-02"}, ["a1", "a2", "a3", "a4"], ["a1", "a2", "a3", "a4"]),
        ({"since": "2025-02", "until": "2025-02"}, ["a2", "a3"], ["a2"]),
        ({"since": "2025-02-05", "until": "2025-02-06"}, ["a2"], []),
    ],
    ids=str,
)
def test_a_window_is_in_a_period_possibly_or_certainly(
    acts, wanted, possibly, certainly
):
    assert chosen(acts, **wanted) == possibly
    assert chosen(acts, **wanted, dates="certainly") == certainly


def test_an_act_that_lasts_counts_by_its_first_day(acts):
    assert acts["lasted_days"][0] == 40
    assert "a1" in chosen(acts, until="2025-01-10", dates="certainly")
    assert "a1" not in chosen(acts, since="2025-01-11")


def test_an_act_without_a_day_is_in_no_period(acts):
    undated = acts.assign(earliest=pd.NaT, latest=pd.NaT)
    assert chosen(undated, since="1900") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("aliyev", ["a1"]),
        ("ELIYEV", ["a1"]),
        ("əliyev", ["a1"]),
        ("ilham", ["a1"]),
        ("İLHAM", ["a1"]),
        ("susa", ["a2"]),
        ("qirmizi", ["a1"]),
        ("QIRMIZI", ["a1"]),
        ("baki", ["a1"]),
        ("иод", ["a3"]),
        ("СОВЕТ", ["a3"]),
        ("duma", ["a2", "a4"]),
        ("celand", ["a5"]),
        ("mehkeme", ["a2"]),
        ("ДУМА", ["a2", "a4"]),
        ("a.*", []),
    ],
)
def test_text_is_found_whatever_its_case_and_accents(acts, text, found):
    assert chosen(acts, text=text) == found


def test_an_unknown_value_names_the_nearest_known_one(acts):
    with pytest.raises(SelectionError, match=r"types.*cultral.*mean 'cultural'"):
        chosen(acts, types=["cultral", "media"])


def test_a_value_of_no_act_is_known_by_its_category(acts):
    with pytest.raises(SelectionError, match="Known: cultural, judicial, media, milit"):
        chosen(acts, types="nonsense")


def test_an_institution_is_known_by_any_part_of_a_path(acts):
    with pytest.raises(SelectionError, match="Did you mean 'A_GOV_MFA'"):
        chosen(acts, actors="A_GOVMFA")


@pytest.mark.parametrize(
    ("wanted", "column"),
    [
        ({"types": "media"}, "type"),
        ({"since": "2025"}, "latest"),
        ({"until": "2025"}, "earliest"),
        ({"only_sides": "state_a"}, "sides"),
    ],
)
def test_a_missing_column_is_named(acts, wanted, column):
    with pytest.raises(SelectionError, match=f"no column {column},.*action_id"):
        chosen(acts.drop(columns=column), **wanted)


def test_text_needs_one_column_to_look_in(acts):
    assert chosen(acts[["action_id", "place"]], text="moskva") == ["a3"]
    with pytest.raises(SelectionError, match="none of summary"):
        chosen(acts[["action_id"]], text="moskva")


def test_plain_text_columns_serve_like_categoricals(acts):
    plain = acts.astype({"type": object, "sides": str, "actor_path": str})
    assert chosen(plain, types="media", sides="state_a", actors="A_GOV") == ["a1"]


def test_a_missing_value_meets_no_condition(acts):
    acts.loc[0, ["type", "place"]] = None
    assert chosen(acts, types="media") == ["a3", "a5"]
    assert chosen(acts, text="baki") == []


def test_masks_are_named_after_the_fields_that_set_them(acts):
    selection = select(only_sides="free_b", until="2025", text="a", dates="certainly")
    assert in_use(selection) == list(masks(selection, acts))
    assert in_use(selection) == ["only_sides", "period", "text"]


def test_a_mask_has_one_boolean_for_each_act(acts):
    mask = masks(select(types="media"), acts.set_index("form"))["types"]
    assert mask.dtype == np.bool_
    assert mask.tolist() == [True, False, True, False, True]
