"""Say what works here from the command line: make doctor, or py start.py doctor."""

import argparse
import sys
from collections.abc import Sequence

from utils.app.doctor import doctor


def main(arguments: Sequence[str]) -> int:
    """Print what was found; 1 comes back if something needs mending."""
    argparse.ArgumentParser(prog="py start.py doctor", description=__doc__).parse_args(
        arguments
    )
    found = doctor()
    print(found)
    return 0 if found.ok else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
