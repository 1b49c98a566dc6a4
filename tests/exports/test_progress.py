"""Progress in a real notebook: one line that changes."""

import nbformat
from nbclient import NotebookClient

CELL = """
from utils.exports.progress import progress_here
tell = progress_here()
tell("1 of 2: butterfly")
tell("2 of 2: heat_map")
"""


def test_a_notebook_shows_one_line_that_changes(repository):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CELL)])
    resources = {"metadata": {"path": str(repository)}}
    NotebookClient(notebook, resources=resources, timeout=120).execute()
    shown = [output["data"] for output in notebook.cells[0].outputs]
    assert shown == [{"text/plain": "2 of 2: heat_map"}]
