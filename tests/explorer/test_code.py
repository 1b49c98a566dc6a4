import shutil
import subprocess
import sys

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from utils import load, select
from utils.charts.record import record
from utils.errors import ProjectError
from utils.explorer import explore
from utils.explorer.code import to_code
from utils.explorer.figures import FIGURES
from utils.explorer.inquiry import Inquiry

IDS = ["a1", "a2", "a3", "a4", "a5", "a6"]
SELECTIONS = st.builds(
    select,
    types=st.sets(st.sampled_from(["media", "diplomatic", "cultural"])),
    actors=st.sets(st.sampled_from(["AAA", "BBB", "BBB/", "BBB_MFA"]), max_size=2),
    directions=st.sets(st.sampled_from(["AAA>BBB", "BBB>AAA", "BBB>BBB"])),
    without=st.sets(st.sampled_from(IDS), max_size=3),
    since=st.sampled_from(["", "2025-06-01", "2025-06-28"]),
    until=st.sampled_from(["", "2025-07-31", "2025-12-31"]),
    dates=st.sampled_from(["possibly", "certainly"]),
    text=st.sampled_from(["", "held", 'a "quoted" \\ word', "two\nlines"]),
)
INQUIRIES = st.builds(
    Inquiry,
    SELECTIONS,
    against=st.none() | SELECTIONS,
    view=st.sampled_from([*FIGURES]),
    scale=st.sampled_from(["goldstein-icews", "signs"]),
    half_life_days=st.sampled_from([1, 7.5, 30]),
    per=st.sampled_from(["day", "week", "month"]),
    band=st.booleans(),
)


def ran(code):
    """Run a cell in a namespace of its own, and give that."""
    known = {}
    exec(compile(code, "a cell", "exec"), known)
    return known


def outcome(make):
    """Give the record of a chart, or why it cannot be drawn."""
    try:
        return record(make())
    except ProjectError as error:
        return str(error)


@pytest.fixture(scope="module")
def desk(small):
    return explore(small, view="table")


@settings(max_examples=20)
@given(asked=INQUIRIES)
def test_the_cell_gives_the_same_frame_and_the_same_chart(small, desk, asked):
    desk.inquiry = asked.but(view="table")
    code = to_code(asked, small)
    before_chart = code.split("about = ")[0]
    pd.testing.assert_frame_equal(ran(before_chart)["acts"], desk.acts)
    drawn = outcome(lambda: desk.figure(asked.view))
    assert outcome(lambda: ran(code)["chart"]) == drawn


@pytest.mark.parametrize("view", [*FIGURES])
def test_the_shipped_case_is_loaded_by_its_name(case, view):
    desk = explore(case, view="table")
    code = to_code(desk.inquiry.but(view=view), case)
    assert 'case = load("azerbaijan-russia")' in code.splitlines()
    assert record(ran(code)["chart"]) == record(desk.figure(view))


def test_cells_are_formatted_as_the_house_formats_code(small, tmp_path):
    for n, asked in enumerate(short_and_long_ones()):
        (tmp_path / f"cell_{n}.py").write_text(to_code(asked, small), "utf-8")
    command = [sys.executable, "-m", "ruff", "format", "--diff", "--isolated", tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == ""


def short_and_long_ones():
    """Give inquiries whose lines end before, at and after the width that code has.

    How marks of quotation are written is the affair of the selection.
    """
    for n in range(120):
        acts = [f"act-{i:0{n % 33}}" for i in range(n % 17)]
        chosen = select(acts=acts, text="x\\"[: n % 3] + "x" * n)
        yield Inquiry(
            chosen.but(until="2025" * (n % 2)), view=[*FIGURES][n % len(FIGURES)]
        )


def test_a_cell_ends_with_the_chart(small):
    for view in FIGURES:
        code = to_code(Inquiry(select(types="media"), view=view), small)
        assert code.splitlines()[-1] == "chart"


def test_a_long_list_takes_few_lines_and_means_the_same(small):
    ids = [f"20250629-aaa-detain-{n}" for n in range(40)]
    code = to_code(Inquiry(select(without=ids), view="table"), small)
    assert len(code.splitlines()) == 23
    chosen = code[: code.index("scale = ")]
    assert ran(chosen)["chosen"] == select(without=ids)


def test_a_view_without_a_chart_ends_with_the_frame(small):
    code = to_code(Inquiry(view="table"), small)
    assert code.splitlines()[0] == "from utils import load, measures, select"
    assert code.splitlines()[-1] == "acts"


def test_a_case_below_the_working_folder_is_named_from_there(
    small, tmp_path, monkeypatch
):
    shutil.copytree(small.folder, tmp_path / "cases" / "mine")
    monkeypatch.chdir(tmp_path)
    code = to_code(Inquiry(view="table"), load("cases/mine"))
    assert 'case = load("./cases/mine")' in code.splitlines()
    assert len(ran(code)["acts"]) == 6


def test_a_case_elsewhere_is_named_by_its_whole_path(small, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code = to_code(Inquiry(view="table"), small)
    assert f'case = load("{small.folder.as_posix()}")' in code.splitlines()


def test_a_case_that_was_made_from_another_is_not_passed_off_as_it(case):
    without = case.without("western")
    code = to_code(Inquiry(view="table"), without)
    assert '# What was explored is "azerbaijan-russia-without-western",' in code
