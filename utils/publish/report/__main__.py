"""Report on a case from the command line: make report, or py start.py report."""

import argparse
import sys
from collections.abc import Sequence

from utils.errors import ProjectError
from utils.exports.order import ENDINGS
from utils.exports.presets import PRESETS
from utils.publish.report.report import FORMATS, report
from utils.selection import Selection
from utils.tables import load


def main(arguments: Sequence[str]) -> int:
    """Make the report that the options ask for; what stands in the way is said."""
    options = _parse(arguments)
    try:
        chosen = Selection.from_query(options.select) if options.select else None
        made = report(
            load(options.case),
            chosen,
            options.folder,
            scale=options.scale,
            half_life_days=options.half_life_days,
            preset=options.preset,
            formats=options.formats,
            overwrite=True,
            progress=lambda done: print(done, flush=True),
        )
    except ProjectError as why:
        print(why, file=sys.stderr)
        return 1
    print(made)
    return 0


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="py start.py report",
        description="Draw every chart of a case, save each, and sum all up on a page.",
        epilog="Example: py start.py report --select types=media --preset slide",
    )
    parser.add_argument(
        "--case", default="azerbaijan-russia", help="a name under data/, or a path"
    )
    parser.add_argument("--folder", default="report", help="where to (report)")
    parser.add_argument(
        "--select", help="which acts, as a query: types=media&since=2025"
    )
    parser.add_argument("--scale", default="", help="of the case")
    parser.add_argument("--half-life-days", type=float, default=30)
    parser.add_argument("--preset", default="double-column", choices=[*PRESETS])
    parser.add_argument(
        "--formats", nargs="+", default=[*FORMATS], choices=[*ENDINGS], metavar="FORMAT"
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
