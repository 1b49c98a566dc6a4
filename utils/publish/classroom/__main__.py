"""Build the classroom from the command line: make classroom, or start.py classroom."""

import argparse
import sys
from collections.abc import Sequence

from utils.errors import ProjectError
from utils.publish.classroom.build import build_classroom
from utils.publish.classroom.glossary_notebook import write_glossary


def main(arguments: Sequence[str]) -> int:
    """Build what the options ask for; what stands in the way is said."""
    options = _parse(arguments)
    try:
        print(_glossary() if options.part == "glossary" else _classroom(options))
    except ProjectError as why:
        print(why, file=sys.stderr)
        return 1
    return 0


def _glossary() -> str:
    return f"The glossary is in {write_glossary()}."


def _classroom(options: argparse.Namespace) -> str:
    folder = build_classroom(
        options.folder,
        lessons=options.lessons,
        pdf=not options.without_pdf,
        overwrite=True,
        reuse=options.reuse,
        progress=lambda done: print(done, flush=True),
    )
    page = folder / "teachers" / "index.html"
    return f"The classroom is in {folder}; open {page} in a browser."


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="py start.py classroom",
        description="Build a folder for students, one for teachers, and handouts.",
        epilog="Example: py start.py classroom --lessons 3 4 --without-pdf",
    )
    parser.add_argument(
        "part",
        nargs="?",
        choices=["all", "glossary"],
        default="all",
        help="glossary only renews notebooks/lessons/glossary.ipynb",
    )
    parser.add_argument("--folder", default="classroom", help="where to (classroom)")
    parser.add_argument(
        "--lessons", type=int, nargs="+", default=(), metavar="N", help="which"
    )
    parser.add_argument("--without-pdf", action="store_true", help="pages only")
    parser.add_argument("--reuse", help="a folder that keeps the runs of lessons")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
