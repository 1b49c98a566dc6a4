"""What holds for every format alike."""

import pandas as pd
import pytest
from event_rows import ANY, chosen, header, line, read

from utils import events
from utils.events.formats import EVENT, FORMATS
from utils.events.ontology import codes, shelf

FILES = [form for form in FORMATS.values() if form.name in ANY]
NAMES = [form.name for form in FILES]


@pytest.mark.parametrize("name", NAMES)
def test_every_engine_gives_the_same_events(tmp_path, name):
    own = FORMATS[name].columns[0]
    other = {"ccode": "371", "insidea": "0"} if name == "cow-mid" else {}
    rows = [{}, other, {own: "9"}, f"{own}\n", line(FORMATS[name], **other)]
    found = [
        chosen(read(tmp_path, name, *rows, engine=engine))
        for engine in ("duckdb", "polars", "pandas")
    ]
    assert len(found[0]) >= 2
    for each in found[1:]:
        pd.testing.assert_frame_equal(each, found[0], check_dtype=False)


@pytest.mark.parametrize("form", FILES, ids=NAMES)
def test_a_format_gives_no_column_that_events_have_not(form):
    assert {*form.event} <= {*EVENT}


@pytest.mark.parametrize("form", FILES, ids=NAMES)
def test_the_codes_of_a_format_are_words_of_its_codebook(form):
    book = shelf(form.ontology)
    assert [*book.faults()] == []
    words = book.codebook()
    table = codes(form.ontology)
    assert {*table["type"]} <= {*words.types["type"]}
    assert {*table["form"]} <= {*words.forms["form"]}
    assert {*table["tone"]} <= {*words.tones["tone"]}
    assert {*table["quad"]} <= {"1", "2", "3", "4", ""}
    assert not table["code"].duplicated().any()
    assert form.scale in book.scales()


@pytest.mark.parametrize("form", [form for form in FILES if form.header])
def test_a_header_alone_is_of_its_format_and_has_no_events(tmp_path, form):
    (tmp_path / "export").write_text(header(form))
    opened = events.read(tmp_path / "export", engine="polars")
    assert opened.format.name == form.name
    assert opened.report().frame()["rows"].sum() == 0


@pytest.mark.parametrize("name", NAMES)
def test_every_format_says_how_to_cite_it_and_under_what_terms(tmp_path, name):
    said = str(read(tmp_path, name, {}, {}).report())
    assert "Cite: " in said
    assert "Licence: " in said
