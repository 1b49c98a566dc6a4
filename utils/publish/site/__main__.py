"""Build the site from the command line: make site, or py start.py site."""

import argparse
import sys
from collections.abc import Sequence

from utils.errors import ProjectError
from utils.publish.site.build import build_site


def main(arguments: Sequence[str]) -> int:
    """Build the site that the options ask for; what stands in the way is said."""
    options = _parse(arguments)
    try:
        folder = build_site(
            options.folder,
            case=options.case,
            notebooks=[] if options.without_notebooks else None,
            overwrite=True,
            reuse=options.reuse,
            progress=lambda done: print(done, flush=True),
        )
    except ProjectError as why:
        print(why, file=sys.stderr)
        return 1
    print(f"The site is in {folder}; open {folder / 'index.html'} in a browser.")
    return 0


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="py start.py site", description=__doc__)
    parser.add_argument("--folder", default="site", help="where to (site)")
    parser.add_argument(
        "--case", default="azerbaijan-russia", help="a name under data/, or a path"
    )
    parser.add_argument("--reuse", help="a folder that keeps the runs of notebooks")
    parser.add_argument("--without-notebooks", action="store_true")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
