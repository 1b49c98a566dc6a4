import pytest

from utils.errors import CaseError
from utils.tables.words import in_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025-06-29", "29 June 2025"),
        ("2025-06-28/2025-06-30", "28 to 30 June 2025 (lasted 3 days)"),
        ("2025-06-28/2025-07-01", "28 June 2025 to 1 July 2025 (lasted 4 days)"),
        ("2025-06-28/2025-06-28", "28 June 2025"),
        ("2025-02", "some day in February 2025"),
        ("2025", "some day in 2025"),
        ("[2025-06-24..2025-06-30]", "one day between 24 and 30 June 2025"),
        (
            "[2024-12-28..2025-01-02]",
            "one day between 28 December 2024 and 2 January 2025",
        ),
    ],
)
def test_a_date_is_said_in_words(text, words):
    assert in_words(text) == words


@pytest.mark.parametrize(
    "text", ["29/06/2025", "2025-06-31", "0000", "2025-06-30/2025-06-28", ""]
)
def test_an_unreadable_date_is_refused(text):
    with pytest.raises(CaseError, match=r"write|source|years"):
        in_words(text)
