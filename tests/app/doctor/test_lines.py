"""Each line of the doctor, sound and in the state that it warns of."""

import hashlib
import json
import shutil
import sys
import tomllib
from types import SimpleNamespace

import pytest
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from utils.app.doctor.browser import FONTS, browser, fonts
from utils.app.doctor.data import data
from utils.app.doctor.packages import packages
from utils.app.doctor.place import place
from utils.app.doctor.widgets import Widgets
from utils.exports.browser.finding import how_to_get_one

# Python and packages


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Give a way to put other metadata of a package in front of what is installed."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def install(name, version, *more):
        folder = tmp_path / f"{name}-{version}.dist-info"
        folder.mkdir()
        lines = [f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}", *more]
        (folder / "METADATA").write_text("\n".join(lines) + "\n")

    return install


def by_what(lines):
    return {line.what: line for line in lines}


def test_what_is_installed_here_fits():
    assert [str(line) for line in packages() if not line.ok] == []


def test_the_bounds_are_those_of_the_project(repository):
    project = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))
    (asked,) = (d for d in project["project"]["dependencies"] if "pandas>" in d)
    found = by_what(packages())["pandas"].found
    assert found.endswith(f"asked for {asked.removeprefix('pandas')}")


def test_an_old_package_is_told_with_the_command_that_renews_it(installed):
    installed("pandas", "2.2.0")
    line = by_what(packages())["pandas"]
    assert (line.ok, line.found) == (False, "2.2.0, asked for >=3.0,<4")
    assert 'pip install "pandas<4,>=3.0"; then restart the kernel.' in line.mend


def test_a_package_that_is_too_new_is_told(installed):
    installed("plotly", "8.0.0")
    assert by_what(packages())["plotly"].ok is False


def test_a_package_without_a_line_of_its_own_is_named_when_it_fails(installed):
    installed("scipy", "1.0.0")
    lines = by_what(packages())
    assert lines["scipy"].ok is False
    assert "Other packages" not in lines


def test_a_package_that_is_missing_is_told(installed):
    installed("demarche", "9", "Requires-Python: >=3.11", "Requires-Dist: no-such>=1")
    line = by_what(packages())["no-such"]
    assert (line.ok, line.found) == (False, "not installed, asked for >=1")


def test_what_an_extra_needs_is_not_asked_for(installed):
    extra = "Requires-Dist: no-such>=1; extra == 'test'"
    installed("demarche", "9", "Requires-Python: >=3.11", extra)
    assert "no-such" not in by_what(packages())


def test_an_old_python_is_told():
    line = by_what(packages("3.10.4"))["Python"]
    assert (line.ok, line.found) == (False, "3.10.4, asked for >=3.11")
    assert line.mend == "Install Python 3.11 or newer from python.org."


def test_a_project_that_is_not_installed_is_told(monkeypatch):
    monkeypatch.setattr(sys, "path", [])
    (line,) = packages()
    assert (line.what, line.ok) == ("demarche", False)
    assert "python -m pip install -e ." in line.mend


# The tables


@pytest.fixture
def copied(repository, tmp_path):
    """Copy the founding case, alone."""
    name = "azerbaijan-russia"
    shutil.copytree(repository / "data" / name, tmp_path / "data" / name)
    return tmp_path / "data"


def test_the_tables_of_every_case_are_as_published():
    one, other = data()
    assert one.ok
    assert one.found == "6 tables as published, version 1.0.0"
    assert other.ok
    assert other.found.endswith("tables as published, version 1.0.0")


def test_a_changed_table_is_named(copied):
    with (copied / "azerbaijan-russia" / "actors.csv").open("a") as table:
        table.write("\n")
    (line,) = data(copied)
    assert (line.ok, line.found) == (False, "actors.csv: not as in datapackage.json")
    assert "git restore actors.csv" in line.mend


def test_a_missing_table_is_named(copied):
    (copied / "azerbaijan-russia" / "claims.csv").unlink()
    (line,) = data(copied)
    assert line.found.startswith("claims.csv: ")


def test_a_table_changed_on_purpose_is_sound_once_its_hash_is_written(copied):
    case = copied / "azerbaijan-russia"
    (case / "claims.csv").write_bytes(b"paragraph\n")
    told = json.loads((case / "datapackage.json").read_text("utf-8"))
    wanted = hashlib.sha256(b"paragraph\n").hexdigest()
    told["resources"][5]["hash"] = f"sha256:{wanted}"
    (case / "datapackage.json").write_text(json.dumps(told), "utf-8")
    assert next(iter(data(copied))).ok


@pytest.mark.parametrize("text", ["", "[]", '{"resources": [{"hash": "x"}]}'])
def test_a_package_file_in_pieces_is_told(copied, text):
    (copied / "azerbaijan-russia" / "datapackage.json").write_text(text)
    (line,) = data(copied)
    assert (line.ok, "cannot be read" in line.found) == (False, True)


def test_a_folder_without_a_case_is_told(tmp_path):
    (line,) = data(tmp_path)
    assert line.ok is False


# The browser and the fonts


def program(path, text):
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return str(path)


def test_a_machine_without_a_browser_is_told_what_installs_one():
    line = browser({"PATH": ""})
    assert (line.ok, line.mend) == (False, how_to_get_one())


def test_a_browser_that_is_no_program_is_told():
    line = browser({"PATH": "", "DEMARCHE_BROWSER": "/nowhere"})
    assert line.found == "DEMARCHE_BROWSER is /nowhere, which is no program"


def test_a_browser_says_its_version(tmp_path):
    named = program(tmp_path / "mine", 'echo "Chromium 156.0"')
    assert browser({"PATH": "", "DEMARCHE_BROWSER": named}).found == "Chromium 156.0"


def test_a_browser_that_says_nothing_is_named_by_its_path(tmp_path):
    named = program(tmp_path / "mine", "exit 3")
    line = browser({"PATH": "", "DEMARCHE_BROWSER": named})
    assert (line.ok, line.found) == (True, named)


def test_the_fonts_have_the_letters():
    (line,) = fonts()
    assert line.ok


def cut(source, target, letters):
    font = TTFont(source)
    subsetter = Subsetter(Options(drop_tables=["FFTM"]))
    subsetter.populate(text=letters)
    subsetter.subset(font)
    font.save(target)


def test_a_font_that_lacks_letters_is_named(tmp_path):
    for font in FONTS.glob("*.ttf"):
        shutil.copy(font, tmp_path)
    name = "NotoSans-Bold.ttf"
    cut(FONTS / name, tmp_path / name, "abcəğıƏĞİ")
    (line,) = fonts(tmp_path)
    assert (line.ok, line.found) == (False, "NotoSans-Bold.ttf lacks Ж ж")


def test_a_font_in_pieces_is_named(tmp_path):
    for font in FONTS.glob("*.ttf"):
        (tmp_path / font.name).write_bytes(font.read_bytes()[:100])
    (line,) = fonts(tmp_path)
    assert "NotoSans-Regular.ttf cannot be read" in line.found


# Where we run


KERNEL = SimpleNamespace(kernel=object(), user_ns={})
VS_CODE = SimpleNamespace(kernel=object(), user_ns={"__vsc_ipynb_file__": "a.ipynb"})


@pytest.mark.parametrize(
    ("shell", "environment", "modules", "found", "ok"),
    [
        (None, {}, {}, "plain Python", True),
        (SimpleNamespace(), {}, {}, "IPython in a terminal", True),
        (KERNEL, {}, {}, "a Jupyter kernel", True),
        (KERNEL, {"SERVER_SOFTWARE": "voila/0.5.13"}, {}, "Voila", True),
        (KERNEL, {"VSCODE_PID": "1"}, {}, "a Jupyter kernel", True),
        (VS_CODE, {}, {}, "VS Code", None),
        (KERNEL, {}, {"google.colab": object()}, "Colab", None),
    ],
)
def test_the_place_is_told_where_it_is_certain(shell, environment, modules, found, ok):
    line = place(shell, environment, modules)
    assert (line.found, line.ok) == (found, ok)


# Widgets


def test_widgets_wait_until_a_browser_reports():
    widgets = Widgets()
    widgets.begin()
    assert widgets.widget.said.startswith("open: Widgets: waiting for the browser.")
    widgets.widget._handle_custom_msg({"mounted": "JupyterLab"}, [])
    assert widgets.line.ok
    assert widgets.line.found.endswith(" s in JupyterLab")
    assert widgets.widget.said == str(widgets.line)


def test_only_the_first_report_counts():
    widgets = Widgets()
    widgets.begin()
    for where in ("Notebook", "Voila"):
        widgets.widget._handle_custom_msg({"mounted": where}, [])
    assert widgets.line.found.endswith(" s in Notebook")


def test_missing_widgets_are_told_with_what_installs_them(monkeypatch):
    monkeypatch.setitem(sys.modules, "anywidget", None)
    widgets = Widgets()
    widgets.begin()
    assert widgets.line.ok is False
    assert widgets.line.mend.startswith("Run: python -m pip install anywidget;")
