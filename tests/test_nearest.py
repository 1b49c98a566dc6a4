from utils.errors import nearest

MANY = [f"source-{number}" for number in range(100)]


def test_few_words_are_all_named():
    assert nearest(["yes", "no"], "maybe") == "known: yes, no"


def test_of_many_words_only_the_nearest_is_named():
    assert nearest(MANY, "source_17") == "write 'source-17' if that is meant"


def test_many_words_and_none_near():
    assert nearest(MANY, "?") == "use one of the 100 known"


def test_no_words_at_all():
    assert nearest([], "x") == "known: none"
