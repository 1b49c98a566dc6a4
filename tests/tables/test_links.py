import pytest


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "words"),
    [
        (
            *("actions.csv", "28,BBB_MFA", "28,BBB_MFY"),
            ("actions.csv", 3, "actor_id", "BBB_MFY"),
            "is not in actors.csv; did you mean 'BBB_MFA'",
        ),
        (
            *("actions.csv", "AAA,BBB_MFA", "AAA,CCC"),
            ("actions.csv", 6, "target_id", "CCC"),
            "is not in actors.csv",
        ),
        (
            *("actions.csv", "a1;a2", "a1;a9"),
            ("actions.csv", 4, "in_response_to", "a9"),
            "is not in actions.csv",
        ),
        (
            *("actions.csv", "a1;a2", "a1; a2"),
            ("actions.csv", 4, "in_response_to", " a2"),
            "is not in actions.csv; did you mean 'a2'",
        ),
        (
            *("actions.csv", "a1;a2", "a1;;a2"),
            ("actions.csv", 4, "in_response_to", "a1;;a2"),
            "has an empty place in it",
        ),
        (
            *("actions.csv", "a1;a2", "a1;a1"),
            ("actions.csv", 4, "in_response_to", "a1"),
            "stands twice; name it once",
        ),
        (
            *("actors.csv", "state_media,BBB_MFA", "state_media,BBB_MFO"),
            ("actors.csv", 6, "parent_id", "BBB_MFO"),
            "is not in actors.csv; did you mean 'BBB_MFA'",
        ),
        (
            *("evidence.csv", "a1,s1", "a9,s1"),
            ("evidence.csv", 3, "action_id", "a9"),
            "is not in actions.csv",
        ),
        (
            *("evidence.csv", "a5,s5", "a5,s9"),
            ("evidence.csv", 8, "source_id", "s9"),
            "is not in sources.csv",
        ),
        (
            *("landmarks.csv", "s1,a1", "s9,a1"),
            ("landmarks.csv", 2, "source_id", "s9"),
            "is not in sources.csv",
        ),
        (
            *("landmarks.csv", "s1,a1", "s1,a9"),
            ("landmarks.csv", 2, "action_id", "a9"),
            "is not in actions.csv",
        ),
        (
            *("claims.csv", "a2;a3", "a2;a9"),
            ("claims.csv", 2, "action_ids", "a9"),
            "is not in actions.csv",
        ),
        (
            *("evidence.csv", "a1,s4", "a1,s1"),
            ("evidence.csv", 4, "action_id", "a1 + s1"),
            "is the key of line 3 already; give each row its own key",
        ),
        (
            *("evidence.csv", "a4,s4,yes,,\n", ""),
            ("actions.csv", 5, "action_id", "a4"),
            "has no evidence; add a row to evidence.csv",
        ),
    ],
)
def test_an_id_that_leads_nowhere_or_twice(fault_of, file, old, new, place, words):
    found, said = fault_of(file, old, new)
    assert found == place
    assert words in said


def test_a_key_that_stands_twice_names_the_earlier_line(edit, faults):
    edit("actors.csv", "BBB_MED,Radio", "AAA_POL,Radio")
    found = {(fault.line, fault.value, fault.problem) for fault in faults()}
    assert (6, "AAA_POL", "is the key of line 3 already") in found


def test_a_file_that_cannot_be_read_makes_no_id_dangle(small_case, faults):
    (small_case / "sources.csv").write_text("")
    assert [fault.file for fault in faults()] == ["sources.csv"]
