"""Open the explorer as a page of its own: make app, or py start.py app."""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from utils.errors import ProjectError
from utils.tables import load

SERVED = Path(__file__).parent / "served"
"""The folder with the notebook that is shown, and the template that shows it."""
EXTENSIONS = (
    "@voila-dashboards/widgets-manager8",
    "@jupyter-widgets/jupyterlab-manager",
    "anywidget",
    "jupyterlab-plotly",
)
"""What the page needs; Voila would load every extension of JupyterLab there is."""
NO_VOILA = (
    "The app needs Voila, which is not installed. To install it, run: "
    'python -m pip install "demarche[app]".'
)


def main(arguments: Sequence[str]) -> int:
    """Serve the explorer of a case until it is stopped; a faulty case is told."""
    options, more = _parse(arguments)
    if not find_spec("voila"):
        print(NO_VOILA, file=sys.stderr)
        return 1
    try:
        case = load(options.case)
    except ProjectError as why:
        print(why, file=sys.stderr)
        return 1
    print(
        f"{case.title}: http://127.0.0.1:{options.port}/ (Ctrl+C ends it)", flush=True
    )
    own = {"DEMARCHE_CASE": str(case.folder.resolve()), "JUPYTER_PATH": _templates()}
    command = [sys.executable, "-m", "voila", *voila_options(options.port), *more]
    return _hand_over(command, {**os.environ, **own})


def voila_options(port: int) -> list[str]:
    """Give options by which Voila serves this computer only, and nobody else."""
    return [
        str(SERVED / "Demarche.ipynb"),
        "--Voila.ip=127.0.0.1",
        f"--Voila.port={port}",
        "--Voila.port_retries=0",
        "--VoilaConfiguration.template=demarche",
        *[f"--VoilaConfiguration.extension_allowlist={name}" for name in EXTENSIONS],
    ]


def _templates() -> str:
    """Say where templates lie; ours first."""
    given = os.environ.get("JUPYTER_PATH", "")
    return os.pathsep.join(filter(None, [str(SERVED), given]))


def _hand_over(command: list[str], environment: dict[str, str]) -> int:
    """Go on as Voila, so that Ctrl+C and signals reach it directly."""
    if os.name == "posix":
        os.execve(command[0], command, environment)
    return subprocess.call(command, env=environment)


def _parse(arguments: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    parser = argparse.ArgumentParser(prog="py start.py app", description=__doc__)
    parser.add_argument("--port", type=int, default=8866, help="where to listen (8866)")
    parser.add_argument(
        "--case", default="azerbaijan-russia", help="a name under data/, or a path"
    )
    return parser.parse_known_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
