"""What is odd in GDELT's files, and how it is taken."""

from event_rows import chosen, left_out, read

from utils.events import Events
from utils.selection import select


def test_codes_stay_text(tmp_path):
    found = chosen(read(tmp_path, "gdelt-2", {"EventCode": "010"}))
    assert found["code"].tolist() == ["010"]


def test_places_have_fips_codes_and_become_those_of_the_actors(tmp_path):
    fips = {"AJ": "AZE", "RS": "RUS", "AM": "ARM", "GG": "GEO", "UP": "UKR"}
    rows = [{"ActionGeo_CountryCode": code, "SQLDATE": f"2018010{day}"}
            for day, code in enumerate([*fips, "", "??"], 1)]  # fmt: skip
    found = chosen(read(tmp_path, "gdelt-2", *rows)).sort_values("earliest")
    assert found["place_country"].tolist() == [*fips.values(), "", ""]


def test_rows_without_a_country_on_one_side_are_left_out_and_counted(tmp_path):
    rows = [{}, {"Actor1CountryCode": ""}, {"Actor2CountryCode": ""}]
    events = read(tmp_path, "gdelt-2", *rows)
    assert len(chosen(events)) == 1
    assert left_out(events) == {"no country": 2}


def test_acts_within_one_country_are_kept(tmp_path):
    found = chosen(read(tmp_path, "gdelt-2", {"Actor2CountryCode": "AZE"}))
    assert found["direction"].tolist() == ["AZE>AZE"]


def test_rows_of_a_year_ago_are_kept_and_counted(tmp_path):
    days = ["20180101", "20171225", "20171204", "20170101", "20080101"]
    rows = [{"SQLDATE": day, "EventCode": f"11{n}"} for n, day in enumerate(days)]
    report = read(tmp_path, "gdelt-2", *rows).report()
    assert report.n_events == 5
    assert report.late == {"a year": 2, "a month": 3, "a week": 4}


def test_the_quad_class_follows_from_the_code_and_that_of_gdelt_stands_beside(
    tmp_path,
):
    investigate = {"EventCode": "090", "QuadClass": "2"}
    events = read(tmp_path, "gdelt-2", investigate)
    assert chosen(events)[["quad", "quad_given"]].to_numpy().tolist() == [["3", "2"]]
    assert events.report().quads["rows"].tolist() == [1]
    assert "not that of the code in 1 of 1 rows" in str(events.report())


def turned(**cells):
    return {
        **{"Actor1Code": "RUSGOV", "Actor1CountryCode": "RUS"},
        **{"Actor2Code": "AZEGOV", "Actor2CountryCode": "AZE"},
        **cells,
    }


def test_a_visit_told_of_guest_and_host_is_one(tmp_path):
    rows = [{"EventCode": "042"}, turned(EventCode="043", SOURCEURL="other")]
    events = read(tmp_path, "gdelt-2", *rows)
    assert chosen(events)["code"].tolist() == ["042"]
    assert events.daily()["n"].tolist() == [1]
    assert events.report().accounts.told["mirrored"] == 1


def test_a_host_is_no_mirror_of_another_guest_or_day_or_of_itself(tmp_path):
    rows = [
        {"EventCode": "042"},
        turned(EventCode="043", SQLDATE="20180102"),
        turned(EventCode="043", Actor2Code="AZE"),
        {"EventCode": "043"},
    ]
    assert len(chosen(read(tmp_path, "gdelt-2", *rows))) == 4


def test_a_meeting_told_of_both_in_one_story_is_one_without_direction(tmp_path):
    rows = [{"EventCode": "040"}, turned(EventCode="040")]
    events = read(tmp_path, "gdelt-2", *rows)
    assert chosen(events)["direction"].tolist() == ["AZE--RUS"]
    assert events.daily()["direction"].tolist() == ["AZE--RUS"]


def test_meetings_of_two_stories_are_two(tmp_path):
    rows = [{"EventCode": "040"}, turned(EventCode="040", SOURCEURL="other")]
    found = chosen(read(tmp_path, "gdelt-2", *rows))
    assert found["direction"].tolist() == ["AZE>RUS", "RUS>AZE"]


def test_two_that_fight_each_other_do_two_acts(tmp_path):
    rows = [{"EventCode": "190"}, turned(EventCode="190")]
    assert len(chosen(read(tmp_path, "gdelt-2", *rows))) == 2


def n_within(events: Events, **wanted) -> tuple[int, int]:
    within = events.within(select(**wanted))
    return len(chosen(within)), int(within.daily()["n"].sum())


def test_a_selection_parts_no_telling_from_its_other(tmp_path):
    meeting, visit = {"EventCode": "040"}, {"EventCode": "042"}
    rows = [meeting, turned(EventCode="040"), visit, turned(EventCode="043")]
    events = read(tmp_path, "gdelt-2", *rows)
    assert n_within(events, directions=["AZE>RUS"]) == (1, 1)
    assert n_within(events, directions=["RUS>AZE"]) == (0, 0)
    assert n_within(events, directions=["AZE--RUS"]) == (1, 1)
    assert n_within(events, forms=["043"]) == (0, 0)
    assert n_within(events, types=["consult"], since="2018") == (2, 2)


def test_who_takes_part_in_an_act_without_direction_is_found_on_either_side(tmp_path):
    rows = [{"EventCode": "040"}, turned(EventCode="040"), turned()]
    events = read(tmp_path, "gdelt-2", *rows)
    assert n_within(events, actors=["AZE"]) == (1, 1)
    assert n_within(events, actors=["RUS"]) == (2, 2)
    assert n_within(events, targets=["RUSGOV"]) == (1, 1)


def test_each_row_can_be_counted_all_the_same(tmp_path):
    rows = [{"EventCode": "040"}, turned(EventCode="040")]
    each = read(tmp_path, "gdelt-2", *rows).row_by_row()
    assert each.daily()["n"].tolist() == [1, 1]


def test_a_header_in_a_file_that_has_none_is_counted_and_its_line_named(tmp_path):
    header = "\t".join(read(tmp_path, "gdelt-2", {}).format.columns) + "\n"
    events = read(tmp_path, "gdelt-2", header, {}, {}, header)
    assert left_out(events) == {"stray header": 2}
    assert events.report().stray_headers["line"].tolist() == [1, 4]
    assert len(chosen(events)) == 2


def test_lines_that_are_no_rows_are_counted_with_their_numbers(tmp_path):
    good, short, long = {}, "1\t20180101\n", "\t" * 61 + "\n"
    events = read(tmp_path, "gdelt-2", good, short, good, long, good)
    lines = events.report().unparsable
    assert lines["line"].tolist() == [2, 4]
    assert lines["problem"].str.contains("cells").all()
    assert "line 2: has fewer cells" in str(events.report())


def test_a_line_in_latin_1_is_counted_with_its_number(tmp_path):
    events = read(tmp_path, "gdelt-2", {}, {"Actor1Name": "ELCHIBEY"}, {})
    file = events.files[0]
    file.write_bytes(file.read_bytes().replace(b"ELCHIBEY", b"EL\xc7IBEY"))
    assert events.report().unparsable["line"].tolist() == [2]
    assert events.daily()["n"].tolist() == [2]


def test_the_same_id_twice_is_told(tmp_path):
    events = read(tmp_path, "gdelt-2", {}, {})
    assert "1 id stands for several records, and may be read twice" in str(
        events.report()
    )


def test_a_row_of_a_reduced_file_stands_for_several_events(tmp_path):
    rows = [{"NumEvents": "3"}, {"NumEvents": "2", "CAMEOCode": "111"}]
    events = read(tmp_path, "gdelt-reduced", *rows)
    assert events.daily()["n"].tolist() == [5]
    assert "stand for 5 events" in str(events.report())


def test_a_reduced_row_says_countries_only_in_the_codes_of_its_actors(tmp_path):
    rows = [{}, {"Source": "GOV"}, {"Target": ""}, {"NumEvents": "x"}]
    events = read(tmp_path, "gdelt-reduced", *rows)
    assert chosen(events)["direction"].tolist() == ["AZE>RUS"]
    assert left_out(events) == {"no number": 1, "no country": 1, "unknown country": 1}


def test_older_codes_of_countries_become_those_of_iso(tmp_path):
    found = chosen(read(tmp_path, "gdelt-2", {"Actor1CountryCode": "ROM"}))
    assert found["actor_country"].tolist() == ["ROU"]
