"""The form of the page's own script: what a reader of it may count on."""

import re
from itertools import chain

import pytest

from utils.publish.shared_page.engine import FOLDER, MODULES, engine_script

BEGIN = re.compile(r"^(?:async )?function (\w+)|^(?:const|let) (\w+)", re.MULTILINE)


@pytest.fixture(params=MODULES)
def module(request):
    return (FOLDER / f"{request.param}.js").read_text("utf-8")


def names(module):
    return [function or other for function, other in BEGIN.findall(module)]


def functions(module):
    """Give the lines of each function that begins at the margin."""
    begun = re.split(r"^(?=function |const \w+ = \()", module, flags=re.MULTILINE)[1:]
    return [part.split("\n}")[0].splitlines() for part in begun]


def test_every_script_of_the_folder_is_joined():
    assert sorted(MODULES) == sorted(path.stem for path in FOLDER.glob("*.js"))


def test_no_name_is_given_twice():
    found = [*chain(*(names((FOLDER / f"{m}.js").read_text("utf-8")) for m in MODULES))]
    assert len(found) == len(set(found)) > 80


def test_a_module_is_short_and_begins_by_saying_what_it_is(module):
    lines = module.splitlines()
    assert len(lines) <= 150
    assert max(map(len, lines)) <= 100
    assert lines[0].startswith("// ")


def test_functions_have_at_most_20_lines(module):
    assert [lines[0] for lines in functions(module) if len(lines) >= 20] == []


def test_the_script_asks_nobody_and_makes_no_markup():
    for word in ("fetch(", "XMLHttpRequest", "import ", "eval(", "innerHTML", "http"):
        assert word not in engine_script()


def test_a_module_uses_only_those_before_it():
    later: set[str] = set()
    for name in reversed(MODULES):
        module = (FOLDER / f"{name}.js").read_text("utf-8")
        code = re.sub(r"//.*", "", module)
        used = set(re.findall(r"(?<![.\w])\w+(?=\()", code))
        assert used & later == set(), name
        later |= set(names(module))
