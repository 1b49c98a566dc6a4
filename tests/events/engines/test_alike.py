"""Every engine gives the same, to the last row, of files with every trap."""

from collections import Counter
from dataclasses import replace
from functools import cache

import narwhals as nw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.events.engines.alike import QUESTIONS, answers
from utils import events
from utils.errors import EventsError
from utils.events.engines import lines, start
from utils.events.formats.format import Format


@pytest.fixture(scope="module")
def expected(exports):
    return answers(events.read(exports))


def test_every_question_has_an_answer_of_its_own(expected):
    assert len(set(expected.values())) == len(expected) == 2 * len(QUESTIONS)


@pytest.mark.parametrize("engine", ["polars", "pandas"])
def test_an_engine_gives_the_same_daily_frames(exports, expected, engine):
    assert answers(events.read(exports, engine=engine)) == expected


@pytest.mark.parametrize("engine", ["duckdb", "polars", "pandas"])
def test_what_an_engine_takes_for_rows_and_what_not_adds_up(exports, engine):
    read = events.read(exports, engine=engine)
    found = read.engine.unparsable(read.files, read.format)
    (n,) = read.engine.collected(read.every_line.select(n=nw.len()))["n"]
    lines = [file.read_bytes().splitlines() for file in read.files]
    assert n + len(found) == sum(bool(line) for each in lines for line in each)
    assert found["problem"].nunique() == 3


def test_an_unknown_engine_is_answered_with_those_there_are(exports):
    with pytest.raises(EventsError, match=r"'sparc'.*Did you mean 'spark'"):
        events.read(exports, engine="sparc")


def test_an_option_that_an_engine_has_not_is_named(exports):
    with pytest.raises(EventsError, match=r"duckdb .*'memory'"):
        events.read(exports, memory=3)


TABBED = Format("f", "F", ("a", "b", "c"), "cameo", {})
QUOTED = replace(TABBED, separator=",", quoted=True)
PARTS = [b"1", b"", b"x y", "ı".encode(), b"\xe9", b"\n", b"\n", b"\r\n", b"\r", b'"']


@cache
def started(engine):
    return start(engine)


@pytest.mark.parametrize("engine", ["duckdb", "polars", "pandas"])
@pytest.mark.parametrize("form", [TABBED, QUOTED], ids=["tabbed", "quoted"])
@given(parts=st.lists(st.sampled_from([*PARTS, *4 * [b"SEP"]]), max_size=40))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_engine_takes_the_same_lines_for_rows(
    tmp_path_factory, engine, form, parts
):
    file = tmp_path_factory.mktemp("drawn") / "file"
    text = b"1,2,3\n" + b"".join(parts)
    file.write_bytes(text.replace(b"SEP", b",").replace(b",", form.separator.encode()))
    expected = Counter(tuple(cells) for cells in lines.rows(file, form))
    working = started(engine)
    read = working.rows([file], form).with_columns(nw.all().fill_null(""))
    found = working.collected(read).itertuples(index=False, name=None)
    assert Counter(found) == expected
