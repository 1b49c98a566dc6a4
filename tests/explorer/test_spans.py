from utils.explorer.spans import between_landmarks


def words(*landmarks):
    return [(s["label"], s["since"], s["until"]) for s in between_landmarks(landmarks)]


def test_a_span_ends_on_the_day_before_the_next_landmark():
    assert words(("2024-02-28", "One"), ("2024-03-01", "Two")) == [
        ("One to Two", "2024-02-28", "2024-02-29"),
        ("Since Two", "2024-03-01", ""),
    ]


def test_of_two_landmarks_on_one_day_the_first_counts():
    assert words(("2025-01-01", "One"), ("2025-01-01", "Two")) == [
        ("Since One", "2025-01-01", "")
    ]


def test_without_landmarks_there_are_no_spans():
    assert words() == []
