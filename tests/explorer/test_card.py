import pytest

from utils.errors import SelectionError
from utils.explorer.act_card import ActCard
from utils.explorer.card import card
from utils.explorer.stock import Stock


@pytest.fixture
def told(small_stock):
    return lambda action_id: card(small_stock, action_id)


@pytest.fixture
def fact(told):
    return lambda action_id, label: dict(told(action_id)["rows"]).get(label)


def test_the_title_is_the_summary(told):
    assert told("a3")["title"] == "It said no."


@pytest.mark.parametrize(
    ("action_id", "words"),
    [
        ("a1", "27 June 2025"),
        ("a3", "one day between 28 June 2025 and 2 July 2025"),
        ("a4", "29 June 2025 to 2 July 2025 (lasted 4 days)"),
        ("a5", "some day in August 2025"),
    ],
)
def test_the_date_is_said_in_words(fact, action_id, words):
    assert fact(action_id, "Date") == words


def test_codes_are_said_by_their_names(fact):
    labels = ("Actor", "Target", "Type", "Form", "Tone", "Certainty", "Place")
    assert [fact("a1", label) for label in labels] == [
        *("Police of Altania", "Bestovia", "law enforcement"),
        *("Detain", "conflictual", "confirmed", "Alt"),
    ]


def test_what_is_not_known_has_no_row(fact):
    assert fact("a3", "Place") is None


def test_the_weight_names_its_scale(fact):
    assert fact("a1", "Weight") == "-5 (Goldstein (ICEWS) code list 3746c729)"


def test_every_other_scale_of_the_case_has_its_weight(fact, small):
    said = fact("a1", "On other scales")
    others = [str(it) for it in small.scales.values() if it.name != "goldstein-icews"]
    assert others
    assert [part.split(" (", 1)[1][:-1] for part in said.split("; ")] == others
    assert "-1 (Signs" in said


def test_a_source_has_its_side_its_link_and_what_it_says(told):
    [source] = told("a3")["sources"]
    assert source == {
        "publisher": "The Courier",
        "supports": "yes",
        "title": "Six held",
        "published": "2025-06-27",
        "url": "https://example.org/1",
        "note": "",
        "side": "Western",
        "language": "en",
    }


def test_who_contradicts_comes_last_with_a_note(told):
    supports = [(s["supports"], s["note"]) for s in told("a1")["sources"]]
    assert supports == [("yes", ""), ("contradicts", "Says four.")]


def test_triggers_and_replies_are_told_apart(told):
    kinds = [(one["kind"], one["id"]) for one in told("a2")["related"]]
    assert kinds == [("answers", "a1"), ("answered by", "a3")]


def test_a_linked_act_is_named_by_its_date_and_summary(told):
    assert told("a2")["related"][0]["label"] == "2025-06-27: Six held."


def test_an_act_that_answers_two_names_both(told):
    assert [one["id"] for one in told("a3")["related"]] == ["a1", "a2"]


def test_a_trigger_that_was_never_read_is_not_offered(case):
    parted = case.without("azerbaijani", by="group")
    stock = Stock(parted, parted.scales["signs"])
    known = set(parted.actions["action_id"])
    triggers = parted.actions["in_response_to"].str.split(";").explode()
    gone = triggers[(triggers != "") & ~triggers.isin(known)]
    orphan = parted.actions.loc[gone.index[0], "action_id"]
    assert {one["id"] for one in card(stock, orphan)["related"]} <= known


def test_an_unknown_act_is_refused(told):
    with pytest.raises(SelectionError, match="no act 'a7'"):
        told("a7")


def test_every_act_that_we_ship_fits_its_card(case, stock):
    widget = ActCard()
    for action_id in case.actions["action_id"]:
        widget.act = card(stock, action_id)
        assert widget.act["title"]
        assert widget.act["sources"]
