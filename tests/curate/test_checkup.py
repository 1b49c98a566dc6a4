"""What a check tells: faults, and apart from them what to look at once more."""

import json

import pytest

from utils import load
from utils.curate import check
from utils.curate.checkup.alike import alikeness
from utils.curate.checkup.personal_names import personal_names, stems_of
from utils.errors import CaseError, CurateError


@pytest.fixture(scope="module")
def founding():
    return check("azerbaijan-russia")


def test_the_founding_case_has_no_warning_but_acts_that_one_side_tells(founding):
    assert founding.sound
    assert {notice.kind for notice in founding.warnings} == {"one-sided"}


def test_those_are_the_acts_that_only_its_own_sources_support(founding):
    case = load("azerbaijan-russia")
    told = case.actions["sides"].astype(str).str.split(";")
    own = {"AZE": {"aze_state", "aze_private"}, "RUS": {"rus_state", "rus_private"}}
    alone = [any(set(sides) <= it for it in own.values()) for sides in told]
    ids = case.actions.loc[alone, "action_id"].tolist()
    assert [notice.key for notice in founding.warnings] == ids


def test_a_fault_is_no_warning_and_both_are_told(own, act):
    act("20250604-aze-x", "04/06/2025", "Baku called back its envoy.")
    act("20250605-aze-y", "2025-06-05", "A brutal raid.")
    found = check(own)
    assert not found.sound
    assert [fault.value for fault in found.faults] == ["04/06/2025"]
    assert [notice.kind for notice in found.warnings] == ["neutrality"]


def test_faults_are_those_that_loading_finds(own, act, add):
    act("x1", "2025-06-10", "Media accused Paris.", form="acuse")
    add("landmarks.csv", "l1,Feb-25,Talks,,,")
    with pytest.raises(CaseError, match="2 faults") as caught:
        load(own)
    assert check(own).faults == caught.value.faults


def test_tables_that_cannot_be_read_are_faults_and_no_accident(own):
    for path in own.glob("*.csv"):
        path.write_bytes(b"\xff\xfe\x00")
    (own / "datapackage.json").write_text("[")
    assert len(check(own).faults) == 6


def test_a_folder_that_is_not_there():
    with pytest.raises(CurateError, match=r"'./none' is no folder; give the path"):
        check("./none")


def test_warnings_can_be_left_out(made):
    assert check(made, warnings=False).warnings == ()


def test_each_step_is_told(own):
    steps = []
    check(own, tell=steps.append)
    assert steps[0] == "reading the tables"
    assert steps[-1] == "looking for warnings: alike"


def test_the_record_keeps_its_shape(own, act):
    act("20250604-aze-x", "soon", "A brutal raid.")
    record = json.loads(json.dumps(check(own).record()))
    assert list(record) == ["folder", "sound", "faults", "warnings", "accepted"]
    fault = ["file", "line", "column", "value", "problem", "remedy"]
    assert list(record["faults"][0]) == fault
    assert list(record["warnings"][0]) == [*fault, "kind", "key"]


def test_the_table_has_a_row_for_each(own, act):
    act("20250604-aze-x", "soon", "A brutal raid.")
    table = check(own).table()
    assert table["kind"].tolist() == ["fault", "neutrality"]
    assert list(table)[-2:] == ["what is wrong", "what would do"]
    assert check(own).table()["line"].tolist() == [4, 4]


def test_an_act_of_one_side_alone(own, add, warned):
    add("actions.csv", "a9,2025-06-09,AZE,FRA,media,accuse,,Told.,reported,,")
    add("evidence.csv", "a9,s1,yes,,", "a9,s2,contradicts,,")
    (notice,) = warned("one-sided")
    assert (notice.line, notice.key) == (4, "a9")
    assert notice.problem == "is reported by one source of AZE alone"


def test_a_source_of_neither_side_is_enough(own, add, warned):
    add("sources.csv", "s3,The Wire,GBR,other,Told,,,en")
    add("actions.csv", "a9,2025-06-09,AZE,FRA,media,accuse,,Told.,reported,,")
    add("evidence.csv", "a9,s1,yes,,", "a9,s3,partly,,")
    assert warned("one-sided") == []


def test_where_no_source_is_a_sides_own_that_is_told(own, warned):
    raw = (own / "sources.csv").read_text()
    (own / "sources.csv").write_text(raw.replace(",FRA,fra_private", ",GBR,other"))
    (notice,) = warned("one-sided")
    assert notice.key == "FRA"
    assert notice.remedy == "fill in side and publisher_country of the sources of FRA"


@pytest.mark.parametrize(
    ("row", "value"),
    [
        ("P,Ivan Petrov,,AZE,private_person,AZE,no", "Ivan Petrov"),
        ('P,"Petrov I., held in Paris",,AZE,private_person,AZE,no', "Petrov I."),
        ("P,Иван Петров,,AZE,business,AZE,no", "Иван Петров"),
        ("P,A driver,Əli Məmmədov,AZE,private_person,AZE,no", "Əli Məmmədov"),
    ],
)
def test_a_private_persons_name(add, warned, row, value):
    add("actors.csv", row)
    (notice,) = warned("privacy")
    assert (notice.key, notice.value) == ("P", value)


@pytest.mark.parametrize(
    "row",
    [
        "P,Former Azerbaijani judge sought by France,,AZE,private_person,AZE,no",
        "P,Eight French citizens,,FRA,private_person,FRA,no",
        "P,Residents of Baku,,AZE,private_person,AZE,no",
        '"P","Ivan Petrov, commentator",,AZE,public_figure,AZE,no',
        "P,Ivan Petrov,,AZE,executive,AZE,yes",
    ],
)
def test_a_role_is_no_name_and_public_figures_are_named(add, warned, row):
    add("actors.csv", row)
    assert warned("privacy") == []


def test_a_name_in_the_summary_of_an_act_towards_a_private_person(add, act, warned):
    add("actors.csv", "P,A driver,,FRA,private_person,FRA,no")
    act("x1", "2025-06-10", "Police held Jean Dupont at the border.", target="P")
    act("x2", "2025-06-20", "Police held Jean Dupont at the border.", target="FRA")
    assert [(it.key, it.value) for it in warned("privacy")] == [("x1", "Jean Dupont")]


def test_an_office_holder_of_the_case_is_no_private_person(add, act, warned):
    add("actors.csv", "P,A driver,,FRA,private_person,FRA,no")
    add("actors.csv", '"M","Jean Dupont, minister",,FRA,executive,FRA,yes')
    act("x1", "2025-06-10", "Jean Dupont spoke of a driver.", target="P")
    assert warned("privacy") == []


@pytest.mark.parametrize("text", ["write to a.b@example.org", "call +994 12 345 67 89"])
def test_an_address_or_a_number_of_a_person(add, warned, text):
    add("landmarks.csv", f"l1,2025-06-01,Talks,{text},,")
    (notice,) = warned("privacy")
    assert notice.remedy == "take it out"


def test_names_are_runs_of_capitals_that_are_not_known():
    known = stems_of(["Paris Court", "van"])
    assert personal_names("Paris Court: Anna van der Berg, Tom", known) == [
        "Anna van der Berg"
    ]
    assert personal_names("FSB men, TASS", known) == []


def test_a_word_is_told_with_what_to_write_instead(act, warned):
    act("x1", "2025-06-10", "The regime closed the border.")
    (notice,) = warned("neutrality")
    assert notice.problem == "judges a government"
    assert notice.remedy == 'write "government", or the body\'s own name'


@pytest.mark.parametrize(
    ("date", "number"),
    [
        ("2025-06-10", 1),
        ("2025-06-13", 1),
        ("2025-06-14", 0),
        ("[2025-06-01..2025-06-08]", 1),
        ("2025-06", 1),
    ],
)
def test_acts_within_three_days_that_look_alike(act, warned, date, number):
    act("x1", "2025-06-10", "Azerbaijani media accused Paris of spying.")
    act("x2", date, "Media of Azerbaijan accused Paris of spying again.")
    assert len(warned("alike")) == number


@pytest.mark.parametrize("other", [{"target": "AZE"}, {"form": "criticise"}])
def test_acts_of_another_kind_are_not_alike(act, warned, other):
    act("x1", "2025-06-10", "Azerbaijani media accused Paris of spying.")
    act("x2", "2025-06-10", "Azerbaijani media accused Paris of spying.", **other)
    assert warned("alike") == []


def test_alike_acts_are_told_with_both_ids(act, warned):
    act("x1", "2025-06-10", "Media accused Paris of spying.")
    act("x2", "2025-06-11", "Media accused Paris of spying.")
    (notice,) = warned("alike")
    assert (notice.line, notice.key) == (5, "x2+x1")
    assert notice.problem.startswith("is like x1 of line 4")


def test_texts_are_as_alike_as_the_shorter_one_says():
    assert alikeness("police held three men", "three women spoke") == 1 / 3
    assert alikeness("", "police") == 0


def test_numbers_of_two_incidents_name_two_acts():
    assert alikeness("A clash, incident 3564006.", "A clash, incident 3564007.") == 0
    assert alikeness("A clash, incident 3564006.", "A clash, an incident.") > 0.5


def test_day_and_month_that_the_id_has_the_other_way_round(act, warned):
    act("20250605-aze-x", "2025-05-06", "Media accused Paris.")
    act("20250606-aze-y", "2025-06-06", "Media accused Paris of more.")
    (notice,) = warned("turned")
    assert (notice.line, notice.value) == (4, "2025-05-06")
    assert "is 2025-06-05 in the id" in notice.problem


def accept(own, *rows):
    lines = ["kind,key,reason", *rows, ""]
    (own / "accepted-warnings.csv").write_text("\n".join(lines))


def test_a_warning_that_was_accepted_is_counted_and_not_told(own, act):
    act("x1", "2025-06-10", "A brutal raid.")
    accept(own, "neutrality,x1,The court's own word.")
    found = check(own)
    assert (found.warnings, found.n_accepted) == ((), 1)
    assert found.summary.endswith("no faults, no warnings (1 more accepted).")


def test_an_acceptance_that_fits_nothing_is_told(own):
    accept(own, "neutrality,x1,The court's own word.")
    (notice,) = check(own).warnings
    assert (notice.kind, notice.file) == ("accepted", "accepted-warnings.csv")
    assert notice.remedy == "take the row out"


@pytest.mark.parametrize(
    ("row", "column"),
    [("alike,,why", "key"), ("alike,x2,", "reason"), ("odd,x2,why", "kind")],
)
def test_an_acceptance_needs_kind_key_and_reason(own, row, column):
    accept(own, row)
    (fault,) = check(own).faults
    assert (fault.file, fault.column) == ("accepted-warnings.csv", column)
