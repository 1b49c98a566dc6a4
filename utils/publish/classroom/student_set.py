"""The folder for students: what a student unzips and starts, and no solutions."""

import shutil
from pathlib import Path

from utils.publish.classroom.plan import Classroom
from utils.publish.site.archive import write_archive
from utils.publish.site.plan import ROOT
from utils.publish.site.whole_folder import files_of

FOLDER, ARCHIVE = "students", "students.zip"
TOP = "demarche-course"
"""The folder that the archive unpacks to."""
FILES = (
    *("start.py", "Makefile", "pyproject.toml", "requirements.lock"),
    *("environment.yml", "LICENSE", "CITATION.cff", "PRIVACY.md", "docs/measures.md"),
)
FOLDERS = ("utils", "data", "notebooks")
_LEFT_OUT = (
    "__pycache__",
    ".*",
    "*.part",
    "*.egg-info",
    "backup",
    "figures",
    "lessons",
)
_README = Path(__file__).with_name("student_readme.md")


def write_student_set(classroom: Classroom, made: Path) -> None:
    """Write the folder for students, and the same as an archive beside it.

    The archive has the same bytes whenever the files have.
    """
    folder = made / FOLDER
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
    shutil.copyfile(_README, folder / "README.md")
    for name in FOLDERS:
        _copy(name, folder)
    lessons = folder / "notebooks" / "lessons"
    lessons.mkdir()
    paths = [lesson.path for lesson in classroom.lessons]
    for path in [*paths, paths[0].with_name("glossary.ipynb")]:
        shutil.copyfile(path, lessons / path.name)
    members = {name: folder / name for name in files_of(folder)}
    write_archive(made / ARCHIVE, members, TOP)


def _copy(name: str, folder: Path) -> None:
    """Copy a folder without what tools leave behind, and without the lessons.

    Those of the project's own `utils` stay, since they are no notebooks.
    """
    left_out = [one for one in _LEFT_OUT if name == "notebooks" or one != "lessons"]
    shutil.copytree(
        ROOT / name, folder / name, ignore=shutil.ignore_patterns(*left_out)
    )
