"""Run every benchmark: .venv/bin/python -m tests.benchmarks, or `make bench`."""

import sys

from tests.benchmarks import explorer, exports, measures, robustness


def main() -> int:
    """Print every figure; give 1 if a target is missed."""
    missed = 0
    for benchmark in (explorer, measures, robustness, exports):
        print(f"\n{benchmark.__doc__.splitlines()[0]}")
        missed |= benchmark.main()
    return missed


if __name__ == "__main__":
    sys.exit(main())
