from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from scipy.stats import hypergeom

from utils.errors import MeasureError
from utils.measures.replies import in_kind


def pairs_of(*types, kind="answer", direction="B>A"):
    """Make pairs from (type of the trigger, type of the reply)."""
    frame = pd.DataFrame(list(types), columns=["trigger_type", "reply_type"])
    return frame.assign(kind=kind, reply_direction=direction)


def row(frame, name, **more):
    found = in_kind(frame, **more).set_index("trigger_type")
    return found.loc[name]


def test_answers_of_the_same_type_are_in_kind():
    found = row(pairs_of(("media", "media"), ("media", "cultural")), "media")
    assert (found["n"], found["n_in_kind"], found["share"]) == (2, 1, 0.5)


def test_the_interval_is_the_exact_one():
    found = row(pairs_of(("media", "media")), "media")
    assert (found["low"], found["high"]) == (pytest.approx(0.025), 1)


def test_the_first_row_takes_all_types_together():
    found = in_kind(pairs_of(("media", "media"), ("cultural", "media"))).iloc[0]
    assert (found["trigger_type"], found["n"], found["n_in_kind"]) == (
        "all types",
        2,
        1,
    )


def test_what_is_expected_is_the_mean_over_all_orders_of_the_replies():
    types = [("a", "a"), ("a", "a"), ("b", "b"), ("b", "c"), ("c", "a")]
    triggers, replies = zip(*types, strict=True)
    dealt = [
        np.mean([t == r for t, r in zip(triggers, order, strict=True)])
        for order in permutations(replies)
    ]
    found = row(pairs_of(*types), "all types", draws=20_000)
    assert found["expected"] == pytest.approx(np.mean(dealt))
    p = np.mean(np.array(dealt) >= found["share"] - 1e-9)
    assert found["p"] == pytest.approx(p, abs=0.01)


def test_for_one_type_the_draws_follow_the_hypergeometric_law():
    """Of 20 replies 10 are media; 8 of 10 triggers of media are answered so."""
    types = [("m", "m")] * 8 + [("m", "c")] * 2 + [("c", "m")] * 2 + [("c", "c")] * 8
    found = row(pairs_of(*types), "m", draws=20_000)
    assert found["p"] == pytest.approx(hypergeom(20, 10, 10).sf(7), abs=0.005)
    assert found["expected"] == 0.5
    assert (found["expected_low"], found["expected_high"]) == (0.3, 0.7)


def test_the_middle_of_the_draws_is_that_of_95_in_100():
    """Of 20 replies 7 are media: in 2.2 of 100 draws no trigger of media has one."""
    types = [("m", "m")] * 4 + [("m", "c")] * 3 + [("c", "m")] * 3 + [("c", "c")] * 10
    found = row(pairs_of(*types), "m", draws=20_000)
    assert hypergeom(20, 7, 7).cdf([0, 4]) == pytest.approx([0.0221, 0.9777], abs=1e-4)
    assert found["expected_low"] == pytest.approx(1 / 7)
    assert found["expected_high"] == pytest.approx(4 / 7)


def test_types_are_dealt_out_within_each_direction_only():
    """All of one direction are media, all of the other cultural: nothing to deal."""
    one = pairs_of(("media", "media"), ("media", "media"))
    other = pairs_of(("cultural", "cultural"), direction="A>B")
    found = row(pd.concat([one, other]), "all types")
    told = found[["share", "expected", "expected_low", "expected_high", "p"]]
    assert told.tolist() == [1, 1, 1, 1, 1]


def test_only_answers_count():
    more = pd.concat(
        [pairs_of(("a", "b")), pairs_of(("a", "a"), kind="follow-up")],
    )
    assert row(more, "a")["n_in_kind"] == 0


def test_types_keep_the_order_of_the_codebook():
    coded = pairs_of(("media", "media"), ("cultural", "media")).astype(
        {"trigger_type": pd.CategoricalDtype(["media", "military", "cultural"])}
    )
    assert in_kind(coded)["trigger_type"].tolist() == ["all types", "media", "cultural"]


def test_the_same_seed_gives_the_same_draws():
    pairs = pairs_of(*[("a", "a"), ("b", "c"), ("c", "b"), ("a", "b")] * 5)
    one, same = (in_kind(pairs, seed=0) for _ in range(2))
    assert one.equals(same)


def test_without_answers_there_is_no_share():
    with pytest.raises(MeasureError, match="there is no answer"):
        in_kind(pairs_of(("a", "a"), kind="third party"))


def test_no_draws_are_refused():
    with pytest.raises(MeasureError, match="draws is a whole number from 1, not 0"):
        in_kind(pairs_of(("a", "a")), draws=0)


def test_a_missing_column_is_named():
    with pytest.raises(MeasureError, match="column reply_type"):
        in_kind(pairs_of(("a", "a")).drop(columns="reply_type"))
