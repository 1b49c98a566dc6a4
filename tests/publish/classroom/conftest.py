"""A classroom of one real lesson, built once, and a small lesson made up for it."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from utils.publish.classroom.build import build_classroom
from utils.publish.classroom.glossary_notebook import PLACE
from utils.publish.classroom.plan import Classroom, Lesson

LESSON = 1
MARKUP = "<img src=x onerror=\"document.title='run'\">"
WIDGET = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(scope="session")
def runs(tmp_path_factory) -> Path:
    """Give a folder that keeps the run of the lesson."""
    return tmp_path_factory.mktemp("runs")


@pytest.fixture(scope="session")
def told() -> list[str]:
    """What the building of the classroom says while it goes on."""
    return []


@pytest.fixture(scope="session")
def room(tmp_path_factory, runs, told) -> Path:
    folder = tmp_path_factory.mktemp("built") / "classroom"
    return build_classroom(folder, lessons=[LESSON], reuse=runs, progress=told.append)


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory, room) -> Path:
    """Unpack the students' archive where nothing else is."""
    folder = tmp_path_factory.mktemp("home")
    with ZipFile(room / "students.zip") as archive:
        archive.extractall(folder)
    return folder / "demarche-course"


@pytest.fixture
def lesson() -> Lesson:
    """Name a lesson beside the glossary; its file is not read."""
    return Lesson(3, PLACE.with_name("03-made-up.ipynb"))


@pytest.fixture
def classroom(lesson) -> Classroom:
    return Classroom((lesson,))


@pytest.fixture
def run():
    """Give a small lesson as it comes out of a run, with markup in its outputs."""
    said = "<div role='status'>Not an answer yet</div>"
    form = {
        WIDGET: {"model_id": "1"},
        "text/html": f"<ul><li>☐ media {MARKUP}</li></ul>",
    }
    return new_notebook(
        cells=[
            new_markdown_cell("# Which acts?\n\n**Lesson 3 · 60 minutes**"),
            new_markdown_cell("### Exercise 1: count"),
            code("n = ...\ncheck.l03_1(n)", {"text/html": said}),
            code("check.l03_2()", form),
            code("desk", {WIDGET: {"model_id": "2"}}),
            code("case", {"text/plain": MARKUP}),
            new_markdown_cell("## Discuss\n\nWho is missing?\n\n## Stretch\n\nCount."),
            new_markdown_cell(
                "## Words\n\n[half-life](glossary.ipynb#half-life)\n\n## Hand in"
            ),
            code(
                'check.summary("you", lesson=3)', {"text/html": "<pre>checksum</pre>"}
            ),
        ]
    )


def code(source, data):
    return new_code_cell(source, outputs=[new_output("display_data", data)])
