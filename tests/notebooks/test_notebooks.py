"""What a notebook looks like in the repository."""

import ast
import re
from itertools import pairwise

import nbformat
from notebook_text import KEPT, LOADED, LOGIC, code_of, headings_of, prose_of, section

FIRST_CELL = """\
from utils import charts, load, measures, select

case = load("azerbaijan-russia")"""


def test_it_is_sound(notebook):
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    nbformat.validate(notebook)


def test_it_holds_no_output_and_no_trace_of_a_run(notebook):
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.id for cell in cells if cell.outputs or cell.execution_count] == []


def test_it_tells_nothing_of_whoever_wrote_it(notebook):
    assert notebook.metadata.keys() == KEPT
    assert {key for cell in notebook.cells for key in cell.metadata} <= {"tags"}


def test_it_asks_for_the_kernel_that_every_set_up_has(notebook):
    assert notebook.metadata.kernelspec.name == "python3"


def test_each_cell_has_a_name_that_can_be_read(notebook):
    names = [cell.id for cell in notebook.cells]
    assert [name for name in names if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)] == []


def test_it_has_one_title_and_begins_with_it(notebook):
    levels = [level for level, _ in headings_of(notebook)]
    assert levels.count(1) == 1
    assert notebook.cells[0].source.startswith("# ")


def test_no_heading_skips_a_level(notebook):
    levels = [level for level, _ in headings_of(notebook)]
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_headings_are_in_sentence_case(notebook):
    words = [words for _, words in headings_of(notebook)]
    assert [title for title in words if not re.fullmatch(r"[A-Z][^A-Z]*", title)] == []


def test_a_cell_of_code_has_at_most_twelve_lines(notebook):
    assert max(len(source.splitlines()) for source in code_of(notebook)) <= 12


def test_a_line_of_code_fits_beside_the_file_browser(notebook):
    lines = [line for source in code_of(notebook) for line in source.splitlines()]
    assert [line for line in lines if len(line) > 72] == []


def test_the_logic_is_in_the_package(notebook):
    trees = [ast.walk(ast.parse(source)) for source in code_of(notebook)]
    assert not [node for tree in trees for node in tree if isinstance(node, LOGIC)]


def test_more_than_half_of_the_cells_are_prose(notebook):
    assert len(prose_of(notebook)) > len(code_of(notebook))


def test_it_can_be_read_in_one_go(notebook, path):
    assert len(notebook.cells) < 40
    assert path.stat().st_size < 40_000


def test_a_cell_of_prose_has_fifteen_to_forty_words(notebook):
    counts = {text: len(re.findall(r"[\w']+", text)) for text in prose_of(notebook)}
    assert [text for text, n in counts.items() if not 15 <= n <= 40] == []


def test_a_paragraph_is_one_sentence(notebook):
    assert [t for t in prose_of(notebook) if re.search(r"[.?!] +[A-Z]", t)] == []


def test_no_number_is_typed_into_the_prose(notebook):
    assert [text for text in prose_of(notebook) if re.search(r"\d", text)] == []


def test_the_words_are_neutral(notebook):
    assert [text for text in prose_of(notebook) if LOADED.search(text)] == []


def test_the_first_cell_of_code_is_the_same_everywhere(notebook):
    assert code_of(notebook)[0] == FIRST_CELL


def test_it_closes_with_what_to_take_away_and_what_to_try(notebook):
    assert headings_of(notebook)[-2:] == [(2, "What to take away"), (2, "Try it")]
    assert len(section(notebook, "What to take away")) == 3
    assert len(section(notebook, "Try it")) == 2


def test_what_it_links_to_is_there(notebook, path):
    text = "\n".join(cell.source for cell in notebook.cells)
    targets = re.findall(r"\]\(([^)]*)\)", text)
    assert [t for t in targets if not (path.parent / t).is_file()] == []


def test_each_notebook_can_be_reached_from_the_first(repository):
    notebooks = repository / "notebooks"
    start = (notebooks / "00-start-here.ipynb").read_text("utf-8")
    others = {path.name for path in notebooks.glob("*.ipynb")} - {"00-start-here.ipynb"}
    assert others == set(re.findall(r"\]\((\d\d-[^)]*)\)", start))


def test_the_three_notebooks_are_there(repository):
    names = [path.stem for path in sorted((repository / "notebooks").glob("*.ipynb"))]
    assert names[:3] == ["00-start-here", "01-escalation-over-time", "02-explorer"]
