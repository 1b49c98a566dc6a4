from dataclasses import replace

import numpy as np
import pytest

from utils.charts.sheet import words


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("<b>", "&lt;b&gt;"),
        ("<a href='x'>", "&lt;a href='x'&gt;"),
        ("&lt;", "&amp;lt;"),
        ("one\ntwo\r\x00", "one two  "),
        ("\u202eback\u2066 \u200fforth\u061c", "back forth"),
        ("Əliyev – Путин → ё", "Əliyev – Путин → ё"),
    ],
)
def test_no_text_is_taken_as_markup_or_turns_what_stands_beside_it(given, shown):
    assert words.plain(given) == shown


@pytest.mark.parametrize(("n", "cut"), [(90, False), (91, True)])
def test_a_title_has_at_most_90_characters(n, cut):
    found = words.title("word " * 17 + "x" * (n - 85))
    assert len(found) <= 90
    assert found.endswith("…") == cut


def test_a_long_title_is_cut_between_words():
    assert words.title("word " * 30).endswith("word word…")


def test_the_subtitle_says_what_is_counted_and_chosen(about):
    chosen = replace(about, selection="media acts", scale="mine 1")
    assert words.subtitle(chosen, "Acts") == "Acts. Chosen: media acts."


def test_the_scale_is_said_where_weights_matter(about):
    scaled = replace(about, scale="mine 1")
    said = words.subtitle(scaled, "Acts", weighed=True)
    assert said == "Acts. Chosen: all acts. Scale: mine 1."


def test_acts_without_a_weight_are_said_to_be_left_out(about):
    scaled = replace(about, scale="mine 1", n_without_weight=1234)
    said = words.subtitle(scaled, "Acts", weighed=True)
    assert said.endswith("Scale: mine 1 (1,234 without a weight left out).")


def test_the_footer_names_data_version_numbers_and_licence(about):
    known = replace(about, version="1.2.0", licence="CC0", n_actions=1234, n_sources=5)
    said = "Data: A quarrel, version 1.2.0: 1,234 recorded acts, 5 sources, 0 disputed."
    assert words.footer(known) == f"{said} CC0."


def test_an_empty_selection_is_counted_too(about):
    assert ": 0 recorded acts, 0 sources" in words.footer(about)


def test_the_codes_of_the_sides_are_explained(about):
    assert words.sides_key(about) == "A: Altania, B: Bestovia."


def test_codes_that_are_names_need_no_explanation(about):
    assert words.sides_key(replace(about, side_names=("A", "B"))) == ""


def test_directions_go_from_one_side_to_the_other(about):
    assert words.directions(about) == ("A>B", "B>A")


def test_a_direction_in_a_sentence_is_not_broken():
    assert words.towards("A>B").split(" ") == [
        "A\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}B"
    ]


def test_an_undirected_pair_has_no_arrow():
    assert words.arrow("A--B") == "A – B"


def test_days_and_months_are_in_words():
    day = np.datetime64("2025-06-09")
    assert (words.day(day), words.month(day)) == ("9 Jun 2025", "Jun 2025")


@pytest.mark.parametrize(
    ("parts", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b")]
)
def test_parts_are_joined(parts, said):
    assert words.listed(parts) == said


@pytest.mark.parametrize("date", ["2 Jul 2025", "23 June 2025", "Jul 2025", "9 May"])
def test_no_line_ends_within_a_date(date):
    glued = date.replace(" ", "\N{NO-BREAK SPACE}")
    assert words.whole_dates(f"Up to {date} it rose") == f"Up to {glued} it rose"


def test_words_that_are_no_date_may_part():
    assert words.whole_dates("of 12 acts in 2025") == "of 12 acts in 2025"
