"""Every view of cases with hardly any acts, or none that is like the others."""

from dataclasses import replace

import numpy as np
import pytest

from utils import explore
from utils.charts.timeline import MOST_MARKS
from utils.selection import NOTHING, Selection, select

CHARTS = ["timeline", "tension", "butterfly", "replies", "ladder", "matrix", "sources"]


@pytest.fixture
def cut(small):
    """Give the small case with some of its acts alone."""

    def find(*ids):
        acts = small.actions[small.actions["action_id"].isin(ids)]
        told = small.evidence[small.evidence["action_id"].isin(ids)]
        return replace(small, actions=acts.reset_index(drop=True), evidence=told)

    return find


def titles(desk):
    """Bring every view on top, choose an act in it, and give the titles."""
    found = {}
    for name in CHARTS:
        desk.state.ask(view=name)
        desk.state.choose(range(len(desk.case.actions)), "all of them")
        desk.state.choose()
        found[name] = desk.panels[name].chart.figure.layout.title.text
    return found


def test_a_case_of_one_act_is_drawn_in_every_view(cut):
    said = titles(explore(cut("a1"), Selection()))
    assert "One recorded act" in said["timeline"]
    assert "No recorded answer" in said["replies"]
    assert "1 of 1 recorded act" in said["matrix"]


def test_a_case_of_uncertain_dates_alone_is_drawn_in_every_view(cut):
    said = titles(explore(cut("a3", "a5"), Selection()))
    assert "2 recorded acts" in said["timeline"]


def test_a_case_of_one_side_at_home_says_that_nothing_is_between_the_sides(cut):
    said = titles(explore(cut("a6"), Selection()))
    assert "between" in said["butterfly"]
    assert "No recorded act" in said["ladder"]


def test_where_nothing_is_shown_every_view_says_so(small):
    said = titles(explore(small, select(types=[NOTHING])))
    assert all("No recorded" in title for title in said.values())


def test_a_view_comes_back_from_nothing(small):
    desk = explore(small, select(types=[NOTHING]))
    titles(desk)
    desk.selection = Selection()
    assert not any("No recorded" in title for title in titles(desk).values())


def test_acts_that_reply_before_their_trigger_leave_a_sentence_and_no_arc(small):
    acts = small.actions.assign(in_response_to=["a6", "", "", "", "", ""])
    desk = explore(replace(small, actions=acts), Selection(), view="replies")
    panel = desk.panels["replies"]
    assert "before" in panel.note.value
    assert panel.note.layout.display == ""


@pytest.fixture(scope="module")
def many(small):
    """Open a case of more acts than the timeline has marks, the last ones lightest."""
    n = MOST_MARKS + 2
    rows = small.actions.iloc[np.zeros(n, dtype=int)].reset_index(drop=True)
    ids = [f"m{i}" for i in range(n)]
    forms = ["173"] * MOST_MARKS + ["112"] * 2
    acts = rows.assign(action_id=ids, cameo=forms, in_response_to="")
    return explore(replace(small, actions=acts), Selection())


def test_a_chosen_act_too_light_for_a_mark_has_a_dotted_ring_and_a_sentence(many):
    panel = many.panels["timeline"]
    many.state.choose([0, MOST_MARKS, MOST_MARKS + 1], "three")
    ring = panel.chart.figure.data[-1]
    assert sorted(ring.marker.symbol) == [100, 300, 300]
    assert panel.note.value == (
        "2 chosen acts are too light to have a mark here: a dotted ring in the middle "
        "of the lane shows the day."
    )
    many.state.choose([0])
    assert (panel.note.value, panel.note.layout.display) == ("", "none")


def test_many_acts_are_drawn_heaviest_first_and_the_subtitle_says_so(many):
    said = many.panels["timeline"].chart.figure.layout.title.text
    assert "450 of 452 drawn, heaviest first" in said.replace("<br>", " ")
