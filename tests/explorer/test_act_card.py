import pytest
from traitlets import TraitError

from utils.explorer.act_card import ActCard


def test_a_fresh_card_shows_no_act():
    card = ActCard()
    assert (card.act, card.position, card.total) == ({}, 0, 0)


@pytest.mark.parametrize(
    ("act", "message"),
    [
        ({"headline": "A note"}, "An act has no 'headline'; it may have title"),
        ({"sources": [{"link": "x"}]}, "A source has no 'link'; it may have publisher"),
        ({"related": [{"name": "x"}]}, "A related act has no 'name'; it may have id"),
    ],
    ids=["act", "source", "related"],
)
def test_a_key_that_the_card_would_not_show_is_refused(act, message):
    with pytest.raises(TraitError, match=message):
        ActCard(act=act)


def test_a_row_is_a_pair_of_label_and_value():
    with pytest.raises(TraitError, match="pair of label and value"):
        ActCard(act={"title": "A note", "rows": [["date"]]})
