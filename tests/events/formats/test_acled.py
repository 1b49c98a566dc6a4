"""What is odd in the exports of ACLED, and how it is taken. All rows are invented."""

import pytest
from event_rows import chosen, left_out, read, text

from utils import events
from utils.events.formats import FORMATS
from utils.selection import select


def test_an_event_has_no_direction(tmp_path):
    turned = {"actor1": "Military Forces of Armenia (2018-)"}
    turned["actor2"] = "Military Forces of Azerbaijan (2003-)"
    found = read(tmp_path, "acled", {}, turned)
    assert chosen(found)["direction"].tolist() == ["ARM--AZE", "ARM--AZE"]


def test_both_parties_of_an_event_are_found_as_actors(tmp_path):
    found = read(tmp_path, "acled", {})
    for country in ("ARM", "AZE"):
        assert len(chosen(found.within(select(actors=[country])))) == 1


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("28 December 2022", "2022-12-28"),
        ("2022-12-28", "2022-12-28"),
        ("1 May 2020", "2020-05-01"),
        ("29 February 2024", "2024-02-29"),
        ("29 February 2023", ""),
        ("28 Dezember 2022", ""),
        ("12/28/2022", ""),
    ],
)
def test_a_day_is_written_in_words_or_by_iso(tmp_path, written, day):
    found = read(tmp_path, "acled", {"event_date": written})
    assert chosen(found)["earliest"].tolist() == ([day] if day else [])


def test_an_event_known_to_the_month_may_lie_on_any_day_of_it(tmp_path):
    cells = {"event_date": "15 February 2024", "time_precision": "3"}
    found = chosen(read(tmp_path, "acled", cells))
    days = found[["earliest", "latest"]].to_numpy().tolist()
    assert days == [["2024-02-01", "2024-02-29"]]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Military Forces of Azerbaijan (2003-)", "AZE"),
        ("Police Forces of Russia (2000-) Prison Guards", "RUS"),
        ("Civilians (Georgia)", "GEO"),
        ("Government of the United States (2021-)", "USA"),
    ],
)
def test_the_country_of_a_party_stands_in_its_name(tmp_path, name, country):
    found = chosen(read(tmp_path, "acled", {"actor2": name}))
    assert {*found["direction"].iloc[0].split("--")} == {"AZE", country}


def test_a_party_of_no_country_and_no_party_at_all_are_counted(tmp_path):
    found = read(tmp_path, "acled", {}, {"actor2": ""}, {"actor2": "Unnamed Group"})
    assert left_out(found) == {"no country": 1, "unknown country": 1}


def test_notes_with_commas_quotes_and_line_feeds_are_one_cell(tmp_path):
    notes = 'On 28 December, "forces" clashed.\nNo deaths.'
    assert chosen(read(tmp_path, "acled", {"notes": notes}))["summary"][0] == notes


def test_the_kind_of_a_party_may_be_a_number_or_a_word(tmp_path):
    rows = [{"inter1": "1"}, {"inter1": "State Forces", "event_id_cnty": "AZE2"}]
    assert len(chosen(read(tmp_path, "acled", *rows))) == 2


def test_an_export_with_fewer_columns_in_another_order_is_known(tmp_path):
    form = FORMATS["acled"]
    names = [*form.needed][::-1]
    cells = dict(zip(form.columns, text(form, {}).splitlines()[1].split(","), strict=1))
    (tmp_path / "export").write_text(
        ",".join(names) + "\n" + ",".join(cells[name] for name in names) + "\n"
    )
    found = events.read(tmp_path / "export")
    assert chosen(found)["direction"].tolist() == ["ARM--AZE"]
