"""The lock serves every Python that we name, each from an empty folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NEEDED = ["start.py", "pyproject.toml", "requirements.lock", "LICENSE", "README.md"]
SET_UP = "import start; start.set_up()"
IMPORTS = "import utils, pandas, plotly, ipywidgets, anywidget, jupyterlab"


def answers_as(python: str, version: str) -> bool:
    """Whether a program is a Python of this version that can make environments."""
    if not shutil.which(python):
        return False
    code = "import ensurepip, platform; print(platform.python_version())"
    answer = subprocess.run([python, "-c", code], capture_output=True, text=True)
    return answer.stdout.startswith(f"{version}.")


def find_python(version: str) -> str:
    """Find one Python on the PATH, beside our own, or among those of pyenv."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    folders = (Path(sys.base_prefix).parent, pyenv)
    found = [path for folder in folders for path in folder.glob(f"{version}.*")]
    kept = [str(path / "bin" / "python") for path in found]
    on_path = [shutil.which(name) for name in (f"python{version}", "python3")]
    candidates = [candidate for candidate in on_path + kept if candidate]
    found = [python for python in candidates if answers_as(python, version)]
    if not found:
        pytest.fail(f"Python {version} is missing: put python{version} on the PATH")
    return found[0]


@pytest.fixture
def fresh_copy(tmp_path):
    """Give the project as somebody has it who has just fetched it."""
    for name in NEEDED:
        shutil.copy(ROOT / name, tmp_path)
    leftovers = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "utils", tmp_path / "utils", ignore=leftovers)
    return tmp_path


@pytest.mark.wide
@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_the_lock_installs_and_everything_imports(fresh_copy, version):
    subprocess.run([find_python(version), "-c", SET_UP], cwd=fresh_copy, check=True)
    python = fresh_copy / ".venv" / "bin" / "python"
    subprocess.run([python, "-W", "error", "-c", IMPORTS], cwd=fresh_copy, check=True)
