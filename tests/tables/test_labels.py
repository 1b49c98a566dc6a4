import pytest


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("law_enforcement", "law enforcement"),
        ("disputed", "disputed"),
        ("accuse", '"Accuse"'),
        ("western", '"Western"'),
        ("BBB_MED", "Radio Bestovia"),
        ("BBB_MED/", "Radio Bestovia itself"),
    ],
)
def test_a_code_has_a_name_for_sentences(load_small, code, name):
    assert load_small().labels[code] == name
