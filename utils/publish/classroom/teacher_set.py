"""The folder for teachers: guides, solved lessons, syllabus, and a page of them all."""

from collections.abc import Iterator
from pathlib import Path

from utils.exports.page_builder import escape
from utils.publish.classroom.frame import framed
from utils.publish.classroom.otter import write_otter_tests
from utils.publish.classroom.plan import TEACHING, TEXTS, Classroom, Lesson
from utils.publish.classroom.solutions import solved
from utils.publish.classroom.student_set import ARCHIVE
from utils.publish.site.listing import listing
from utils.publish.site.prose import Prose

INDEX = "teachers/index.html"


def write_teacher_set(classroom: Classroom, made: Path, *, pdf: bool) -> None:
    """Write the pages for teachers and the solved lessons."""
    folder = made / "teachers"
    (folder / "guides").mkdir(parents=True)
    (folder / "solved").mkdir()
    for lesson in classroom.lessons:
        _write_solved(lesson, folder / "solved" / lesson.path.name)
        write_otter_tests(lesson.number, folder / "otter" / lesson.name / "tests")
    for name, html in _pages(classroom, pdf):
        (made / name).write_text(html, "utf-8", newline="\n")


def _write_solved(lesson: Lesson, path: Path) -> None:
    import nbformat

    notebook = nbformat.read(lesson.path, as_version=4)
    nbformat.write(solved(notebook, lesson.guide.read_text("utf-8")), path)


def _pages(classroom: Classroom, pdf: bool) -> Iterator[tuple[str, str]]:
    texts = [TEACHING / name for name in TEXTS]
    for file in [*(lesson.guide for lesson in classroom.lessons), *texts]:
        name = classroom.pages[file]
        prose = Prose(name, file=file, pages=classroom.pages)
        main = prose.html(file.read_text("utf-8"))
        yield name, framed(name, title=prose.title or file.stem, main=main)
    yield INDEX, _index(classroom, pdf)


def _index(classroom: Classroom, pdf: bool) -> str:
    """List all that there is, below what the README for teachers says."""
    file = TEACHING / "README.md"
    prose = Prose(INDEX, file=file, pages=classroom.pages)
    main = prose.html(file.read_text("utf-8"))
    heads = ["Lesson", "Guide", "Solved", "Handout"]
    rows = [_row(lesson, pdf) for lesson in classroom.lessons]
    others = [
        ("The folder for students", f"../{ARCHIVE}", True),
        ("The words of the course", "../handouts/glossary.html", False),
    ]
    items = "".join(f"<li>{_link(*other)}</li>" for other in others)
    listed = f'<h2 id="files">The files</h2>\n{listing(heads, rows)}<ul>{items}</ul>'
    return framed(INDEX, title=prose.title, main=f"{main}\n{listed}")


def _row(lesson: Lesson, pdf: bool) -> list[str]:
    name = lesson.name
    printed = _link("PDF", f"../handouts/{name}.pdf", True) if pdf else ""
    return [
        escape(name),
        _link("guide", f"guides/{name}.html", False),
        _link("notebook", f"solved/{name}.ipynb", True),
        f"{_link('page', f'../handouts/{name}.html', False)} {printed}".strip(),
    ]


def _link(words: str, target: str, download: bool) -> str:
    kept = " download" if download else ""
    return f'<a href="{escape(target)}"{kept}>{escape(words)}</a>'
