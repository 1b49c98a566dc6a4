"""The front door: a few names, each fetched when it is asked for."""

import subprocess
import sys

import pytest

import utils

HEAVY = {"anywidget", "ipywidgets", "numpy", "pandas", "plotly"}


def loaded_after(code: str) -> set[str]:
    """Name the modules that a fresh Python holds after running `code`."""
    show = f"{code}; import sys; print(*sys.modules)"
    output = subprocess.check_output([sys.executable, "-c", show], text=True)
    return set(output.split())


def test_importing_utils_loads_nothing_heavy():
    assert not loaded_after("import utils") & HEAVY


def test_choosing_what_to_look_at_loads_nothing_heavy():
    assert not loaded_after("from utils import select, Selection") & HEAVY


def test_what_is_exported_is_what_dir_says():
    assert dir(utils) == utils.__all__ == sorted(utils.HOME)


@pytest.mark.parametrize("name", sorted(utils.HOME))
def test_a_name_that_is_offered_is_there(name):
    assert getattr(utils, name).__name__.removeprefix("utils.") == name


def test_an_unknown_name_is_answered_with_the_names_there_are():
    with pytest.raises(
        AttributeError, match=r"no 'plot'.*charts, curate, doctor, edit, events"
    ):
        _ = utils.plot
