"""The lessons as written: notebook, guide and exercises, each lesson in turn."""

import pytest
from lesson_folder import PATHS, Lesson
from nbformat import NotebookNode


@pytest.fixture(params=PATHS, ids=lambda path: path.stem, scope="session")
def lesson(request: pytest.FixtureRequest) -> Lesson:
    """Give each lesson in turn."""
    return Lesson(request.param)


@pytest.fixture
def notebook(lesson: Lesson) -> NotebookNode:
    return lesson.notebook
