"""A sitting heeds wishes and shows what came of them, without any widget."""

import json

import pytest

from utils.editor.document import Document
from utils.editor.session import Session
from utils.errors import EditError

from .conftest import write_case


@pytest.fixture
def session(document):
    return Session(document)


def put(session, column, value, place=None):
    table, number = place or session.act
    wish = {"do": "set", "table": table, "number": number}
    return session.heed({**wish, "column": column, "value": value})


def field(row, column):
    return next(it for it in row["fields"] if it["column"] == column)


def test_all_that_is_shown_can_be_sent(session):
    assert json.loads(json.dumps(session.shown())) == session.shown()


def test_an_act_is_shown_with_its_marks(session):
    put(session, "date", "June")
    (first, *rest) = session.shown()["acts"]
    assert first[1:] == [
        "20250601-alt-accuse",
        "June",
        "Government of Altania → Bestovia",
        'Altania said "no".',
        "fc",
    ]
    assert [marks for *_, marks in rest] == ["", ""]


def test_a_fault_stands_beside_its_field_and_in_the_list(session):
    put(session, "date", "13.6.2025")
    shown = session.shown()
    date = field(shown["form"], "date")
    assert date["faults"] == ["does not begin with the year; write 2025-06-13"]
    assert "words" not in date
    assert [it["leads"] for it in shown["faults"]] == [True]
    assert shown["standing"]["n_faults"] == 1


def test_a_date_is_said_in_words(session):
    put(session, "date", "2025-06-01/2025-06-02")
    words = field(session.shown()["form"], "date")["words"]
    assert words == "1 to 2 June 2025 (lasted 2 days)"


def test_the_usual_code_of_the_form_is_offered_where_it_is_another(session):
    put(session, "form", "deny")
    assert field(session.shown()["form"], "cameo")["offer"] == "016"
    put(session, "cameo", "016")
    assert field(session.shown()["form"], "cameo")["offer"] == ""


def test_each_coded_value_comes_with_its_definition(session):
    choices = session.shown()["choices"]
    assert choices["certainty"][2][:2] == ["disputed", "Disputed"]
    assert choices["certainty"][2][2].startswith("The other side denies the act")
    assert ["ALT_GOV", "Government of Altania", "ALT · Executive"] in choices["actors"]
    assert choices["sources"][0] == [
        "herald",
        "The Herald: A protest",
        "Azerbaijani, state · 2025-06-01 · https://herald.example/1",
    ]


def test_a_source_is_cited_and_the_next_field_is_what_it_says(session):
    session.heed({"do": "cite", "source": "courier"})
    *_, row = session.shown()["form"]["evidence"]
    assert field(row, "source_id")["value"] == "courier"
    assert session.focus == ("evidence", row["number"], "supports")
    assert field(row, "supports")["faults"] == ["is empty; fill it in"]


def test_a_new_source_is_cited_by_the_act_under_the_id_that_it_gets(session):
    session.heed({"do": "add", "table": "sources"})
    put(session, "source_id", "gazette-20250602", session.beside)
    shown = session.shown()
    assert field(shown["beside"], "source_id")["value"] == "gazette-20250602"
    *_, row = shown["form"]["evidence"]
    assert field(row, "source_id")["value"] == "gazette-20250602"


def test_a_new_actor_can_be_filled_in_and_chosen(session):
    session.heed({"do": "add", "table": "actors"})
    for column, value in {
        "actor_id": "ALT_MED",
        "name": "Altanian Radio",
        "country": "ALT",
        "role": "state_media",
        "parent_id": "ALT",
        "public_office": "institution",
    }.items():
        put(session, column, value, session.beside)
    put(session, "actor_id", "ALT_MED")
    assert session.shown()["standing"]["n_faults"] == 0


def test_a_fault_of_a_source_is_followed_to_its_form(session, document):
    put(session, "url", "herald", document.find("sources", "herald"))
    session.heed({"do": "follow", "of": "faults", "number": 0})
    assert session.focus == (*document.find("sources", "herald"), "url")
    assert field(session.shown()["beside"], "url")["faults"]


def test_a_fault_of_evidence_is_followed_to_its_act(session, document):
    row = document.find("evidence", "20250700-alt-ban-entry")
    put(session, "supports", "maybe", row)
    session.heed({"do": "follow", "of": "faults", "number": 0})
    assert session.shown()["form"]["key"] == "20250700-alt-ban-entry"
    assert session.focus == (*row, "supports")


def test_a_check_marks_what_to_look_at_once_more_and_leads_there(session, document):
    assert session.heed({"do": "check"}) == "Found no faults and 3 warnings."
    shown = session.shown()
    assert [marks for *_, marks in shown["acts"]] == ["w", "w", "w"]
    assert shown["warnings"][1]["words"].startswith(
        "actions.csv, line 3, action_id: '20250603-bes-deny' is reported by one source"
    )
    session.heed({"do": "follow", "of": "warnings", "number": 1})
    assert session.act == document.find("actions", "20250603-bes-deny")
    (warning,) = session.shown()["form"]["warnings"]
    assert warning.startswith("is reported by one source of BES")


def test_the_warning_of_an_act_goes_with_it(session, document):
    session.heed({"do": "check"})
    last = document.find("actions", "20250700-alt-ban-entry")
    session.heed({"do": "remove", "table": "actions", "number": last.number})
    assert session.shown()["standing"]["n_warnings"] == 2


def test_a_fault_elsewhere_is_told_and_leads_nowhere(tmp_path):
    marks = "landmark_id,date,label,note,source_id,action_id\nlm,June,Protest,,,\n"
    session = Session(Document(write_case(tmp_path / "x", landmarks=marks)))
    (fault,) = session.shown()["faults"]
    assert fault["words"].startswith("landmarks.csv, line 2, date: 'June'")
    assert not fault["leads"]


def test_saving_with_a_fault_says_so(session):
    put(session, "date", "June")
    with pytest.raises(EditError, match=r"^Nothing was saved: one fault is"):
        session.heed({"do": "save"})


def test_after_the_act_on_the_form_is_deleted_the_first_one_is_shown(session, document):
    last = document.find("actions", "20250700-alt-ban-entry")
    session.heed({"do": "choose", "number": last.number})
    session.heed({"do": "remove", "table": "actions", "number": last.number})
    assert session.shown()["form"]["key"] == "20250601-alt-accuse"


def test_an_undone_new_act_is_let_go(session):
    session.heed({"do": "new"})
    assert session.shown()["form"]["key"] == "new-act"
    assert session.heed({"do": "undo"}) == "Taken back: a new row of actions.csv."
    assert session.shown()["form"]["key"] == "20250601-alt-accuse"


def test_the_act_on_the_form_stays_when_the_files_are_loaded_anew(session, document):
    deny = document.find("actions", "20250603-bes-deny")
    session.heed({"do": "choose", "number": deny.number})
    put(session, "place", "Capital")
    session.heed({"do": "renew"})
    shown = session.shown()
    assert shown["form"]["key"] == "20250603-bes-deny"
    assert field(shown["form"], "place")["value"] == "Capital"


def test_a_codebook_that_was_mended_is_seen_by_a_check(session, folder, repository):
    put(session, "type", "maritime")
    assert session.shown()["standing"]["n_faults"] == 1
    types = (repository / "data/codebook/types.csv").read_text("utf-8")
    (folder / "codebook").mkdir()
    own = f"{types}maritime,Maritime,Acts at sea.\n"
    (folder / "codebook/types.csv").write_text(own, "utf-8")
    assert session.heed({"do": "check"}) == "Found no faults and 3 warnings."
    assert session.shown()["choices"]["types"][-1][0] == "maritime"


@pytest.mark.parametrize(
    "wish",
    [
        {"do": "format"},
        {"do": "set", "table": "claims", "number": 1, "column": "note", "value": ""},
        {"do": "set", "table": "actions", "number": -1, "column": "date", "value": ""},
        {"do": "open", "table": "actors", "key": "nobody"},
        {"do": "add", "table": "evidence"},
    ],
)
def test_a_wish_that_makes_no_sense_is_refused(session, wish):
    with pytest.raises(EditError):
        session.heed(wish)
    assert not session.document.history.can_undo


def test_a_case_without_acts_is_shown_and_takes_one(tmp_path):
    header = (write_case(tmp_path / "y") / "actions.csv").read_text("utf-8")
    actions = header.split("\n")[0] + "\n"
    session = Session(Document(write_case(tmp_path / "x", actions=actions)))
    assert session.shown()["form"] == {}
    session.heed({"do": "new"})
    assert session.shown()["form"]["key"] == "new-act"
