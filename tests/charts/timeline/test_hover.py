import pytest

from utils.charts.timeline.hover import hover_texts


@pytest.fixture
def told(acts):
    """Tell of one act with these values."""

    def tell(**values):
        frame = acts(("2025-06-29", "2025-06-29", "A>B", "media", "reported"))
        return hover_texts(frame.assign(**values))[0].split("<br>")

    return tell


def test_a_text_says_when_who_towards_whom_what_and_how_certain(told):
    assert told(
        date="2025-06", actor_name="Al", target_name="Bo", form="accuse", summary="So."
    ) == ["2025-06, A → B", "Al → Bo", "Media, Accuse, reported", "So."]


def test_only_direction_type_and_certainty_are_needed(acts):
    frame = acts(("2025-06-29", "2025-06-29", "A>B", "media", "reported"))
    found = hover_texts(frame[["direction", "type", "certainty"]])
    assert found == ["A → B<br>Media, reported"]


def test_every_act_has_a_text_in_the_order_of_the_rows(acts):
    days = ("2025-06-30", "2025-06-29")
    frame = acts(*((day, day, "A>B", "media", "reported") for day in days))
    assert [text[:10] for text in hover_texts(frame)] == list(days)


def test_long_texts_are_broken_between_words(told):
    said = told(summary="word " * 40)[2:]
    assert max(map(len, said)) <= 60
    assert " ".join(said) == ("word " * 40).strip()


def test_a_word_without_end_is_broken_too(told):
    said = told(summary="x" * 150)[2:]
    assert [len(line) for line in said] == [60, 60, 30]


def test_breaking_never_cuts_what_stands_for_a_sign(told):
    said = told(summary="&" * 150)[2:]
    assert said == ["&amp;" * 60, "&amp;" * 60, "&amp;" * 30]


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;"),
        (
            '<a href="https://example.org">x</a>',
            '&lt;a href="https://example.org"&gt;x&lt;/a&gt;',
        ),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ("\u202eturned", "turned"),
        ("one<br>line", "one&lt;br&gt;line"),
        ("""it's "quoted" """, """it's "quoted\""""),
    ],
)
def test_text_of_the_data_is_never_markup(told, hostile, shown):
    assert told(summary=hostile)[2:] == [shown]


def test_a_summary_of_two_lines_is_two_lines(told):
    assert told(summary="one\r\n\r\ntwo\x00")[2:] == ["one", "two"]
