"""Where no widget can be made, the same acts are shown in plain charts.

The missing package is simulated: a fresh Python is kept from finding anywidget.
"""

import subprocess
import sys

import nbclient
import nbformat
import pytest

from utils import select
from utils.app import explore
from utils.app.plain import PlainExplorer
from utils.errors import ChartError, SelectionError
from utils.explorer import Explorer, Inquiry

HIDE = """
import sys

class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "anywidget":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Hidden())
"""
OPEN = 'from utils import explore, load\ndesk = explore(load("azerbaijan-russia"))\n'


@pytest.fixture
def desk(case):
    surveyed = Inquiry(select(types=["economic"]), view="butterfly")
    return PlainExplorer(case, surveyed, why="Filters need widgets.")


def without_anywidget(code: str) -> str:
    command = [sys.executable, "-c", HIDE + OPEN + code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_with_widgets_the_explorer_itself_opens_with_ways_out(case):
    desk = explore(case)
    assert isinstance(desk, Explorer)
    assert "Download" in str([*walked(desk)])


def walked(widget):
    yield type(widget).__name__, getattr(widget, "_esm", "")
    for child in getattr(widget, "children", ()):
        yield from walked(child)


def test_without_anywidget_the_same_acts_are_there():
    said = without_anywidget("print(type(desk).__name__, len(desk.acts))")
    assert said.split() == ["PlainExplorer", "262"]


def test_without_anywidget_it_is_said_what_would_mend_that():
    said = without_anywidget("print(desk)")
    assert said.startswith("Filters need widgets, and these need anywidget")
    assert "Run: python -m pip install anywidget; then restart the kernel." in said


def test_an_option_that_is_wrong_is_refused_without_anywidget_too():
    code = (
        "try:\n    explore(desk.case, scale='x')\nexcept Exception as why: print(why)"
    )
    assert "There is no scale 'x'" in without_anywidget(code)


def test_a_notebook_without_anywidget_shows_sentences_and_charts(repository):
    cells = [HIDE, OPEN + "desk"]
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_code_cell(cell) for cell in cells]
    where = {"metadata": {"path": str(repository)}}
    nbclient.NotebookClient(notebook, timeout=120, resources=where).execute()
    outputs = notebook.cells[1].outputs
    assert "262 of 440 acts: " in outputs[0]["data"]["text/plain"]
    kinds = [kind for output in outputs for kind in output["data"]]
    assert kinds.count("application/vnd.plotly.v1+json") == 3
    assert [output for output in outputs if output.output_type == "error"] == []


def test_it_says_number_and_selection(desk):
    said = str(desk).splitlines()
    assert said[1] == "11 of 440 acts: economic acts."


def test_lines_are_no_longer_than_a_notebook_shows(desk):
    assert max(map(len, desk.in_lines().splitlines())) <= 70


def test_it_follows_a_selection_that_is_set(desk):
    desk.selection = desk.selection.but(types=["military"])
    assert set(desk.acts["type"]) == {"military"}
    assert "military acts" in str(desk)


def test_the_figure_is_the_view_that_is_asked_for(desk):
    alone, timeline = desk.figure(), desk.figure("timeline")
    assert {trace.type for trace in alone.data} >= {"bar"}
    assert timeline.layout.meta["words"]["title"].startswith("11 recorded acts")


def test_an_unknown_view_is_refused(desk):
    with pytest.raises(ChartError, match="no chart 'pie'"):
        desk.figure("pie")


def test_a_selection_that_means_nothing_is_refused_and_nothing_changes(desk):
    before = desk.inquiry
    with pytest.raises(SelectionError):
        desk.selection = select(types=["cultrual"])
    assert desk.inquiry == before


def test_it_offers_what_the_explorer_offers(case, desk):
    full = explore(case)
    names = ["case", "selection", "inquiry", "acts", "figure"]
    assert all(hasattr(full, name) and hasattr(desk, name) for name in names)


def test_importing_the_app_needs_no_widgets():
    code = "import utils.app, sys; print('anywidget' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "False\n"
