"""The report says what became of every row, and its numbers add up."""

import tempfile
from hashlib import sha256
from pathlib import Path

from event_rows import chosen, read
from hypothesis import example, given, settings
from hypothesis import strategies as st

from utils import events
from utils.scale import Scale

SHORT, HEADER = "1\t20180101\n", "GLOBALEVENTID\tSQLDATE" + "\t" * 59 + "\n"
CELLS = st.fixed_dictionaries(
    {
        "GLOBALEVENTID": st.sampled_from("12"),
        "SQLDATE": st.sampled_from(["20180101", "20180102", "20180230", ""]),
        "EventCode": st.sampled_from(["042", "043", "040", "112", "999"]),
        "Actor1CountryCode": st.sampled_from(["AZE", "RUS", ""]),
        "Actor2CountryCode": st.sampled_from(["AZE", "RUS", ""]),
        "Actor1Code": st.sampled_from(["AZE", "RUS"]),
        "Actor2Code": st.sampled_from(["AZE", "RUS"]),
    }
)
ROWS = st.lists(st.one_of(CELLS, st.sampled_from([SHORT, HEADER])), max_size=9)
VISIT = {"EventCode": "042", "Actor1Code": "AZE", "Actor2Code": "RUS"}
HOSTED = {"EventCode": "043", "Actor1Code": "RUS", "Actor2Code": "AZE"}


@settings(max_examples=25)
@given(ROWS)
@example([SHORT, HEADER, VISIT, HOSTED, VISIT, {"EventCode": "999"}])
def test_the_numbers_add_up(rows):
    rows = [*rows, {}, {"EventCode": "111"}, {"EventCode": "010"}] * 2
    with tempfile.TemporaryDirectory() as folder:
        opened = read(Path(folder), "gdelt-2", *rows)
        report = opened.report()
        frame = report.frame()
        assert frame["rows"].iloc[0] == len(rows)
        assert frame["rows"].iloc[1:].sum() == len(rows)
        assert (frame["rows"] >= 0).all()
        assert frame["rows"].iloc[1] == len(chosen(opened)) == report.n_events
        assert len(report.unparsable) == rows.count(SHORT)
        assert len(report.stray_headers) == rows.count(HEADER)


ICEWS = st.fixed_dictionaries(
    {
        "Event_ID": st.sampled_from("12"),
        "CAMEO_Code": st.sampled_from(["040", "112"]),
        "Source_Name": st.sampled_from("ab"),
        "Target_Name": st.sampled_from("ab"),
        "Source_Country": st.sampled_from(["Russia", "NA", "Ruritania"]),
    }
)


@settings(max_examples=15)
@given(st.lists(ICEWS, min_size=1, max_size=9))
def test_records_that_repeat_add_up_as_well(rows):
    with tempfile.TemporaryDirectory() as folder:
        opened = read(Path(folder), "icews", *rows)
        frame = opened.report().frame().set_index("what")["rows"]
        assert frame["read"] == len(rows) == frame.iloc[1:].sum()
        assert frame["kept"] == len(chosen(opened))


def test_codes_without_a_weight_are_told(tmp_path):
    rows = [{"EventCode": "106"}, {"EventCode": "106"}, {"EventCode": "112"}]
    report = read(tmp_path, "gdelt-2", *rows).report()
    weights = report.coverage().set_index("code")
    assert weights["n"].to_dict() == {"106": 2, "112": 1}
    assert weights["weight"].isna().to_dict() == {"106": True, "112": False}
    assert "weighs 1 of 3, not 2: 106." in str(report)


def test_a_scale_of_tones_covers_every_code(tmp_path):
    signs = Scale("signs", {"conflictual": -1, "neutral": 0}, column="tone")
    opened = read(tmp_path, "gdelt-2", {}, {"EventCode": "010"})
    assert opened.report().coverage(signs)["weight"].tolist() == [0.0, -1.0]
    assert opened.daily(signs)["weight"].sum() == -1.0


def test_the_files_are_told_with_their_checksum(tmp_path):
    opened = read(tmp_path, "gdelt-2", {})
    file = opened.files[0]
    told = opened.report().files.iloc[0]
    assert told["file"] == str(file)
    assert told["bytes"] == told["hashed_bytes"] == file.stat().st_size
    assert told["sha256"] == sha256(file.read_bytes()).hexdigest()


def test_of_a_huge_file_the_beginning_is_hashed(tmp_path, monkeypatch):
    monkeypatch.setattr("utils.events.report.WHOLE_BYTES", 10)
    opened = read(tmp_path, "gdelt-2", *[{}] * 9000)
    told = opened.report().files.iloc[0]
    start = opened.files[0].read_bytes()[: 1 << 20]
    assert told["hashed_bytes"] == 1 << 20
    assert told["sha256"] == sha256(start).hexdigest()


def test_the_period_is_that_of_what_is_kept(tmp_path):
    rows = [{"SQLDATE": "20180103"}, {"SQLDATE": "20170101", "Actor1CountryCode": ""}]
    report = read(tmp_path, "gdelt-2", *rows, {}).report()
    assert report.period == ("2018-01-01", "2018-01-03")


def test_nothing_kept_is_told_as_well(tmp_path):
    report = read(tmp_path, "gdelt-2", {"Actor1CountryCode": ""}).report()
    assert report.period == ("", "")
    assert "1 rows were read: 0 are kept" in str(report)


def test_the_selection_plays_no_part(tmp_path):
    opened = read(tmp_path, "gdelt-2", {}, {"EventCode": "010"})
    chosen_ones = opened.within(opened.selection.but(types=["disapprove"]))
    assert chosen_ones.report().n_events == 2


def test_of_the_bundled_rows_of_gdelt_most_are_kept(repository):
    # Counted by hand: five meetings of AZE and IRN are told of both as well.
    report = events.read(repository / "data/gdelt-sample/*.CSV").report()
    rows = report.frame().set_index("what")["rows"]
    assert rows[["read", "kept", "mirrored"]].tolist() == [64, 40, 5]
    assert report.accounts.left_out["no country"] == 19
