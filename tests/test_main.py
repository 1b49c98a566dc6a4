"""The command line as a user meets it: words, exit status, and no traceback."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from utils.__main__ import main

ROOT = Path(__file__).resolve().parents[1]


def run(*arguments, cwd, **more):
    """Run the command in a Python of its own."""
    command = [sys.executable, "-m", "utils", *arguments]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **more.pop("env", {})}
    return subprocess.run(
        command, cwd=cwd, env=env, capture_output=True, text=True, **more
    )


@pytest.fixture
def said(capsys, tmp_path, monkeypatch):
    """Run a command here, and give its status, its lines and its complaints."""
    monkeypatch.chdir(tmp_path)

    def outcome(*arguments):
        try:
            status = main(arguments)
        except SystemExit as left:
            status = left.code
        told = capsys.readouterr()
        return status, told.out, told.err

    return outcome


@pytest.fixture
def made(said):
    """Make a case in the current folder."""
    said("new", "my-case", "--sides", "AZE", "FRA", "--until", "2025-06-30")
    return Path("my-case")


@pytest.mark.parametrize("command", ["new", "check", "diff"])
def test_help_has_an_example(said, command):
    status, out, _ = said(command, "--help")
    assert status == 0
    assert f"example:\n  python -m utils {command} " in out


def test_help_loads_nothing_heavy():
    code = (
        "import sys; from utils.__main__ import parser; parser().format_help();"
        "print(*sys.modules)"
    )
    loaded = subprocess.check_output([sys.executable, "-c", code], text=True, cwd=ROOT)
    assert not {"pandas", "numpy", "plotly"} & set(loaded.split())


def test_new_check_and_diff_in_a_python_of_their_own(tmp_path):
    made = run("new", "my-case", "--sides", "AZE", "FRA", cwd=tmp_path)
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout.startswith("my-case is made: AZE and FRA")
    checked = run("check", "my-case", cwd=tmp_path)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.startswith("my-case: no faults, 8 warnings.")
    same = run("diff", "my-case", "my-case", cwd=tmp_path)
    assert (
        same.stdout == "Nothing has changed from my-case (0.1.0) to my-case (0.1.0).\n"
    )


def test_faults_leave_with_one_and_stand_in_a_table(said, made):
    path = made / "actions.csv"
    path.write_text(path.read_text().replace("2025-06-01,AZE", "01/13/2025,AZE"))
    status, out, _ = said("check", "my-case", "--no-warnings")
    assert status == 1
    head, row = out.splitlines()[3:5]
    assert head.split()[:5] == ["file", "line", "column", "value", "what"]
    assert head.index("value") == row.index("01/13/2025")
    assert row.endswith("does not begin with the year  write 2025-01-13")


def test_warnings_leave_with_one_only_if_strict(said, made):
    assert said("check", "my-case")[0] == 0
    assert said("check", "my-case", "--strict")[0] == 1


def test_json_is_one_object(said, made):
    status, out, _ = said("check", "my-case", "--format", "json")
    assert (status, json.loads(out)["sound"]) == (0, True)


def test_ten_warnings_of_a_kind_are_printed_unless_all_are_wanted(said, made):
    path = made / "landmarks.csv"
    rows = [f"l{n},2025-06-01,Absurd talks,,," for n in range(12)]
    path.write_text("\n".join([path.read_text().strip(), *rows, ""]))
    few = said("check", "my-case")[1]
    assert "and 2 more; --all prints them" in few
    assert said("check", "my-case", "--all")[1].count("judges what was said") == 12


def test_the_changelog_alone(said, made):
    status, out, _ = said("diff", "my-case", "my-case", "--format", "changelog")
    assert (status, out.splitlines()[2]) == (0, "Nothing is changed.")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "required: COMMAND"),
        (["nosuch"], "invalid choice: 'nosuch'"),
        (["check", "nosuch"], "'nosuch' is no case of this project"),
        (["check", "a\0b"], "is no"),
        (["check", "x", "--format", "xml"], "invalid choice: 'xml'"),
        (["diff", "./a", "./b"], "'./a' is no folder"),
        (["new", "x"], "required: --sides"),
        (["new", "x", "--sides", "AZE", "fra"], "'fra' is no country code"),
        (["new", "..", "--sides", "AZE", "FRA"], "cannot be the name of a case"),
        (["new", "x", "--sides", "AZE", "FRA", "--folder", "none"], "cannot be made"),
        (["check", "\x1b[31m"], "\\x1b[31m"),
        (["check", "x", "\x1b[31m"], "\\x1b[31m"),
    ],
)
def test_wrong_use_leaves_with_two_and_a_sentence(said, arguments, words):
    status, out, err = said(*arguments)
    assert (status, out) == (2, "")
    assert words in err
    assert "Traceback" not in err
    assert "\x1b" not in err


def test_a_table_that_cannot_be_compared_leaves_with_one(said, made):
    (made / "sources.csv").unlink()
    status, _, err = said("diff", "azerbaijan-russia", "my-case")
    assert status == 1
    assert "sources.csv: is missing" in err


def test_nothing_in_a_cell_reaches_a_terminal_raw(said, made):
    hostile = "\x1b]0;owned\x07\u202e\x9b2J"
    path = made / "actions.csv"
    text = path.read_text().replace(",appeal,", f",{hostile},")
    path.write_text(text.replace("AZE,FRA,dip", f"AZE{hostile},FRA,dip"))
    for arguments in (["check", "my-case"], ["diff", "azerbaijan-russia", "my-case"]):
        _, out, err = said(*arguments)
        assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(out + err)
    assert "\\x1b]0;owned" in said("check", "my-case")[1]


def test_letters_that_the_output_lacks_are_escaped(made):
    path = made / "actions.csv"
    path.write_text(path.read_text().replace(",appeal,", ",обвинить,"))
    found = run("check", "my-case", cwd=".", env={"PYTHONIOENCODING": "ascii"})
    assert (found.returncode, found.stderr) == (1, "")
    assert "\\u043e" in found.stdout


def test_a_reader_who_has_seen_enough_is_no_error(made):
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "utils", "check", "my-case"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    found = subprocess.run(command, env=env, stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert found.stderr == b""


def test_a_terminal_is_told_how_far_it_has_come(made):
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "utils", "check", "my-case"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "reading the tables ..." in shown
    assert shown.endswith("\r\x1b[K")
