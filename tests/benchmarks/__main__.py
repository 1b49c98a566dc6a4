"""Run benchmarks: .venv/bin/python -m tests.benchmarks, or `make bench`.

Named ones alone are run by `make bench ARGS="browser rivals"`. Without a name all run
that need no browser and no package of others.
"""

import sys
from importlib import import_module

ALWAYS = ["explorer", "large", "measures", "robustness", "exports"]
"""What runs without being named."""


def main() -> int:
    """Print every figure; give 1 if a target is missed."""
    missed = 0
    for name in sys.argv[1:] or ALWAYS:
        benchmark = import_module(f"tests.benchmarks.{name}")
        print(f"\n{(benchmark.__doc__ or name).splitlines()[0]}")
        missed |= benchmark.main()
    return missed


if __name__ == "__main__":
    sys.exit(main())
