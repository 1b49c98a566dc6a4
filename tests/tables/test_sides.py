import pytest

from utils.errors import SelectionError
from utils.selection import select


def ids(frames):
    return {name: "".join(frame["action_id"]) for name, frame in frames.items()}


def test_each_group_that_has_sources_is_left_out_once(load_small):
    assert ids(load_small().left_out()) == {
        "all sources": "a1a2a3a4a5",
        "without Russian independent sources": "a1a2a4a5",
        "without Other sources": "a3a5",
    }


def test_single_sides_are_left_out_on_demand(load_small):
    frames = load_small().left_out(by="side")
    assert list(frames) == [
        "all sources",
        "without Russian, independent sources",
        "without Turkish sources",
        "without Western sources",
        "without Other countries sources",
    ]
    assert "".join(frames["without Turkish sources"]["action_id"]) == "a1a2a3a5"


def test_the_selection_holds_for_each_of_them(load_small):
    frames = load_small().left_out(select(types=["media"]))
    assert list(ids(frames).values()) == ["a3", "", "a3"]


def test_what_is_left_knows_its_sources_anew(load_small):
    frames = load_small().left_out()
    assert frames["all sources"]["n_sources"].tolist() == [2, 1, 1, 1, 3]
    assert frames["without Russian independent sources"]["n_sources"].tolist() == [
        *(2, 1, 1, 2)
    ]


def test_sources_are_left_out_by_side_or_by_group_only(load_small):
    with pytest.raises(SelectionError, match="by side or by group, not by 'type'"):
        load_small().left_out(by="type")
