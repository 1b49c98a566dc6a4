"""Build the classroom from the command line, or renew the glossary."""

import argparse
import sys
from collections.abc import Sequence

from utils.errors import ProjectError
from utils.publish.classroom.glossary_notebook import write_glossary


def main(arguments: Sequence[str]) -> int:
    """Build what the options ask for; what stands in the way is said."""
    _parse(arguments)
    try:
        print(f"The glossary is in {write_glossary()}.")
    except ProjectError as why:
        print(why, file=sys.stderr)
        return 1
    return 0


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="py start.py classroom", description=__doc__)
    parser.add_argument("part", choices=["glossary"])
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
