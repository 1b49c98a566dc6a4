"""What is odd in the files of ICEWS, and how it is taken. All rows are invented."""

from event_rows import chosen, left_out, read


def test_names_of_countries_become_codes(tmp_path):
    found = chosen(read(tmp_path, "icews", {}))
    assert found["direction"].tolist() == ["AZE>RUS"]


def test_na_is_a_text_that_says_nothing(tmp_path):
    events = read(tmp_path, "icews", {}, {"Source_Country": "NA", "City": "NA"})
    assert left_out(events) == {"no country": 1}


def test_a_name_in_no_list_is_counted_by_itself(tmp_path):
    events = read(tmp_path, "icews", {}, {"Target_Country": "Ruritania"})
    assert left_out(events) == {"unknown country": 1}


def test_the_same_record_again_is_grouped_and_counted(tmp_path):
    rows = [{"Sentence_Number": "1"}, {"Sentence_Number": "4"}, {"Event_ID": "2"}]
    events = read(tmp_path, "icews", *rows)
    assert chosen(events)["n_reports"].tolist() == [2, 1]
    assert events.daily()["n"].tolist() == [2]
    assert events.report().accounts.told["grouped"] == 1


def test_the_same_id_with_something_else_is_kept_and_told(tmp_path):
    events = read(tmp_path, "icews", {}, {"CAMEO_Code": "111"})
    assert len(chosen(events)) == 2
    assert "1 id stands for several records; all are kept" in str(events.report())


def test_quotes_are_signs_like_any_other(tmp_path):
    found = chosen(read(tmp_path, "icews", {"Event_Text": 'Say "no'}, {}))
    assert sorted(found["summary"]) == ["", 'Say "no']


def test_the_scale_is_that_of_icews(tmp_path):
    weights = read(tmp_path, "icews", {"CAMEO_Code": "016"}).report().coverage()
    assert weights["weight"].tolist() == [-5.0]
