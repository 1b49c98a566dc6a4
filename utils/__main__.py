"""The command line: python -m utils COMMAND, with help for each command."""

import io
import os
import sys
from collections.abc import Sequence

from utils.curate.commands import PROGRAM, Parser, add_commands
from utils.curate.shown.inert import inert
from utils.errors import CaseError, ProjectError

FAULTY, MISUSED, STOPPED = 1, 2, 130


def main(arguments: Sequence[str]) -> int:
    """Run one command; anything that stands in its way ends in a sentence."""
    _take_any_letter()
    options = parser().parse_args(arguments)
    try:
        status = int(options.run(options))
        sys.stdout.flush()
        return status
    except CaseError as why:
        return _refused(why, FAULTY)
    except ProjectError as why:
        return _refused(why, MISUSED)
    except BrokenPipeError:
        # Whoever read our lines has seen enough; Python must not complain at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAULTY
    except OSError as why:
        return _refused(f"A file or folder could not be used: {why}.", MISUSED)
    except KeyboardInterrupt:
        return _refused("Stopped.", STOPPED)


def parser() -> Parser:
    """Give the parser of the whole command line."""
    whole = Parser(prog=PROGRAM, description="A diplomatic crisis, act by act.")
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    add_commands(commands)
    return whole


def _refused(why: object, status: int) -> int:
    lines = [inert(line) for line in str(why).split("\n")]
    print("\n".join(lines), file=sys.stderr)
    return status


def _take_any_letter() -> None:
    """Write a letter that the terminal cannot show as an escape, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
