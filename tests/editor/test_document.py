"""A document is edited step by step, and says what is wrong at each."""

import pytest

from utils.editor.document import Document
from utils.errors import CaseError, EditError
from utils.tables import load

from .conftest import write_case


def told(document):
    return [(it.file, it.line, it.column, it.value) for it in document.faults()]


def ids(document):
    return [
        document.tables["actions"].cell(it, "action_id")
        for it in document.tables["actions"].filled()
    ]


def test_a_sound_case_has_no_fault(document):
    assert document.faults() == []


def test_the_faults_of_the_founding_case_are_those_of_loading_it():
    document = Document(load("azerbaijan-russia"))
    act = document.find("actions", "20250629-aze-culture-ministry-cancels-events")
    document.set(act, {"date": "29.06.2025", "form": "accused"})
    assert [it.problem for it in document.faults()] == [
        "is not in the codebook",
        "does not begin with the year",
    ]


@pytest.mark.parametrize(
    ("table", "changes"),
    [
        ("actions", {"date": "1/6/2025"}),
        ("actions", {"actor_id": "ALT_GOW", "certainty": ""}),
        ("actions", {"in_response_to": "20250700-alt-ban-entry", "cameo": "16"}),
    ],
)
def test_the_faults_are_those_that_load_finds_in_the_same_bytes(
    document, folder, table, changes
):
    place = document.find(table, "20250601-alt-accuse")
    document.set(place, changes)
    (folder / f"{table}.csv").write_bytes(document.tables[table].content)
    with pytest.raises(CaseError) as found:
        load(folder)
    assert list(map(str, document.faults())) == list(map(str, found.value.faults))


def test_a_folder_with_faults_opens_and_names_them(tmp_path):
    actors = "actor_id,name,name_native,country,role,parent_id,public_office\n"
    document = Document(write_case(tmp_path / "x", actors=actors, datapackage="{"))
    assert {it.file for it in document.faults()} == {
        "actions.csv",
        "actors.csv",
        "datapackage.json",
    }


def test_a_table_that_is_no_csv_is_named_and_not_opened(tmp_path):
    folder = write_case(tmp_path / "x", actions="action_id;date\n", evidence="")
    with pytest.raises(CaseError) as why:
        Document(folder)
    assert [it.file for it in why.value.faults] == ["actions.csv", "evidence.csv"]


def test_a_fault_leads_to_its_row(document, accuse):
    document.set(accuse, {"date": "June"})
    assert document.place_of(document.faults()[0]) == accuse


def test_a_step_is_taken_back_and_taken_again(document, accuse):
    document.set(accuse, {"place": "Port"})
    assert document.undo() == "place of 20250601-alt-accuse"
    assert document.tables == document.saved
    assert document.redo() == "place of 20250601-alt-accuse"
    assert document.row(accuse)["place"] == "Port"
    assert (document.redo(), document.history.can_redo) == ("", False)


def test_what_was_there_already_is_no_step(document, accuse):
    document.set(accuse, {"cameo": "112"})
    assert not document.history.can_undo


def test_a_new_id_is_written_wherever_the_act_is_named(document, accuse):
    document.set(accuse, {"action_id": "20250601-alt-protest"})
    deny = document.find("actions", "20250603-bes-deny")
    assert document.row(deny)["in_response_to"] == "20250601-alt-protest"
    assert b"20250601-alt-protest,herald" in document.tables["evidence"].content
    assert b"herald,20250601-alt-protest" in document.tables["landmarks"].content
    assert document.faults() == []


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("", "cannot be empty"),
        ("a b", "is no id; use only"),
        ("20250603-bes-deny", "is the id of another row already"),
    ],
)
def test_an_id_that_would_tear_rows_apart_is_refused(document, accuse, new, said):
    with pytest.raises(EditError, match=said):
        document.set(accuse, {"action_id": new})
    assert document.tables == document.saved


def test_a_new_act_is_offered_an_id_that_follows_what_is_known_of_it(document):
    act = document.add_act()
    assert document.row(act)["action_id"] == "new-act"
    document.set(act, {"date": "2025-06-03"})
    document.set(act, {"actor_id": "BES"})
    document.add("evidence", {"action_id": "20250603-bes", "source_id": "courier"})
    document.set(act, {"form": "deny"})
    assert document.row(act)["action_id"] == "20250603-bes-deny-2"
    assert document.tables["evidence"].content.endswith(
        b"20250603-bes-deny-2,courier,,,\n"
    )


def test_an_id_that_was_typed_stays_when_the_date_changes(document):
    act = document.add_act()
    document.set(act, {"action_id": "mine"})
    document.set(act, {"date": "2025-06-03"})
    assert document.row(act)["action_id"] == "mine"


def test_the_id_of_an_act_on_disk_never_follows(document, accuse):
    document.set(accuse, {"date": "2025-06-02"})
    assert document.row(accuse)["action_id"] == "20250601-alt-accuse"


def test_a_copy_has_an_id_of_its_own_and_no_evidence(document, accuse):
    copy = document.add_act(like=accuse)
    assert document.row(copy)["action_id"] == "20250601-alt-accuse-2"
    assert document.row(copy)["summary"] == 'Altania said "no".'
    assert [it.problem for it in document.faults()] == ["has no evidence"]


def test_an_act_that_others_name_is_not_deleted(document, accuse):
    with pytest.raises(EditError) as why:
        document.remove(accuse)
    assert str(why.value) == (
        "20250601-alt-accuse stays, since other rows name it: actions.csv, "
        "20250603-bes-deny (in_response_to); landmarks.csv, lm-protest (action_id). "
        "Take it out there first."
    )


def test_an_act_that_nothing_names_goes_with_its_evidence(document):
    document.remove(document.find("actions", "20250700-alt-ban-entry"))
    assert ids(document) == ["20250601-alt-accuse", "20250603-bes-deny"]
    assert b"20250700" not in document.tables["evidence"].content
    assert document.faults() == []


def test_an_act_is_reverted_with_its_evidence_and_nothing_else(document, accuse):
    deny = document.find("actions", "20250603-bes-deny")
    document.set(deny, {"place": "Capital"})
    document.set(accuse, {"action_id": "other", "summary": "Other."})
    document.remove(document.find("evidence", "other"))
    document.add("evidence", {"action_id": "other", "source_id": "courier"})
    document.revert(accuse)
    assert document.tables["evidence"].content == document.saved["evidence"].content
    assert document.row(accuse)["summary"] == 'Altania said "no".'
    assert document.row(deny)["place"] == "Capital"


def test_a_new_act_cannot_be_reverted(document):
    with pytest.raises(EditError, match="delete it instead"):
        document.revert(document.add_act())


def test_what_has_changed_is_known_row_by_row(document, accuse):
    new = document.add_act()
    document.set(accuse, {"place": "Port"})
    document.remove(document.find("evidence", "20250603-bes-deny"))
    standing = document.standing()
    assert (standing.new, standing.changed) == ({new}, {accuse})
    assert standing.acts == {"new-act", "20250601-alt-accuse", "20250603-bes-deny"}
    assert standing.n_rows == 3
