from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from utils.charts import reply_arcs
from utils.charts.reply_arcs.reply_arcs import MOST_ARCS
from utils.errors import ChartError

OTHERS, FOLLOWED, FIRST, SECOND = 2, 3, 4, 5
ACTS = {"others": 6, "A": 7, "B": 8}


@pytest.fixture
def pairs():
    """Make pairs from (trigger, reply, kind); an end is (id, day or window, way)."""

    def make(*rows):
        found = [
            {"kind": kind, **_end("trigger", *trigger), **_end("reply", *reply)}
            for trigger, reply, kind in rows
        ]
        columns = {"kind", *_end("trigger", "", "", ""), *_end("reply", "", "", "")}
        frame = pd.DataFrame(found, columns=None if found else sorted(columns))
        ends = [f"{end}_{e}" for end in ("trigger", "reply") for e in BOTH]
        return frame.assign(**{end: pd.to_datetime(frame[end]) for end in ends})

    return make


BOTH = ("earliest", "latest")


def _end(name, act_id, days, way):
    first, _, last = days.partition("/")
    values = {"id": act_id, "earliest": first, "latest": last or first}
    return {f"{name}_{key}": v for key, v in {**values, "direction": way}.items()}


@pytest.fixture
def answered(pairs):
    """Let B answer an act of A after two days."""
    trigger, reply = ("a", "2025-06-29", "A>B"), ("b", "2025-07-01", "B>A")
    return pairs((trigger, reply, "answer"))


def points(figure, lane):
    trace = figure.data[ACTS[lane]]
    return dict(zip(map(str, trace.x), trace.y, strict=True))


def test_an_answer_is_an_arc_from_the_day_of_the_act_to_that_of_the_reply(
    answered, about
):
    arc = reply_arcs(answered, about=about).data[SECOND]
    assert list(arc.x) == ["2025-06-29"] * 2 + ["2025-07-01"] * 2 + [None]
    assert arc.y[0] > 0 > arc.y[3]
    assert np.isnan(arc.y[4])


def test_an_arc_begins_and_ends_at_its_acts(answered, about):
    figure = reply_arcs(answered, about=about)
    arc = figure.data[SECOND]
    assert points(figure, "A") == {"2025-06-29": arc.y[0]}
    assert points(figure, "B") == {"2025-07-01": arc.y[3]}


def test_arcs_have_the_dash_of_the_side_that_answered(answered, about):
    data = reply_arcs(answered, about=about).data
    assert (data[FIRST].line.dash, data[SECOND].line.dash) == ("solid", "7px,3px")
    assert len(data[FIRST].x) == 0


def test_the_first_side_stands_above_with_another_mark(answered, about):
    data = reply_arcs(answered, about=about).data
    assert min(data[ACTS["A"]].y) > 0 > max(data[ACTS["B"]].y)
    assert list(data[ACTS["A"]].marker.symbol) != list(data[ACTS["B"]].marker.symbol)


def test_a_follow_up_stays_on_its_side(pairs, about):
    ends = ("a", "2025-06-29", "A>B"), ("b", "2025-07-01", "A>B")
    bow = reply_arcs(pairs((*ends, "follow-up")), about=about).data[FOLLOWED]
    assert np.nanmin(bow.y) > 0


def test_third_parties_are_grey_and_stand_between(pairs, about, head):
    ends = ("a", "2025-06-29", "A>B"), ("c", "2025-07-01", "C>B")
    figure = reply_arcs(pairs((*ends, "third party")), about=about)
    assert len(figure.data[OTHERS].x) == 5
    assert figure.data[ACTS["others"]].marker.color == "#767676"
    assert "third parties" in head(figure)[1]
    assert "acts of other countries" in head(figure)[1]


def test_an_act_in_several_pairs_is_drawn_once(pairs, about):
    trigger = ("a", "2025-06-29", "A>B")
    replies = [(i, "2025-07-01", "B>A") for i in ("b", "c")]
    figure = reply_arcs(pairs(*((trigger, r, "answer") for r in replies)), about=about)
    assert len(figure.data[ACTS["A"]].x) == 1
    assert len(figure.data[SECOND].x) == 10


def test_acts_of_one_day_stack_outward(pairs, about):
    trigger = ("a", "2025-06-29", "A>B")
    replies = [(i, "2025-07-01", "B>A") for i in ("b", "c")]
    figure = reply_arcs(pairs(*((trigger, r, "answer") for r in replies)), about=about)
    one, other = figure.data[ACTS["B"]].y
    assert other == one - 1


def test_an_uncertain_act_is_an_empty_mark_at_the_middle_of_its_window(pairs, about):
    ends = ("a", "2025-06-01/2025-06-05", "A>B"), ("b", "2025-07-01", "B>A")
    data = reply_arcs(pairs((*ends, "answer")), about=about).data
    assert list(data[ACTS["A"]].x) == ["2025-06-03"]
    assert data[ACTS["A"]].marker.symbol[0] >= 100 > data[ACTS["B"]].marker.symbol[0]
    assert "between 1 Jun 2025 and 5 Jun 2025" in data[ACTS["A"]].hovertext[0]


def test_pointing_at_an_act_tells_what_it_is_as_plain_text(answered, about):
    told = answered.assign(trigger_type="media", trigger_summary="A <b> note.")
    told = told.assign(reply_type="media", reply_summary="None.")
    (text,) = reply_arcs(told, about=about).data[ACTS["A"]].hovertext
    assert text == (
        "29 Jun 2025, A → B".replace(">", "&gt;")
        + "<br>Media<br>A &lt;b&gt; note.<br>replied to by 1"
    )


def test_the_title_counts_the_acts_that_were_answered(pairs, about, head):
    trigger = ("a", "2025-06-29", "A>B")
    rows = [(trigger, (i, "2025-07-01", "B>A"), "answer") for i in ("b", "c")]
    title, _ = head(reply_arcs(pairs(*rows), about=about))
    assert title == (
        "Recorded acts that the other side answered: 1 from A to B and 0 from B to A"
    )


@pytest.mark.parametrize("kind", [None, "follow-up"])
def test_without_answers_the_title_says_so(pairs, about, kind, head):
    ends = ("a", "2025-06-29", "A>B"), ("b", "2025-07-01", "A>B")
    rows = [(*ends, kind)] if kind else []
    title, _ = head(reply_arcs(pairs(*rows), about=about))
    assert title == "No recorded answer between the two sides in this selection"


def test_of_too_many_pairs_an_even_pick_is_drawn_and_said(pairs, about, head):
    days = pd.date_range("2020-01-01", periods=2 * MOST_ARCS).strftime("%Y-%m-%d")
    rows = [
        ((f"a{day}", day, "A>B"), (f"b{day}", day, "B>A"), "answer") for day in days
    ]
    figure = reply_arcs(pairs(*rows), about=about)
    title, said = head(figure)
    assert "400 of 800 pairs drawn, evenly along time" in said
    assert "800 from A to B" in title
    drawn = figure.data[ACTS["A"]].x
    assert (drawn[0], drawn[-1]) == (days[0], days[-1])


def test_traces_are_as_many_for_an_empty_frame(answered, pairs, about):
    one, other = (reply_arcs(f, about=about) for f in (answered, pairs()))
    assert len(one.data) == len(other.data) == 9


def test_the_order_of_the_pairs_does_not_matter(pairs, about):
    trigger = ("a", "2025-06-29", "A>B")
    rows = [(trigger, (i, f"2025-07-0{i}", "B>A"), "answer") for i in (1, 2, 3)]
    one, other = (reply_arcs(pairs(*r), about=about) for r in (rows, rows[::-1]))
    assert points(one, "B") == points(other, "B")


def test_the_frame_given_stays_as_it_was(answered, about):
    before = answered.copy()
    reply_arcs(answered, about=about)
    pd.testing.assert_frame_equal(answered, before)


def test_the_meta_holds_the_pairs(answered, about):
    rows = reply_arcs(answered, about=about).layout.meta["rows"]
    assert (rows["trigger_id"], rows["trigger_earliest"]) == (["a"], ["2025-06-29"])


def test_missing_columns_are_all_named(answered, about):
    with pytest.raises(ChartError, match="needs the columns kind, reply_id; "):
        reply_arcs(answered.drop(columns=["kind", "reply_id"]), about=about)


def test_without_two_sides_nothing_faces_anything(answered, about):
    with pytest.raises(ChartError, match="shows two sides facing each other"):
        reply_arcs(answered, about=replace(about, sides=()))
