"""From the lessons and their guides to a folder for students and one for teachers."""

from collections.abc import Callable, Collection
from pathlib import Path

from utils.errors import ExportError
from utils.publish.classroom.handouts import write_handouts
from utils.publish.classroom.paper import browser_missing
from utils.publish.classroom.plan import classroom_of
from utils.publish.classroom.student_set import write_student_set
from utils.publish.classroom.teacher_set import write_teacher_set
from utils.publish.site.executing import executed
from utils.publish.site.links import broken_links
from utils.publish.site.whole_folder import whole_folder

Progress = Callable[[str], None]


def build_classroom(
    folder: str | Path = "classroom",
    *,
    lessons: Collection[int] = (),
    pdf: bool = True,
    overwrite: bool = False,
    reuse: str | Path | None = None,
    progress: Progress = lambda _: None,
) -> Path:
    """Build what a teacher takes into a classroom, whole or not at all.

    `students` (and `students.zip`) is for students and holds no solutions;
    `teachers` holds guides and solved lessons; `handouts` each lesson for paper,
    as HTML and PDF. `lessons` are their numbers, all unless given. Without a
    browser there are no PDF files and no pictures, and `progress` is told so; it
    is also told what has been done. In `reuse` the runs of lessons are kept for
    the next time. What comes back is the folder.

    Raises
    ------
    LessonError
        If a lesson or a guide is not there, or they do not fit each other.
    ExportError
        If a lesson fails, a link leads nowhere, or the folder cannot be written;
        the folder is then as it was.
    """
    classroom = classroom_of(lessons)
    lacking = browser_missing()
    if lacking:
        progress(f"Handouts come without pictures and without PDF. {lacking}")
    pdf = pdf and not lacking
    with whole_folder(Path(folder), overwrite=overwrite) as made:
        write_student_set(classroom, made)
        progress("students: written")
        write_teacher_set(classroom, made, pdf=pdf)
        progress("teachers: written")
        paths = [lesson.path for lesson in classroom.lessons]
        runs = executed(paths, reuse=Path(reuse) if reuse else None, progress=progress)
        write_handouts(
            *(classroom, made, runs), pictures=not lacking, pdf=pdf, progress=progress
        )
        _refuse_broken(made)
    return Path(folder)


def _refuse_broken(made: Path) -> None:
    if broken := broken_links(made):
        listed = "\n".join(f"- {one}" for one in broken)
        raise ExportError(f"Links of the classroom lead nowhere; mend these:\n{listed}")
