"""What a lesson looks like in the repository."""

import ast
import re
from itertools import pairwise

import nbformat
import pytest
from lesson_text import PROPER, capitals, checked, left_open, prose, sections, used
from notebook_text import KEPT, LOGIC, code_of, headings_of

from utils.lessons.kinds import Pick, PickSeveral, Rank, Sort

LAST = ["Discuss", "Stretch", "What this cannot tell you", "Words", "Hand in"]
NAMES = {"charts", "explore", "load", "measures", "select"}
EXERCISE = re.compile(r"Exercise (\d+): (.+)")


@pytest.fixture
def text(notebook):
    return "\n\n".join(prose(notebook))


@pytest.fixture
def second(notebook):
    return [words for level, words in headings_of(notebook) if level == 2]


@pytest.fixture
def numbered(notebook):
    found = [EXERCISE.fullmatch(words) for _, words in headings_of(notebook)]
    return [int(one[1]) for one in found if one]


def test_it_is_sound(notebook):
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    nbformat.validate(notebook)


def test_it_holds_no_output_and_no_trace_of_a_run(notebook):
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.id for cell in cells if cell.outputs or cell.execution_count] == []


def test_it_needs_no_metadata_so_that_a_copied_cell_works(notebook):
    assert notebook.metadata.keys() == KEPT
    assert notebook.metadata.kernelspec.name == "python3"
    assert [cell.id for cell in notebook.cells if cell.metadata] == []


def test_each_cell_has_a_name_that_can_be_read(notebook):
    names = [cell.id for cell in notebook.cells]
    assert [name for name in names if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)] == []
    assert len(set(names)) == len(names)


def test_no_cell_is_empty(notebook):
    assert [cell.id for cell in notebook.cells if not cell.source.strip()] == []


def test_it_can_be_read_in_one_lesson(lesson, notebook):
    assert len(notebook.cells) <= 45
    assert lesson.path.stat().st_size < 60_000


def test_it_takes_forty_five_to_ninety_minutes(lesson):
    assert 45 <= lesson.minutes <= 90


def test_its_title_is_a_question(notebook):
    assert re.match(r"# [A-Z].*\?\n", notebook.cells[0].source)


def test_it_begins_with_two_to_four_goals(notebook):
    goals = notebook.cells[0].source.partition("You will learn to:")[2]
    assert 2 <= len(re.findall(r"^- .+$", goals, re.M)) <= 4


def test_it_has_one_title_and_no_heading_skips_a_level(notebook):
    levels = [level for level, _ in headings_of(notebook)]
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_headings_are_in_sentence_case(notebook):
    wrong = [w for _, w in headings_of(notebook) if capitals(w) or not w[0].isupper()]
    assert wrong == []


def test_it_begins_with_a_story(second):
    assert second[0] == "A story"


def test_it_ends_with_discussion_stretch_limits_words_and_hand_in(second):
    assert [words for words in second if words in LAST] == LAST
    assert second[-1] == LAST[-1]


def test_it_has_a_prompt_to_discuss(text):
    assert "?" in sections(text)["Discuss"]
    assert len(re.findall(r"^- |^\d\. ", sections(text)["Discuss"], re.M)) < 2


def test_it_says_two_to_four_things_that_it_cannot_tell(text):
    limits = sections(text)["What this cannot tell you"]
    assert 2 <= len(re.findall(r"^- .+$", limits, re.M)) <= 4


def test_it_links_words_to_the_glossary_by_their_own_name(text):
    links = re.findall(r"\[([^]]+)\]\(glossary\.ipynb#([^)]+)\)", text)
    assert len(links) >= 2
    assert [anchor for _, anchor in links if anchor != anchor.lower()] == []
    assert [anchor for _, anchor in links if " " in anchor] == []


def test_what_it_links_to_is_there(lesson, text):
    targets = [t.split("#")[0] for t in re.findall(r"\]\(([^)]*)\)", text)]
    assert [t for t in targets if t and not (lesson.path.parent / t).is_file()] == []


def test_each_word_that_it_links_to_is_in_the_glossary(lesson, text):
    glossary = nbformat.read(lesson.path.parent / "glossary.ipynb", as_version=4)
    terms = {words.lower().replace(" ", "-") for _, words in headings_of(glossary)}
    anchors = set(re.findall(r"\]\(glossary\.ipynb#([^)]+)\)", text))
    assert anchors - terms == set()


def test_its_first_code_gives_the_names_that_each_lesson_has(notebook):
    first = ast.parse(code_of(notebook)[0])
    given = {
        node.module: {alias.name for alias in node.names}
        for node in first.body
        if isinstance(node, ast.ImportFrom)
    }
    assert given.keys() <= {"utils", "utils.lessons"}
    assert given.get("utils", set()) <= NAMES
    assert "check" in given["utils.lessons"]


def test_it_has_three_to_eight_exercises_numbered_in_order(numbered):
    assert 3 <= len(numbered) <= 8
    assert numbered == list(range(1, len(numbered) + 1))


def test_its_exercises_are_those_that_are_checked(lesson, notebook, numbered):
    names = [f"l{lesson.number:02d}_{number}" for number in numbered]
    assert [exercise.name for exercise in lesson.exercises] == names
    assert [name for name, _ in checked(notebook)] == names


def test_the_check_of_an_exercise_stands_below_its_heading(notebook):
    heading, wrong = "", []
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            heading = [heading, *re.findall(r"^#+ (.+)$", cell.source, re.M)][-1]
            continue
        calls = re.findall(r"\bcheck\.l\d\d_(\d+)\(", cell.source)
        wrong += [n for n in calls if not heading.startswith(f"Exercise {n}:")]
    assert wrong == []


def test_a_check_is_the_last_line_of_its_cell(notebook):
    last = [ast.parse(cell.source).body[-1] for _, cell in checked(notebook)]
    assert all(ast.unparse(node).startswith("check.l") for node in last)


def test_an_exercise_waits_for_an_answer_or_shows_a_form(lesson, notebook):
    forms = {e.name for e in lesson.exercises if _has_form(e)}
    closed = [
        name
        for name, cell in checked(notebook)
        if not (f"check.{name}()" in cell.source and name in forms)
        and not [*left_open(cell.source)]
    ]
    assert closed == []


def test_one_exercise_at_least_needs_no_code(lesson, notebook):
    shown = [e.name for e in lesson.exercises if _has_form(e)]
    assert [n for n, cell in checked(notebook) if n in shown and "()" in cell.source]


def test_no_later_cell_needs_an_answer(notebook):
    answers: set[str] = set()
    needing = []
    for cell in (cell for cell in notebook.cells if cell.cell_type == "code"):
        own = {*left_open(cell.source)}
        needing += [cell.id] if used(cell.source) & (answers - own) else []
        answers |= own
    assert needing == []


def test_a_quiz_is_that_of_its_lesson_and_has_questions(lesson, notebook, repository):
    asked = re.findall(r"\bquiz\((.*?)\)", "\n".join(code_of(notebook)))
    assert set(asked) <= {str(lesson.number)}
    quizzes = repository / "data" / "course" / "quizzes"
    assert not asked or (quizzes / f"{lesson.number:02d}.json").is_file()


def test_it_ends_with_the_table_to_hand_in(lesson, notebook):
    last = f'check.summary("your name or group", lesson={lesson.number})'
    assert notebook.cells[-1].source == last


def test_a_cell_of_code_has_at_most_twelve_short_lines(notebook):
    assert max(len(source.splitlines()) for source in code_of(notebook)) <= 12
    lines = [line for source in code_of(notebook) for line in source.splitlines()]
    assert [line for line in lines if len(line) > 72] == []


def test_the_logic_is_in_the_package(notebook):
    trees = [ast.walk(ast.parse(source)) for source in code_of(notebook)]
    assert not [node for tree in trees for node in tree if isinstance(node, LOGIC)]


def test_proper_names_alone_may_be_written_large():
    assert capitals("Exercise 2: when it began in June") == []
    assert capitals("Exercise 2: When It Began") == ["When", "It", "Began"]
    assert "June" in PROPER


def _has_form(exercise):
    return isinstance(exercise.kind, Pick | PickSeveral | Rank | Sort)
