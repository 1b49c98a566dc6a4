"""start.py as a user meets it: real processes, ports and environments."""

import ast
import json
import os
import platform
import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen
from urllib.response import addinfourl

import pytest

import start

BLOCK_ENSUREPIP = "import sys; sys.modules['ensurepip'] = None; "
SET_UP = "import start; print(start.set_up())"


def run(
    folder: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def project(repository, tmp_path):
    """Give a project that needs one small package, far from this one's .venv."""
    return small_project(repository, tmp_path)


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """Give a small project that has been set up."""
    repository = Path(__file__).resolve().parents[1]
    folder = small_project(repository, tmp_path_factory.mktemp("ready"))
    answer = run(folder, "-c", SET_UP)
    assert answer.returncode == 0, answer.stderr
    return folder


def small_project(repository: Path, folder: Path) -> Path:
    for name in ("start.py", "pyproject.toml", "LICENSE", "README.md"):
        shutil.copy(repository / name, folder)
    lock = (repository / "requirements.lock").read_text("utf-8")
    one = re.search(r"^flit-core==(.*\n )*.*\n", lock, re.M)[0]
    (folder / "requirements.lock").write_text(one, "utf-8")
    (folder / "utils").mkdir()
    shutil.copy(repository / "utils" / "__init__.py", folder / "utils")
    return folder


@pytest.fixture
def taken_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    return port


def program(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o755)
    return str(path)


# What stands in the way


def test_a_port_in_use_is_said_with_what_to_do(project, taken_port):
    answer = run(project, "start.py", "lab", "--port", str(taken_port))
    assert answer.stderr == (
        f"Port {taken_port} is in use, perhaps by a JupyterLab that is still open: "
        "choose another with make lab PORT=8889 "
        "(without make: py start.py lab --port 8889).\n"
    )
    assert answer.returncode == 1


def test_a_port_of_the_app_in_use_is_said_in_its_own_words(project, taken_port):
    answer = run(project, "start.py", "app", "--port", str(taken_port))
    assert "by an explorer that is still open: " in answer.stderr
    assert "with make app PORT=8867 (without make: py start.py app" in answer.stderr


def test_a_server_has_its_usual_port_unless_told():
    ports = [start.parse([command])[0].port for command in ("lab", "app", "report")]
    assert ports == [8888, 8866, None]


def test_nothing_is_installed_for_a_port_in_use(project, taken_port):
    run(project, "start.py", "lab", "--port", str(taken_port))
    assert not (project / ".venv").exists()


def test_a_port_that_does_not_exist_is_refused(project):
    answer = run(project, "start.py", "lab", "--port", "99999")
    assert answer.stderr.startswith("Port 99999 cannot be used: choose another")


@pytest.mark.parametrize("version", [(3, 6, 15), (3, 10, 13)])
def test_an_old_python_is_told_what_to_install(version):
    found = ".".join(map(str, version))
    with pytest.raises(SystemExit, match=f"needs Python 3.11 .* is Python {found}: "):
        start.refuse_old_python(version)


def test_the_oldest_python_that_is_named_is_welcome():
    assert start.refuse_old_python((3, 11, 0)) is None


def test_an_old_python_can_read_the_file(repository):
    source = (repository / "start.py").read_text("utf-8")
    assert ast.parse(source, feature_version=(3, 6)).body


def test_a_python_that_cannot_make_environments_is_told_what_to_install(project):
    answer = run(project, "-c", BLOCK_ENSUREPIP + SET_UP)
    assert "sudo apt install python3-venv" in answer.stderr
    assert answer.returncode == 1
    assert "Traceback" not in answer.stderr


def test_an_unknown_command_is_answered_with_the_commands_there_are(project):
    answer = run(project, "start.py", "tset")
    assert "'tset'" in answer.stderr
    assert all(command in answer.stderr for command in start.COMMANDS)


def test_a_folder_that_is_no_environment_is_left_alone(project):
    notes = project / ".venv" / "notes.txt"
    notes.parent.mkdir()
    notes.touch()
    answer = run(project, "-c", SET_UP)
    assert "is no virtual environment, so it is left alone" in answer.stderr
    assert notes.exists()


# The browser


def test_a_machine_without_a_browser_is_told_how_to_get_one(project):
    answer = run(project, "start.py", "test", PATH="", DEMARCHE_BROWSER="")
    assert start.HOW_TO_GET_A_BROWSER[platform.system()] in answer.stderr
    assert answer.returncode == 1


def test_the_browser_that_the_user_names_comes_first(tmp_path):
    program(tmp_path / "chromium")
    named = program(tmp_path / "mine")
    environment = {"PATH": str(tmp_path), "DEMARCHE_BROWSER": named}
    assert start.find_browser(environment) == named


def test_a_named_browser_that_is_not_there_is_refused():
    with pytest.raises(SystemExit, match="DEMARCHE_BROWSER is /nowhere, which is no"):
        start.find_browser({"PATH": "", "DEMARCHE_BROWSER": "/nowhere"})


@pytest.mark.parametrize("name", ["chromium", "google-chrome-stable", "msedge"])
def test_a_browser_on_the_path_is_found(tmp_path, name):
    found = program(tmp_path / name)
    assert start.find_browser({"PATH": str(tmp_path)}) == found


def test_a_browser_in_its_usual_place_on_windows_is_found(tmp_path):
    found = program(tmp_path / "Google" / "Chrome" / "Application" / "chrome.exe")
    assert start.find_browser({"PATH": "", "PROGRAMFILES": str(tmp_path)}) == found


def test_apt_is_not_tried_where_there_is_none(tmp_path):
    assert not start.apt_installs(["chromium"], "browser", {"PATH": str(tmp_path)})


# The set-up


def test_the_new_environment_can_import_the_project(ready, tmp_path):
    python = ready / start.venv_python().relative_to(start.ROOT)
    code = "import utils; print(utils.__file__)"
    output = subprocess.check_output([python, "-c", code], cwd=tmp_path, text=True)
    assert Path(output.strip()) == ready / "utils" / "__init__.py"


def test_a_second_run_installs_nothing(ready):
    assert "Installing" not in run(ready, "-c", SET_UP).stdout


def test_an_environment_that_somebody_else_made_is_completed(ready):
    stamp = ready / ".venv" / start.STAMP.name
    stamp.unlink()
    assert "Installing" in run(ready, "-c", SET_UP).stdout
    assert stamp.exists()


def test_a_changed_lock_is_installed(ready):
    with (ready / "requirements.lock").open("a") as lock:
        lock.write("# changed\n")
    assert "Installing" in run(ready, "-c", SET_UP).stdout


def test_jupyterlab_is_kept_from_asking_for_news(ready):
    folder = ready / ".venv" / "etc" / "jupyter" / "labconfig"
    settings = json.loads((folder / "page_config.json").read_text())
    assert list(settings["disabledExtensions"].values()) == [True]


def test_an_environment_that_lost_its_python_is_made_anew(ready):
    python = ready / start.venv_python().relative_to(start.ROOT)
    python.unlink()
    assert "making it anew" in run(ready, "-c", SET_UP).stdout
    assert python.exists()


def test_an_installation_that_failed_ends_in_a_sentence_and_starts_anew(project):
    lock = project / "requirements.lock"
    right = lock.read_text()
    lock.write_text(f"flit-core==4.2.0 --hash=sha256:{64 * '0'}\n")
    assert run(project, "-c", SET_UP).stderr.endswith("run the same command again.\n")
    lock.write_text(right)
    assert "was left unfinished: making it anew" in run(project, "-c", SET_UP).stdout


# JupyterLab


def test_jupyterlab_opens_on_the_start_notebook(tmp_path, free_port):
    command = [sys.executable, "-m", "jupyterlab", *start.lab_options(free_port)]
    quiet = ["--no-browser", "--IdentityProvider.token="]
    own = {"JUPYTER_CONFIG_DIR": str(tmp_path), "JUPYTER_DATA_DIR": str(tmp_path)}
    server = subprocess.Popen(command + quiet, env={**os.environ, **own})
    try:
        with first_answer(server, f"http://127.0.0.1:{free_port}/") as page:
            assert page.url.endswith(f"/lab/tree/{start.START_NOTEBOOK}")
    finally:
        server.terminate()
        server.wait()


def first_answer(server: subprocess.Popen, address: str) -> addinfourl:
    while server.poll() is None:
        try:
            return urlopen(address)
        except URLError:
            time.sleep(0.1)
    raise AssertionError("JupyterLab did not start.")


def test_the_start_notebook_is_there(repository):
    assert (repository / start.START_NOTEBOOK).is_file()


def test_jupyterlab_listens_to_this_computer_only():
    assert "--ServerApp.ip=127.0.0.1" in start.lab_options(8888)


# The commands


@pytest.mark.parametrize("command", start.COMMANDS)
def test_make_has_every_command(repository, command):
    shown = subprocess.check_output(
        ["make", "-n", command, "PY=py", "PORT=8889", "ARGS=-x"],
        cwd=repository,
        text=True,
    )
    port = "--port 8889 " if command in start.PORTS else ""
    assert f"py start.py {command} {port}-x\n" in shown


@pytest.mark.parametrize(
    "line", [["lab", "--", "--no-browser"], ["lab", "--no-browser"]]
)
def test_what_is_not_ours_is_passed_on(line):
    options, extra = start.parse(line)
    assert (options.command, options.port, extra) == ("lab", 8888, ["--no-browser"])


def test_contributing_names_every_command(repository):
    text = (repository / "CONTRIBUTING.md").read_text("utf-8")
    assert all(f"`py start.py {command}`" in text for command in start.COMMANDS)
