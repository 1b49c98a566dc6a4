"""A lesson graded by otter-grader, in an environment of its own."""

import json
import os
import subprocess
import sys
import sysconfig
from shutil import copyfile

import nbformat
import pytest

from utils.lessons import exercises
from utils.publish.classroom.otter import write_otter_tests
from utils.publish.classroom.plan import classroom_of
from utils.publish.classroom.solutions import solved

pytestmark = pytest.mark.wide
LESSON = 3


@pytest.fixture(scope="module")
def otter(tmp_path_factory, repository):
    """Install otter beside what is here, and give a way to call it in a folder."""
    home = tmp_path_factory.mktemp("otter")
    subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    beside = home / "lib" / version / "site-packages" / "beside.pth"
    beside.write_text(sysconfig.get_path("purelib"))
    pip = [home / "bin" / "pip", "install", "-q", "otter-grader>=7,<8"]
    subprocess.run(pip, check=True)
    env = {**os.environ, "PYTHONPATH": str(repository)}

    def call(folder, *arguments):
        command = [home / "bin" / "otter", *arguments]
        subprocess.run(command, cwd=folder, env=env, check=True)

    return call


@pytest.fixture(scope="module")
def graded(otter, tmp_path_factory):
    """Grade the lesson as it is handed out, and solved, by the same tests."""
    folder = tmp_path_factory.mktemp("graded")
    (lesson,) = classroom_of([LESSON]).lessons
    write_otter_tests(LESSON, folder / "tests")
    copyfile(lesson.path, folder / "unsolved.ipynb")
    notebook = nbformat.read(lesson.path, as_version=4)
    whole = solved(notebook, lesson.guide.read_text("utf-8"))
    nbformat.write(whole, folder / "solved.ipynb")
    otter(folder, "generate", "-t", "tests", "--no-environment", "-o", "all.zip")
    return {name: points(otter, folder, name) for name in ("solved", "unsolved")}


def points(otter, folder, name):
    (folder / name).mkdir()
    otter(folder, "run", "-a", "all.zip", "-o", name, f"{name}.ipynb")
    told = json.loads((folder / name / "results.json").read_text("utf-8"))
    return {one["name"]: one["score"] for one in told["tests"] if "score" in one}


def test_a_solved_lesson_gets_a_point_for_each_exercise(graded):
    assert graded["solved"] == dict.fromkeys(exercises(LESSON), 1)


def test_a_lesson_as_it_is_handed_out_gets_no_point(graded):
    assert graded["unsolved"] == dict.fromkeys(exercises(LESSON), 0)
