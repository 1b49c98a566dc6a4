"""The caption: sentences for a text, and facts for a program."""

from datetime import date

import pytest

from utils import load, select
from utils.exports.caption import as_code, caption, citation, facts, one_line

TODAY = date(2026, 1, 31)


@pytest.fixture
def record():
    """Give the record of a chart of which all is known, as far as a caption reads."""
    return {
        "chart": "butterfly",
        "words": {
            "title": "More acts from A",
            "said": "Recorded acts by month. Chosen: media acts. Scale: Signs.",
            "key": ["■ up: A → B", "■ down: B → A"],
            "landmarks": "1 Note (3 Feb 2025).",
            "source": "Data: A quarrel, version 1.0.0: 3 recorded acts, 5 sources, "
            "1 disputed. CC0-1.0.",
        },
        "alt": "Bars up and down.",
        "about": {
            "dataset": "A quarrel",
            "version": "1.0.0",
            "checksum": "0123456789abcdef",
            "licence": "CC0-1.0",
            "citation": "Us (2026). A quarrel.",
            "selection": "media acts",
            "query": "types=media",
            "scale": "Signs",
            "n_actions": 3,
            "n_sources": 5,
            "n_disputed": 1,
            "n_without_weight": 2,
        },
    }


def test_a_caption_says_what_a_text_can_take_over_and_then_what_a_program_reads(
    record,
):
    assert caption(record, today=TODAY).split("\n\n") == [
        "More acts from A.",
        "Recorded acts by month. Chosen: media acts. Scale: Signs.",
        "Key: ■ up: A → B; ■ down: B → A.",
        "Landmarks: 1 Note (3 Feb 2025).",
        "Data: A quarrel, version 1.0.0: 3 recorded acts, 5 sources, 1 disputed. "
        "CC0-1.0.",
        "Cite as: Us (2026). A quarrel.",
        "Alt text: Bars up and down.",
        "Title: More acts from A\n"
        "Chart: butterfly\n"
        "Filter: media acts\n"
        'Filter as code: select(types=["media"])\n'
        "Scale: Signs\n"
        "Recorded acts: 3\n"
        "Sources: 5\n"
        "Disputed acts: 1\n"
        "Acts without a weight: 2\n"
        "Dataset: A quarrel\n"
        "Dataset version: 1.0.0\n"
        "Dataset SHA-256: 0123456789abcdef\n"
        "Licence: CC0-1.0\n"
        "Citation: Us (2026). A quarrel.\n"
        "Software: Demarche 0.1.0\n"
        "Exported: 2026-01-31\n",
    ]


def test_the_code_in_a_caption_chooses_the_same_acts(drawn):
    told = facts(drawn("butterfly").layout.meta)["Filter as code"]
    chosen = eval(told, {"select": select})
    case = load("azerbaijan-russia")
    assert (
        len(chosen.apply(case.actions))
        == drawn("butterfly").layout.meta["about"]["n_actions"]
    )


def test_what_is_not_known_is_left_out(record):
    record["about"] |= {"scale": "", "checksum": "", "licence": "", "version": ""}
    missing = {"Scale", "Acts without a weight", "Dataset SHA-256", "Licence"}
    assert not missing & facts(record, today=TODAY).keys()


def test_a_scale_that_the_chart_does_not_use_is_left_out(record):
    record["words"]["said"] = "Recorded acts by month. Chosen: media acts."
    assert not {"Scale", "Acts without a weight"} & facts(record).keys()


def test_a_figure_of_two_selections_names_the_second(record):
    second = {"selection": "judicial acts", "query": "types=judicial", "n_actions": 2}
    told = facts({**record, "against": {**record["about"], **second}})
    assert told["Filter"] == "media acts"
    assert told["Compared with"] == "judicial acts"
    assert told["Compared with, as code"] == 'select(types=["judicial"])'
    assert told["Recorded acts compared with"] == "2"


def test_a_figure_without_a_filter_is_one_of_all_acts():
    assert as_code("") == "select()"


def test_a_filter_that_is_only_said_has_no_code(record):
    record["about"]["query"] = ""
    assert "Filter as code" not in facts(record)
    record["about"]["selection"] = "all acts"
    assert facts(record)["Filter as code"] == "select()"


def test_a_query_that_is_none_is_left_out():
    assert as_code("by hand") == ""


def test_data_without_a_citation_of_its_own_is_cited_by_name_and_version(record):
    record["about"]["citation"] = ""
    said = "A quarrel. Version 1.0.0, SHA-256 0123456789ab. CC0-1.0."
    assert citation(record) == said


def test_text_of_the_data_begins_no_line_of_its_own(record):
    record["about"]["dataset"] = "A quarrel\nLicence: none\u2028Sources: 9"
    lines = caption(record, today=TODAY).splitlines()
    assert "Dataset: A quarrel Licence: none Sources: 9" in lines


def test_text_of_the_data_turns_no_writing_around():
    assert one_line("a\u202eb\x1b[31mc\u2067d") == "ab [31mcd"


def test_the_export_is_dated_today(record):
    assert facts(record)["Exported"] == date.today().isoformat()
