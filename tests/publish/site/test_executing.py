import nbformat
import pytest
from site_pages import write_notebook

from utils.errors import ExportError
from utils.publish.site.executing import executed


@pytest.fixture
def told():
    return []


def test_a_cell_that_fails_is_told_with_its_notebook(tmp_path):
    path = write_notebook(tmp_path / "01-broken.ipynb", "1 / 0")
    with pytest.raises(ExportError) as caught:
        executed([path])
    assert str(caught.value) == (
        "01-broken.ipynb does not run to its end (division by zero); run it in "
        "JupyterLab, mend the cell that fails, and build again."
    )


def test_a_cell_that_does_not_end_is_stopped(tmp_path):
    path = write_notebook(tmp_path / "01-endless.ipynb", "while True: pass")
    with pytest.raises(ExportError, match=r"01-endless\.ipynb does not run to its end"):
        executed([path], cell_timeout_s=1)


def test_a_kernel_that_dies_is_told(tmp_path):
    path = write_notebook(tmp_path / "01-dies.ipynb", "import os; os._exit(1)")
    with pytest.raises(ExportError, match=r"01-dies\.ipynb does not run to its end"):
        executed([path])


def test_a_notebook_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ExportError, match=r"There is no notebook .*gone\.ipynb"):
        executed([tmp_path / "gone.ipynb"])


def test_a_file_that_is_no_notebook_is_named(tmp_path):
    path = tmp_path / "odd.ipynb"
    path.write_text("no JSON")
    with pytest.raises(ExportError, match=r"odd\.ipynb is no notebook"):
        executed([path])


def test_a_run_is_kept_until_the_notebook_changes(tmp_path, told):
    path = write_notebook(tmp_path / "01-day.ipynb", "import os; os.getpid()")
    kept = tmp_path / "kept"

    def outputs():
        (run,) = executed([path], reuse=kept, progress=told.append)
        nbformat.validate(run)
        return run.cells[0].outputs

    first = outputs()
    assert outputs() == first
    write_notebook(path, "import os; -os.getpid()")
    assert outputs() != first
    assert told == [
        "01-day.ipynb: run",
        "01-day.ipynb: taken from an earlier run",
        "01-day.ipynb: run",
    ]


def test_a_notebook_runs_in_its_own_folder_and_finds_the_package(tmp_path):
    path = write_notebook(
        tmp_path / "01-here.ipynb", "import os, utils; print(os.getcwd())"
    )
    (run,) = executed([path])
    assert run.cells[0].outputs[0].text == f"{tmp_path}\n"
