"""What a teacher finds in the classroom that was built, and what students do not."""

import json
import re
from itertools import pairwise

import nbformat
import pypdf
import pytest

from utils.errors import LessonError
from utils.publish.classroom.__main__ import main
from utils.publish.classroom.build import build_classroom
from utils.publish.classroom.plan import GUIDES, classroom_of
from utils.publish.classroom.solutions import calls_of, solutions_of
from utils.publish.classroom.student_set import write_student_set
from utils.publish.site.whole_folder import files_of

NAME = classroom_of([1]).lessons[0].name
PLACES = ["handouts", "students", "students.zip", "teachers"]


def texts_of(folder):
    """Give each text that somebody could read: files, and the cells of notebooks."""
    for name in files_of(folder):
        text = (folder / name).read_text("utf-8", errors="replace")
        cells = json.loads(text)["cells"] if name.endswith(".ipynb") else []
        yield from ["".join(cell["source"]) for cell in cells] or [text]


def plain(text):
    return " ".join(text.split())


def headings(html):
    return [int(level) for level in re.findall(r"<h(\d)", html)]


@pytest.fixture(scope="module")
def page(room):
    return (room / "handouts" / f"{NAME}.html").read_text("utf-8")


@pytest.fixture(scope="module")
def printed(room):
    return pypdf.PdfReader(room / "handouts" / f"{NAME}.pdf")


def test_it_has_a_part_for_each_use(room):
    assert sorted(p.name for p in room.iterdir() if p.name[0] != ".") == PLACES


def test_it_says_what_has_been_done(room, told):
    assert told == [
        "students: written",
        "teachers: written",
        f"{NAME}.ipynb: run",
        f"handouts/{NAME}.html: written and printed",
        "handouts/glossary.html: written and printed",
    ]


def test_the_folder_for_students_has_the_lessons_that_were_asked_for(room):
    names = files_of(room / "students" / "notebooks" / "lessons")
    assert names == [f"{NAME}.ipynb", "glossary.ipynb"]


def test_no_solution_is_in_the_folder_for_students(room):
    found = plain("\n".join(texts_of(room / "students")))
    blocks = [
        code
        for guide in sorted(GUIDES.glob("*.md"))
        for code in solutions_of(guide.read_text("utf-8")).values()
    ]
    assert blocks
    assert [code for code in blocks if plain(code) in found] == []


def test_nothing_for_teachers_or_of_the_tools_is_in_the_folder_for_students(room):
    names = files_of(room / "students")
    assert [
        n for n in names if re.search(r"guide|teaching|tests/|__pycache__", n)
    ] == []
    assert [n for n in names if "/." in n or n.startswith(".")] == []


def test_the_archive_for_students_has_the_same_bytes_each_time(room, tmp_path):
    write_student_set(classroom_of([1]), tmp_path)
    again = (tmp_path / "students.zip").read_bytes()
    assert again == (room / "students.zip").read_bytes()


def test_each_exercise_is_solved_in_the_lesson_for_teachers(room):
    path = room / "teachers" / "solved" / f"{NAME}.ipynb"
    solutions = solutions_of((GUIDES / f"{NAME}.md").read_text("utf-8"))
    cells = nbformat.read(path, as_version=4).cells
    asked = {name: cell.source for cell in cells for name in calls_of(cell)}
    assert asked == solutions


def test_the_page_for_teachers_leads_to_every_file(room):
    html = (room / "teachers" / "index.html").read_text("utf-8")
    assert [
        target
        for target in (
            f"guides/{NAME}.html",
            f"solved/{NAME}.ipynb",
            f"../handouts/{NAME}.pdf",
            f"../handouts/{NAME}.html",
            "../students.zip",
            "../handouts/glossary.html",
        )
        if f'href="{target}"' not in html
    ] == []


def test_every_page_has_one_title_and_headings_that_skip_no_level(room):
    for path in room.rglob("*.html"):
        levels = headings(path.read_text("utf-8"))
        assert levels.count(1) == 1, path.name
        assert all(b - a <= 1 for a, b in pairwise(levels))


def test_a_handout_stands_alone(page):
    assert "<script" not in page
    assert '<html lang="en">' in page
    assert re.findall(r'src="(?!data:)', page) == []


def test_a_printed_handout_is_tagged_and_says_its_language_and_title(printed):
    root = printed.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert printed.metadata.title.startswith("Lesson 1: ")


def test_each_printed_page_says_its_number(printed):
    last = len(printed.pages)
    assert f"{last} / {last}" in printed.pages[-1].extract_text()


def test_a_printed_page_is_a4(printed):
    _, _, width, height = map(float, printed.pages[0].mediabox)
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (210, 297)


def test_without_a_browser_pages_are_written_and_what_is_missing_is_said(
    tmp_path, runs, room, monkeypatch
):
    monkeypatch.setenv("DEMARCHE_BROWSER", "/nowhere/chromium")
    told = []
    made = build_classroom(
        tmp_path / "room", lessons=[1], reuse=runs, progress=told.append
    )
    assert told[0].startswith("Handouts come without pictures and without PDF. ")
    assert "/nowhere/chromium" in told[0]
    assert files_of(made / "handouts") == [f"{NAME}.html", "glossary.html"]


def test_a_lesson_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(LessonError, match="There is no lesson 11; there are: 1, "):
        build_classroom("nowhere", lessons=[1, 11])


def test_the_command_says_what_stands_in_the_way(capsys):
    assert main(["--lessons", "11"]) == 1
    assert capsys.readouterr().err.startswith("There is no lesson 11; there are: ")


def test_the_help_shows_an_example(capsys):
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    assert "--lessons 3 4 --without-pdf" in " ".join(capsys.readouterr().out.split())
