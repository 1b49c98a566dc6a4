"""Who may import whom is the table in CONTRIBUTING.md."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
UTILS = ROOT / "utils"
ROWS = re.findall(
    r"^\| (\w+) \|(.*)\|$", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.M
)
MAY_IMPORT = {part: set(re.findall(r"\w+", others)) for part, others in ROWS}
MODULES = sorted(UTILS.rglob("*.py"))


def part_of(module: Path) -> str:
    """Name the part of utils/ that a module belongs to; the front door is ''."""
    first = module.relative_to(UTILS).parts[0].removesuffix(".py")
    return first.removesuffix("__init__")


def imported(node: ast.AST, module: Path) -> list[str]:
    """Full names of what one node of a syntax tree imports."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    above = module.relative_to(ROOT).parts[: -node.level] if node.level else ()
    base = ".".join([*above, *filter(None, [node.module])])
    return [f"{base}.{alias.name}" for alias in node.names]


def parts_imported_by(source: str, module: Path) -> set[str]:
    """Name the parts of utils/ that a module's text imports from."""
    nodes = ast.walk(ast.parse(source))
    names = [name for node in nodes for name in imported(node, module)]
    ours = [name.split(".") for name in names if name.split(".")[0] == "utils"]
    return {name[1] if len(name) > 1 else "" for name in ours}


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(UTILS)))
def test_a_module_imports_only_what_the_table_allows(module):
    part = part_of(module)
    found = parts_imported_by(module.read_text("utf-8"), module)
    assert found <= {part} | MAY_IMPORT.get(part, set())


def test_every_part_is_in_the_table():
    assert {part_of(module) for module in MODULES} - {""} <= MAY_IMPORT.keys()


@pytest.mark.parametrize(
    ("source", "part"),
    [
        ("import utils.charts.sheet.theme", "charts"),
        ("from utils import charts", "charts"),
        ("from utils.charts import timeline", "charts"),
        ("def f():\n    from utils.charts import timeline", "charts"),
        ("from ..charts import timeline", "charts"),
        ("from .. import charts", "charts"),
        ("from . import other", "tables"),
        ("import utils", ""),
    ],
)
def test_every_way_to_import_is_seen(source, part):
    assert parts_imported_by(source, UTILS / "tables" / "case.py") == {part}
