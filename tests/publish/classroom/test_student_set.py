"""What students unpack starts by itself, wherever it lies."""

import json
import os
import subprocess
import sys

import nbformat
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell

LOAD = """
import json, utils
from utils import load
case = load("azerbaijan-russia")
print(json.dumps([utils.__file__, str(case.folder), len(case.actions) > 0]))
"""


def environment(folder):
    return {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}


def ask(folder, *arguments):
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_the_first_command_is_there(unpacked):
    assert "open JupyterLab on the start notebook" in ask(
        unpacked, "start.py", "--help"
    )
    assert (unpacked / "notebooks" / "00-start-here.ipynb").is_file()


def test_what_the_set_up_installs_is_named(unpacked):
    names = ("requirements.lock", "pyproject.toml", "README.md", "LICENSE")
    assert [name for name in names if not (unpacked / name).is_file()] == []


def test_a_case_is_loaded_from_the_folder_itself(unpacked):
    module, case, some = json.loads(ask(unpacked, "-c", LOAD))
    assert module.startswith(str(unpacked))
    assert case.startswith(str(unpacked))
    assert some


def test_a_lesson_runs_there_from_top_to_bottom(unpacked):
    (path,) = (unpacked / "notebooks" / "lessons").glob("01-*.ipynb")
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.append(new_code_cell("import utils\nprint(utils.__file__)"))
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=120,
        resources={"metadata": {"path": str(path.parent)}},
    )
    client.execute(env=environment(unpacked))
    assert notebook.cells[-1].outputs[0].text.startswith(str(unpacked))
