"""Saving many figures."""

import io
import sys

import pytest
from plotly.graph_objects import Figure

from utils.errors import ChartError, ExportError
from utils.exports.batch import save_all
from utils.exports.browser import BrowserMissing
from utils.exports.progress import progress_here

FORMATS = ["csv", "caption"]


@pytest.fixture
def figures(drawn):
    return {name: drawn(name) for name in ("butterfly", "tension_curve", "heat_map")}


def test_every_figure_is_saved_under_its_name(figures, tmp_path):
    saved = save_all(figures, tmp_path, formats=FORMATS)
    assert [path.name for path in saved.paths] == [
        *("butterfly.csv", "butterfly.txt", "tension_curve.csv", "tension_curve.txt"),
        *("heat_map.csv", "heat_map.txt"),
    ]
    assert str(saved) == f"Saved 3 figures as 6 files in {tmp_path}."


def test_progress_is_told_before_each_figure(figures, tmp_path):
    lines = []
    save_all(figures, tmp_path, formats=FORMATS, progress=lines.append)
    assert lines == ["1 of 3: butterfly", "2 of 3: tension_curve", "3 of 3: heat_map"]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("a", "b/c"), "'b-c' would do"),
        (("a", "A"), "a and A would be the same file on some systems"),
        ((), "There is no figure to save"),
    ],
)
def test_names_are_checked_before_the_first_figure(names, said, butterfly, tmp_path):
    with pytest.raises(ExportError, match=said):
        save_all(dict.fromkeys(names, butterfly), tmp_path, formats=FORMATS)
    assert [*tmp_path.iterdir()] == []


def test_figures_are_checked_before_the_first_is_saved(butterfly, tmp_path):
    with pytest.raises(ChartError, match="without the record of a chart"):
        save_all({"a": butterfly, "b": Figure()}, tmp_path, formats=FORMATS)
    assert [*tmp_path.iterdir()] == []


def test_files_that_are_there_are_named_before_the_first_is_saved(figures, tmp_path):
    (tmp_path / "heat_map.csv").touch()
    with pytest.raises(ExportError, match=r"^heat_map\.csv is there already"):
        save_all(figures, tmp_path, formats=FORMATS)
    assert len([*tmp_path.iterdir()]) == 1


def test_an_error_names_the_figures_that_were_saved_before_it(figures, tmp_path):
    def get_in_the_way(said: str) -> None:
        if said.startswith("3"):
            (tmp_path / "heat_map.txt").touch()

    with pytest.raises(
        ExportError,
        match=r"^heat_map: heat_map\.txt is there already.* "
        r"Saved before it: butterfly, tension_curve\.$",
    ):
        save_all(figures, tmp_path, formats=FORMATS, progress=get_in_the_way)


def test_without_a_browser_every_figure_is_written_as_far_as_it_goes(
    figures, tmp_path, monkeypatch
):
    from utils.exports.browser import shared

    shared().close()
    monkeypatch.setenv("DEMARCHE_BROWSER", str(tmp_path / "no-such-browser"))
    with pytest.raises(BrowserMissing) as missing:
        save_all(figures, tmp_path, formats=["svg", "csv"])
    assert {path.name for path in tmp_path.iterdir()} == {f"{n}.csv" for n in figures}
    assert str(missing.value).startswith(
        "Of butterfly, tension_curve, heat_map only what needs no browser was written."
    )
    assert str(missing.value).count("To install one") == 1


def test_a_terminal_shows_a_line_for_each_figure(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    progress_here()("1 of 3: butterfly")
    assert terminal.getvalue() == "1 of 3: butterfly\n"


def test_a_file_or_a_pipe_gets_no_line(monkeypatch):
    monkeypatch.setattr(sys, "stderr", file := io.StringIO())
    progress_here()("1 of 3: butterfly")
    assert file.getvalue() == ""
