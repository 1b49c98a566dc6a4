"""What the notebook on a case of one's own shows."""

import re

from notebook_outputs import said, title

NAME = "08-your-own-case"


def test_the_folder_has_tables_a_codebook_and_pages(run):
    files = said(run(NAME), "files")
    for name in ("actions.csv", "sides.csv", "README.md", "datapackage.json"):
        assert f"'{name}'" in files


def test_the_slip_is_the_only_fault_and_the_rest_are_warnings(run):
    shown = said(run(NAME), "check")
    kinds = re.findall(r"^\d +(\S+) +\S+\.csv", shown, re.M)
    assert kinds == ["fault", *["example"] * 6, *["one-sided"] * 2]
    assert "01/06/2025" in shown


def test_the_fault_is_told_with_both_days(run):
    assert said(run(NAME), "remedy").strip() == (
        "actions.csv, line 2, date: '01/06/2025' is ambiguous: it may be either of two "
        "days; write 2025-01-06 or 2025-06-01."
    )


def test_once_it_is_mended_the_case_is_sound_and_loads(run):
    assert said(run(NAME), "mend") == "True"
    assert said(run(NAME), "load") == (
        "<Case altania-bestovia 0.1.0: 2 acts, 2 actors, 2 sources>"
    )


def test_the_chart_has_both_acts(run):
    assert "2 recorded acts" in title(run(NAME), "chart")


def test_the_change_is_named_by_act_and_column(run):
    entry = said(run(NAME), "change")
    assert entry.startswith("## 0.1.1, ")
    assert "1 act is changed: `20250603-bes-example` (date)." in entry


def test_the_founding_case_has_acts_that_one_side_alone_tells_and_no_fault(run):
    assert said(run(NAME), "large").split()[1:3] == ["one-sided", "68"]
