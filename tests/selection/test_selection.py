import pickle
import subprocess
import sys
from dataclasses import FrozenInstanceError
from types import SimpleNamespace

import pytest

from utils import Selection, select
from utils.errors import SelectionError
from utils.selection import NOTHING

HOSTILE = [
    "a \"b\" 'c'",
    "back\\slash \\n \\",
    "two\nlines\r\ttab\0",
    "İı ə Ş йод 🙂 \u2028 \ufeff",
    '""") or exit(1) #',
    "{x} %s %41 & = ; + ?",
]


@pytest.mark.parametrize("name", ["actors", "types", "only_sides"])
def test_a_single_text_stands_for_a_list_of_one(name):
    assert select(**{name: "media"}) == select(**{name: ["media"]})


def test_order_and_repetition_make_no_difference():
    one, other = select(types=["b", "a", "b"]), select(types=("a", "b"))
    assert one == other
    assert hash(one) == hash(other)


def test_any_iterable_makes_a_list():
    assert select(types=(t for t in "ab")).types == {"a", "b"}


def test_different_selections_are_different_keys():
    assert len({select(), select(text="a"), select(types="a"), select(forms="a")}) == 4


def test_months_and_years_bound_a_period():
    chosen = select(since="2024", until="2024-02")
    assert (chosen.since, chosen.until) == ("2024-01-01", "2024-02-29")


def test_a_period_may_be_one_day():
    assert select(since="2025-06-29", until="2025-06-29").since == "2025-06-29"


def test_a_selection_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        select().text = "a"


def test_but_gives_a_changed_copy_and_leaves_the_first_alone():
    first = select(types="media", since="2025")
    assert first.but(types=[], text="a") == select(since="2025", text="a")
    assert first == select(types="media", since="2025")


def test_reversed_swaps_actors_targets_and_directions():
    chosen = select(actors="A_GOV", targets="B", directions=["A>B", "A--B"], text="a")
    assert chosen.reversed() == select(
        actors="B", targets="A_GOV", directions=["B>A", "A--B"], text="a"
    )


def test_within_takes_the_period_of_a_span_and_leaves_all_else():
    june = SimpleNamespace(since="2025-06-01", until="2025-06-30")
    chosen = select(types="media", since="2024", until="2024", dates="certainly")
    assert chosen.within(june) == chosen.but(since="2025-06", until="2025-06")


def test_a_selection_is_a_span_itself():
    assert select(text="a").within(select(since="2025")) == select(
        text="a", since="2025"
    )


@pytest.mark.parametrize("span", ["2025-06", None, SimpleNamespace(since="2025")])
def test_what_has_no_two_ends_is_no_span(span):
    with pytest.raises(SelectionError, match=r"A span of time has since and until"):
        select().within(span)


def test_nothing_gives_way_to_any_other_value():
    assert select(types=[NOTHING, "media"]) == select(types="media")
    assert select(types=NOTHING).types == {NOTHING}


def test_nothing_may_stand_for_a_direction_and_be_reversed():
    chosen = select(directions=NOTHING, actors=NOTHING)
    assert chosen.reversed() == select(directions=NOTHING, targets=NOTHING)


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"type": "media"}, "no field type. Did you mean 'types'"),
        ({"types": None}, "types is a list of texts, not None"),
        ({"types": 3}, "types is a list of texts, not 3"),
        ({"types": ["media", 3]}, "types holds 3"),
        ({"types": [["media"]]}, r"types holds \['media'\]"),
        ({"types": [""]}, "types holds ''"),
        ({"types": b"media"}, "types holds 109"),
        ({"types": "\ud800"}, "types holds half a character"),
        ({"text": "\udfff"}, "text holds half a character"),
        ({"directions": "AZE"}, "'AZE' is not two countries; write AZE>RUS"),
        ({"directions": "AZE>"}, "not two countries"),
        ({"directions": "A>B>C"}, "not two countries"),
        ({"directions": "A-B"}, "not two countries"),
        ({"since": "2025-13"}, "'2025-13' is not a date"),
        ({"until": "soon"}, "'soon' is not a date"),
        ({"since": "2025-02", "until": "2025-01"}, "ends on 2025-01-31, before"),
        ({"dates": "maybe"}, "dates is 'maybe'; it is possibly or certainly"),
        ({"dates": None}, "dates is None"),
        ({"text": 3}, "text is 3"),
        ({"text": None}, "text is None"),
    ],
    ids=ascii,
)
def test_a_value_of_the_wrong_shape_is_refused(wanted, message):
    with pytest.raises(SelectionError, match=message):
        select(**wanted)
    with pytest.raises(SelectionError, match=message):
        select().but(**wanted)


@pytest.mark.parametrize("text", HOSTILE)
def test_code_makes_the_selection_again(text):
    chosen = select(text=text, actors=[text, "AZE"], since="2025", dates="certainly")
    assert eval(chosen.to_code(), {"select": select}) == chosen


@pytest.mark.parametrize("text", HOSTILE)
def test_code_is_one_line(text):
    assert len(select(text=text).to_code().splitlines()) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_a_query_reads_back(text):
    chosen = select(text=text, actors=[text, "AZE"], since="2025", dates="certainly")
    assert Selection.from_query(chosen.to_query()) == chosen


def test_code_names_only_the_fields_in_use():
    assert select().to_code() == "select()"
    assert select(dates="certainly").to_code() == 'select(dates="certainly")'


def test_code_and_query_have_one_order():
    chosen = select(text="a", until="2025", types=["b", "a"], actors="c")
    assert chosen.to_code() == (
        'select(actors=["c"], types=["a", "b"], until="2025-12-31", text="a")'
    )
    assert chosen.to_query() == "actors=c&types=a&types=b&until=2025-12-31&text=a"


def test_a_query_is_plain_ascii():
    assert select(text="Şuşa & co").to_query() == "text=%C5%9Eu%C5%9Fa+%26+co"


@pytest.mark.parametrize(
    ("query", "chosen"),
    [
        ("", select()),
        ("text=", select()),
        ("since=2025-01-01&since=2025-01-01", select(since="2025")),
        ("types=a&types=a", select(types="a")),
        ("text=%00", select(text="\0")),
        ("text=%zz", select(text="%zz")),
        ("since=2025", select(since="2025")),
    ],
)
def test_a_query_written_by_hand_is_read(query, chosen):
    assert Selection.from_query(query) == chosen


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("types", "'types' is not a query; write types=media"),
        ("text=%FF", "is not a query"),
        ("?types=media", "no field .types"),
        ("types=", "types holds ''"),
        ("since=2025&since=2024", "gives since twice"),
        ("text=a&text=", "gives text twice"),
        ("\0", "is not a query"),
        (b"types=media", "A query is a text, not b"),
        (3, "A query is a text, not 3"),
        ("x" * 1_000_000, "is not a query"),
        ("x=" * 100_000, "no field x"),
        ("text=\ud800", "half a character"),
    ],
    ids=lambda value: ascii(value)[:30],
)
def test_a_query_that_is_none_is_refused(query, message):
    with pytest.raises(SelectionError, match=message):
        Selection.from_query(query)


def test_a_long_query_is_not_repeated_in_full():
    with pytest.raises(SelectionError) as caught:
        Selection.from_query("x" * 1_000_000)
    assert len(str(caught.value)) < 200


def test_a_selection_survives_pickling():
    chosen = select(types="media", since="2025")
    assert pickle.loads(pickle.dumps(chosen)) == chosen


def test_making_a_selection_loads_neither_numpy_nor_pandas():
    code = (
        "import sys; from utils import select; select(types='a').to_query();"
        "print(sorted({'numpy', 'pandas'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert run.stdout.strip() == "[]", run.stderr
