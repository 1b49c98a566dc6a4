"""What the doctor says as a whole."""

import os
import subprocess
import sys

import nbclient
import nbformat
import pytest

from utils import doctor
from utils.app.doctor import Checkup, Line
from utils.app.doctor.widgets import Widgets

LOST = Line("<b>pandas</b>", "2.2.0", False, "Run: <script>")


def command(**environment):
    return subprocess.run(
        [sys.executable, "-m", "utils.app.doctor"],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_here_nothing_needs_mending():
    found = doctor()
    assert found.ok
    assert str(found).startswith("Nothing needs mending.\nok: Python: ")


def test_every_line_is_a_row_of_the_table():
    table = doctor().table
    assert list(table.columns) == ["what", "found", "ok", "mend"]
    named = ["Python", "pandas", "plotly", "ipywidgets", "anywidget", "jupyterlab"]
    assert table["what"].tolist()[:6] == named
    assert table["what"].tolist()[-2:] == ["Place", "Widgets"]


def test_one_thing_that_needs_mending_is_told_first():
    found = Checkup((Line("a", "b"), LOST), Widgets())
    assert (found.ok, str(found).splitlines()[0]) == (False, "One thing needs mending.")


def test_what_is_not_known_is_no_fault():
    assert Checkup((Line("Place", "Colab", None),), Widgets()).ok


def test_no_line_in_a_notebook_is_longer_than_it_shows():
    assert max(map(len, doctor().in_lines().splitlines())) <= 70


def test_the_command_says_what_works():
    answer = command()
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "ok: Place: plain Python." in answer.stdout


def test_the_command_fails_where_something_needs_mending():
    answer = command(DEMARCHE_BROWSER="/nowhere")
    assert answer.returncode == 1
    assert answer.stdout.startswith("One thing needs mending.")


@pytest.fixture(scope="module")
def outputs():
    """Give what a notebook keeps of it where no browser looks on."""
    notebook = nbformat.v4.new_notebook()
    cell = "from utils import doctor\ndoctor()"
    notebook.cells = [nbformat.v4.new_code_cell(cell)]
    nbclient.NotebookClient(notebook, timeout=120).execute()
    return notebook.cells[0].outputs


def test_a_notebook_keeps_a_table_and_the_sentences(outputs):
    assert outputs[0]["data"]["text/html"].startswith("<table><thead>")
    assert "ok: Place: a Jupyter kernel." in outputs[0]["data"]["text/plain"]


def test_without_a_browser_the_line_on_widgets_waits_with_what_would_mend_it(outputs):
    said = outputs[1]["data"]["text/plain"]
    assert said.startswith("open: Widgets: waiting for the browser. If this stays:")


def test_nothing_that_was_found_becomes_markup():
    from utils.app.doctor.checkup import _html

    assert "<b>" not in _html((LOST,))
    assert "&lt;script&gt;" in _html((LOST,))
