"""The commands that make, check and compare cases: their words and their options."""

import argparse
from collections.abc import Callable

from utils.curate.shown.inert import inert

PROGRAM = "python -m utils"
NEW = """\
Make the folder of a case that loads at once: five tables with two example rows each,
a codebook to extend, and a README to fill in. A folder that is there is never touched.

example:
  python -m utils new aze-fra --sides AZE FRA --names Azerbaijan France"""
CHECK = """\
Name every fault of a case with its file, line and column, and what would do; and apart
from the faults, warnings: example rows that are left, dates that seem turned around,
acts that one side alone reports, private persons, words that judge, acts alike.

A warning that is to stay goes into accepted-warnings.csv in the folder, with the
columns kind, key and reason.

The exit status is 0 if the case is sound, 1 if there are faults (with --strict also
warnings), 2 if the command was used wrongly.

JSON is one object: folder, sound (true or false), faults, warnings, accepted (how many
warnings were accepted). A fault has file, line (or null), column (or null), value,
problem and remedy; a warning has kind and key as well.

example:
  python -m utils check aze-fra --strict"""
DIFF = """\
Say by id what was added, withdrawn and changed between two versions of a case, and
print the entry for CHANGELOG.md.

The exit status is 0, or 1 if a table cannot be read, or 2 if the command was used
wrongly.

JSON is one object: old and new (folder, version), tables (for each: added, withdrawn,
and changed, which has for each key a list of column, old and new), claims (how many
were added and withdrawn).

example:
  python -m utils diff aze-fra-1.0.0 aze-fra --format changelog"""


class Parser(argparse.ArgumentParser):
    """A parser that repeats nothing to a terminal that it would obey."""

    def error(self, message: str) -> None:  # type: ignore[override]
        """Say what is wrong with the command, and leave with 2."""
        super().error(inert(message))


def add_commands(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add new, check and diff to a command line."""
    _add_new(_command(commands, "new", "make the folder of a new case", NEW))
    _add_check(_command(commands, "check", "name every fault of a case", CHECK))
    _add_diff(_command(commands, "diff", "tell two versions of a case apart", DIFF))


def _command(
    commands: "argparse._SubParsersAction[Parser]", name: str, said: str, told: str
) -> Parser:
    return commands.add_parser(
        name,
        help=said,
        description=told,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _add_new(parser: Parser) -> None:
    parser.add_argument("name", help="name of the case and of its folder, as aze-fra")
    parser.add_argument(
        *("--sides", "-s"),
        nargs=2,
        required=True,
        metavar=("ONE", "OTHER"),
        help="the two countries, as three capitals each (ISO 3166-1)",
    )
    parser.add_argument(
        *("--names", "-n"),
        nargs=2,
        default=(),
        metavar=("ONE", "OTHER"),
        help="what the two are called, in the same order",
    )
    parser.add_argument("--title", default="", help="title of the case")
    parser.add_argument("--folder", default=".", help="where to put it (here)")
    parser.add_argument("--since", default="", help="first day to be searched closely")
    parser.add_argument("--until", default="", help="last such day (today)")
    parser.set_defaults(run=_later("new"))


def _add_check(parser: Parser) -> None:
    parser.add_argument("case", help="a folder, or the name of a case under data/")
    _add_format(parser, "text", "json")
    parser.add_argument(
        "--no-warnings", action="store_true", help="look for faults alone"
    )
    parser.add_argument(
        "--strict", action="store_true", help="leave with 1 for warnings as well"
    )
    parser.add_argument(
        "--all", action="store_true", help="print every warning, not ten of a kind"
    )
    parser.set_defaults(run=_later("check"))


def _add_diff(parser: Parser) -> None:
    parser.add_argument("old", help="folder of the old version")
    parser.add_argument("new", help="folder of the new version")
    _add_format(parser, "text", "json", "changelog")
    parser.set_defaults(run=_later("diff"))


def _add_format(parser: Parser, *formats: str) -> None:
    parser.add_argument(
        *("--format", "-f"),
        choices=formats,
        default=formats[0],
        help=f"how it is printed ({formats[0]})",
    )


def _later(name: str) -> Callable[[argparse.Namespace], int]:
    """Import what a command needs when it runs, so that help costs nothing."""

    def run(options: argparse.Namespace) -> int:
        from utils.curate import running

        return int(getattr(running, f"run_{name}")(options))

    return run
