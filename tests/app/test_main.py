"""The command that opens the explorer as a page of its own."""

import json
import subprocess
import sys

import nbformat

from utils.app.__main__ import NO_VOILA, SERVED, main, voila_options


def test_it_listens_to_this_computer_only():
    assert "--Voila.ip=127.0.0.1" in voila_options(8866)
    assert "--Voila.port=8866" in voila_options(8866)


def test_a_case_that_is_none_ends_in_a_sentence(capsys):
    assert main(["--case", "atlantis"]) == 1
    assert "'atlantis' is no case of this project" in capsys.readouterr().err


def test_a_case_with_faults_is_refused_with_all_of_them(tmp_path, capsys):
    (tmp_path / "actions.csv").write_text("action_id\na1\n")
    assert main(["--case", str(tmp_path)]) == 1
    assert "actors.csv: is missing" in capsys.readouterr().err


def test_without_voila_the_command_says_what_installs_it():
    code = (
        "import importlib.util as u, sys; found = u.find_spec; "
        "u.find_spec = lambda name: None if name == 'voila' else found(name); "
        "from utils.app.__main__ import main; sys.exit(main([]))"
    )
    command = [sys.executable, "-c", code]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stderr) == (1, f"{NO_VOILA}\n")


def test_the_notebook_that_is_shown_is_sound_and_without_outputs():
    (path,) = SERVED.glob("*.ipynb")
    notebook = nbformat.read(path, 4)
    nbformat.validate(notebook)
    assert [cell.outputs for cell in notebook.cells] == [[]]


def test_the_template_asks_no_other_host():
    folder = SERVED / "voila" / "templates" / "demarche"
    assert json.loads((folder / "conf.json").read_text())["base_template"] == "lab"
    assert "//" not in (folder / "index.html.j2").read_text()
