import pytest


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "words"),
    [
        (
            *("actions.csv", "diplomatic,meet", "diplomatc,meet"),
            ("actions.csv", 6, "type", "diplomatc"),
            "is not in the codebook; did you mean 'diplomatic'",
        ),
        (
            *("actions.csv", "accuse", "acuse"),
            ("actions.csv", 4, "form", "acuse"),
            "is not in the codebook; write 'accuse' if that is meant",
        ),
        (
            *("actions.csv", "disputed", "doubtful"),
            ("actions.csv", 5, "certainty", "doubtful"),
            "not in the codebook; known: confirmed, reported, disputed",
        ),
        (
            *("actions.csv", "meet,040", "meet,40"),
            ("actions.csv", 6, "cameo", "40"),
            "has lost its leading zero; write it as text: 040",
        ),
        (
            *("actions.csv", "meet,040", "meet,10"),
            ("actions.csv", 6, "cameo", "10"),
            "is ambiguous: a root code, or one that lost its leading zero; "
            "write it as text: 010, or 100 for the root",
        ),
        (
            *("actions.csv", "meet,040", "meet,999"),
            ("actions.csv", 6, "cameo", "999"),
            "is no CAMEO code; ",
        ),
        (
            *("actions.csv", "Six held.", ""),
            ("actions.csv", 2, "summary", ""),
            "is empty; fill it in",
        ),
        (
            *("landmarks.csv", "l2,", "lm 2,"),
            ("landmarks.csv", 3, "landmark_id", "lm 2"),
            "is no id; use only the letters",
        ),
        (
            *(
                "actors.csv",
                "country,,institution\nAAA_POL",
                "state,,institution\nAAA_POL",
            ),
            ("actors.csv", 2, "role", "state"),
            "is not in the codebook",
        ),
        (
            *("actors.csv", "BBB_MFA,institution", "BBB_MFA,maybe"),
            ("actors.csv", 6, "public_office", "maybe"),
            "is no known answer; known: yes, no, institution",
        ),
        (
            *("sources.csv", "GBR", "Britain"),
            ("sources.csv", 2, "publisher_country", "Britain"),
            "is no country code; write three capitals",
        ),
        (
            *("sources.csv", "turkish", "turkic"),
            ("sources.csv", 5, "side", "turkic"),
            "is not in the codebook; did you mean 'turkish'",
        ),
        (
            *("sources.csv", "2025-07-20", "2025-07"),
            ("sources.csv", 6, "published", "2025-07"),
            "is no single day; write one day as 2025-06-29, or leave it empty",
        ),
        (
            *("sources.csv", "2025-07-20", "20/07/2025"),
            ("sources.csv", 6, "published", "20/07/2025"),
            "does not begin with the year; write 2025-07-20",
        ),
        (
            *("sources.csv", "https://example.org/1", "javascript:alert(1)"),
            ("sources.csv", 2, "url", "javascript:alert(1)"),
            "is no web address; write one that begins with https://",
        ),
        (
            *("sources.csv", "/3,ru", "/3,Russian"),
            ("sources.csv", 4, "language", "Russian"),
            "is no language code; write two or three small letters",
        ),
        (
            *("evidence.csv", "contradicts", "no"),
            ("evidence.csv", 2, "supports", "no"),
            "is no known answer; known: yes, partly, contradicts",
        ),
    ],
)
def test_a_cell_against_the_rule_of_its_column(fault_of, file, old, new, place, words):
    found, said = fault_of(file, old, new)
    assert found == place
    assert words in said


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("29/06/2025", "write 2025-06-29"),
        ("2025-13-01", "has a month 13"),
        ("2025-06-31", "June 2025 has 30 days"),
        ("2025-07-02/2025-06-29", "ends before it begins"),
        ("[2025-07-02..2025-06-29]", "ends before it begins"),
        ("Feb-25", "write 2025-02"),
        ("45689", "2025-02-01"),
    ],
)
def test_a_date_that_cannot_be_read(fault_of, text, word):
    place, said = fault_of("actions.csv", "2025-06-29/2025-07-02", text)
    assert place == ("actions.csv", 5, "date", text)
    assert word in said


def test_a_landmark_has_a_date_that_can_be_read(fault_of):
    place, said = fault_of("landmarks.csv", "l2,2025-07", "l2,July 2025")
    assert place == ("landmarks.csv", 3, "date", "July 2025")
    assert "write 2025-07" in said


def test_a_missing_date_is_told_once(fault_of):
    place, said = fault_of("actions.csv", "2025-06-29/2025-07-02", "")
    assert place == ("actions.csv", 5, "date", "")
    assert said == "is empty; fill it in"
