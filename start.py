"""Set Demarche up and start one of its commands: python3 start.py lab.

This needs nothing but Python. The first run makes a virtual environment in
.venv and installs what requirements.lock names; later runs start at once. The
file keeps to what Python 3.6 can read, so that an old Python can say that it is
too old.
"""

import argparse
import errno
import hashlib
import json
import os
import platform
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import List, Mapping, Optional, Sequence, Tuple

OLDEST_PYTHON = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "demarche-set-up"
UNFINISHED = "unfinished"
START_NOTEBOOK = "notebooks/00-start-here.ipynb"

COMMANDS = {
    "lab": "open JupyterLab on the start notebook",
    "app": "open the explorer of a case as a page of its own",
    "doctor": "say what works here, and what would mend the rest",
    "test": "run every test, those in a browser included",
    "test-wide": "run the tests that need more, such as other Pythons",
    "lint": "check style and types",
    "format": "put the code into the house style",
    "report": "draw every chart of a case, and sum all up on a page",
    "site": "build a static site of a case and of the notebooks",
    "classroom": "build what a teacher hands out, keeps and prints",
    "bench": "measure speed",
    "lock": "renew requirements.lock from pyproject.toml",
}
SERVERS = {"lab": "a JupyterLab", "app": "an explorer"}
PORTS = {"lab": 8888, "app": 8866}
MODULES = {
    "doctor": "utils.app.doctor",
    "report": "utils.publish.report",
    "site": "utils.publish.site",
    "classroom": "utils.publish.classroom",
    "bench": "tests.benchmarks",
}
CODE_TOOLS = {
    "lint": ["ruff check", "ruff format --check", "mypy"],
    "format": ["ruff check --select=I --fix", "ruff format"],
}
JAVAS = ("openjdk-17-jre-headless", "openjdk-21-jre-headless")
LOCKED_EXTRAS = ("app", "test")
CHROME = "google-chrome google-chrome-stable chrome msedge"
BROWSERS = f"chromium chromium-browser {CHROME}".split()
HOW_TO_GET_A_BROWSER = {
    "Linux": "sudo apt install chromium (on Fedora: sudo dnf install chromium)",
    "Darwin": "brew install --cask chromium",
    "Windows": "winget install Google.Chrome",
}


def main(arguments: Sequence[str]) -> int:
    """Run one command; anything that stands in its way ends in one sentence."""
    refuse_old_python(sys.version_info[:3])
    options, extra = parse(arguments)
    os.chdir(str(ROOT))
    try:
        return carry_out(options, extra)
    except KeyboardInterrupt:
        raise SystemExit("Stopped. The same command starts again.") from None


def parse(arguments: Sequence[str]) -> Tuple[argparse.Namespace, List[str]]:
    """Split the command line into our options and what the command gets."""
    width = max(map(len, COMMANDS))
    parser = argparse.ArgumentParser(
        usage="python3 start.py COMMAND [--port PORT] [more, for the command]",
        description="\n".join(f"  {c:<{width}}  {COMMANDS[c]}" for c in COMMANDS),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("command", choices=list(COMMANDS), metavar="COMMAND")
    parser.add_argument("--port", type=int, help="for lab and app")
    options, extra = parser.parse_known_args(list(arguments))
    options.port = options.port or PORTS.get(options.command)
    return options, [argument for argument in extra if argument != "--"]


def carry_out(options: argparse.Namespace, extra: List[str]) -> int:
    """See to what a command needs first, then hand over to its program."""
    if options.command in PORTS:
        refuse_busy_port(options.port, options.command)
        return hand_over(set_up(), server(options.command, options.port), extra)
    if options.command in MODULES:
        return hand_over(set_up(), ["-m", MODULES[options.command]], extra)
    if options.command == "lock":
        return lock(extra)
    if options.command in CODE_TOOLS:
        return check_code(CODE_TOOLS[options.command], extra)
    os.environ["DEMARCHE_BROWSER"] = browser(os.environ)
    wide = ["-m", "wide"] if options.command == "test-wide" else []
    python = set_up()
    if wide:
        see_to_spark(python)
    return hand_over(python, ["-m", "pytest", *wide], extra)


def server(command: str, port: int) -> List[str]:
    """Say what runs for a command that serves pages until it is stopped."""
    if command == "app":
        return ["-m", "utils.app", f"--port={port}"]
    return ["-m", "jupyterlab", *lab_options(port)]


def refuse_old_python(version: Tuple[int, ...]) -> None:
    """Stop here on a Python that could not install the packages."""
    if version[:2] < OLDEST_PYTHON:
        found = ".".join(map(str, version))
        raise SystemExit(
            f"Demarche needs Python 3.11 or newer and this is Python {found}: "
            "install a newer one (from python.org or your system's packages) and "
            "name it, as in: make lab PY=python3.12, or: py -3.12 start.py lab"
        )


def refuse_busy_port(port: int, command: str = "lab") -> None:
    """Stop here if the server of `command` could not listen on `port`."""
    with socket.socket() as probe:
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            busy = getattr(error, "errno", None) == errno.EADDRINUSE
            why = (
                f"is in use, perhaps by {SERVERS[command]} that is still open"
                if busy
                else "cannot be used"
            )
            other = PORTS[command] + 1 + (port == PORTS[command] + 1)
            raise SystemExit(
                f"Port {port} {why}: choose another with make {command} PORT={other} "
                f"(without make: py start.py {command} --port {other})."
            ) from None


def refuse_missing_venv() -> None:
    """Stop here if this Python came without the means to make environments."""
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError as error:
        raise SystemExit(
            f"This Python cannot make a virtual environment ({error}): on Debian and "
            "Ubuntu run sudo apt install python3-venv, elsewhere install Python from "
            "python.org, and run the same command again."
        ) from None


def set_up() -> Path:
    """Give the environment's Python, with all that the project needs installed."""
    python = venv_python()
    wanted = fingerprint()
    if python.exists() and STAMP.exists() and STAMP.read_text() == wanted:
        return python
    make_environment(python)
    # What is cut short here leaves packages in pieces that pip takes for whole.
    STAMP.write_text(UNFINISHED)
    install(python)
    silence_news()
    STAMP.write_text(wanted)
    return python


def venv_python() -> Path:
    """Say where the environment's Python is, on this system."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint() -> str:
    """Sum up what an environment depends on, its own place included."""
    digest = hashlib.sha256(f"{sys.version} {ROOT}".encode())
    for name in ("requirements.lock", "pyproject.toml"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def make_environment(python: Path) -> None:
    """Make .venv, unless it is there and sound."""
    unfinished = STAMP.exists() and STAMP.read_text() == UNFINISHED
    if works(python) and not unfinished:
        return
    refuse_missing_venv()
    if VENV.exists():
        refuse_foreign_folder()
        why = "was left unfinished" if unfinished else "does not fit this Python"
        print(f"The environment in .venv {why}: making it anew.", flush=True)
    run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)],
        "The virtual environment could not be made, as said above: close what still "
        "runs from it, delete the folder .venv, and run the same command again.",
    )


def works(python: Path) -> bool:
    """Whether the environment's Python runs, has pip, and is as new as this one."""
    code = "import pip, sys; print(sys.version_info[:2])"
    try:
        answer = subprocess.check_output(
            [str(python), "-c", code], stderr=subprocess.DEVNULL
        )
    except (OSError, subprocess.CalledProcessError):
        return False
    return answer.decode().strip() == str(sys.version_info[:2])


def refuse_foreign_folder() -> None:
    """Stop here rather than clear a .venv that is no virtual environment."""
    if not (VENV / "pyvenv.cfg").exists() and any(VENV.iterdir()):
        raise SystemExit(
            f"{VENV} is no virtual environment, so it is left alone: move or delete "
            "it, and run the same command again."
        )


def install(python: Path) -> None:
    """Install what the lock names, then the project itself."""
    print("Installing what Demarche needs; the first time takes some minutes.")
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "-q"]
    failure = (
        "The installation did not finish; pip says why above. Check that this "
        "computer reaches the internet, and run the same command again."
    )
    run([*pip, "--require-hashes", "-r", "requirements.lock"], failure)
    run([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], failure)


def silence_news() -> None:
    """Keep JupyterLab from asking another host for news."""
    folder = VENV / "etc" / "jupyter" / "labconfig"
    folder.mkdir(parents=True, exist_ok=True)
    news = "@jupyterlab/apputils-extension:announcements"
    settings = {"disabledExtensions": {news: True}}
    (folder / "page_config.json").write_text(json.dumps(settings))


def lab_options(port: int) -> List[str]:
    """JupyterLab on this computer only, asking no other for anything."""
    options = [
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--ServerApp.root_dir={ROOT}",
        f"--LabApp.default_url=/lab/tree/{START_NOTEBOOK}",
        "--LabApp.extension_manager=readonly",
    ]
    return [*options, "--allow-root"] if is_root() else options


def check_code(tools: Sequence[str], extra: List[str]) -> int:
    """Run each tool, even after one that complained."""
    python = str(set_up())
    commands = [[python, "-m", *tool.split(), *extra] for tool in tools]
    return max(abs(subprocess.call(command)) for command in commands)


def lock(extra: List[str]) -> int:
    """Pin every package with its hashes; nothing of this machine is written down."""
    python = venv_python()
    make_environment(python)
    failure = "The lock was not renewed, as said above."
    run([str(python), "-m", "pip", "install", "-q", "uv"], failure)
    form = "--generate-hashes --universal --no-header --no-annotate --quiet"
    bare = "--no-emit-index-url --no-emit-find-links pyproject.toml"
    bare += "".join(" --extra " + extra for extra in LOCKED_EXTRAS)
    uv = [str(python), "-m", "uv", "pip", "compile", *form.split(), *bare.split()]
    run([*uv, "--output-file", "requirements.lock", *extra], failure)
    print("requirements.lock fits pyproject.toml; the next command installs it.")
    return 0


def browser(environment: Mapping[str, str]) -> str:
    """Find a Chromium or Chrome, or install Debian's, or say how to get one."""
    found = find_browser(environment)
    what = "Chromium or Chrome"
    if not found and apt_installs(["chromium"], what, environment):
        found = find_browser(environment)
    if not found:
        how = HOW_TO_GET_A_BROWSER.get(platform.system(), "see chromium.org")
        raise SystemExit(
            f"The tests need Chromium or Chrome and none was found: {how}, or set "
            "DEMARCHE_BROWSER to the program."
        )
    return found


def find_browser(environment: Mapping[str, str]) -> Optional[str]:
    """Find DEMARCHE_BROWSER, else a browser on the PATH, else in a usual place."""
    path = environment.get("PATH", "")
    chosen = environment.get("DEMARCHE_BROWSER")
    if chosen:
        if not shutil.which(chosen, path=path):
            raise SystemExit(f"DEMARCHE_BROWSER is {chosen}, which is no program.")
        return shutil.which(chosen, path=path)
    candidates = [*BROWSERS, *map(str, usual_places(environment))]
    found = (shutil.which(candidate, path=path) for candidate in candidates)
    return next(filter(None, found), None)


def usual_places(environment: Mapping[str, str]) -> List[Path]:
    """Where macOS and Windows keep browsers that are not on the PATH."""
    names = ("Google Chrome", "Chromium", "Microsoft Edge")
    mac = [Path(f"/Applications/{n}.app/Contents/MacOS/{n}") for n in names]
    variables = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
    folders = [Path(environment[v]) for v in variables if v in environment]
    programs = ("Google/Chrome/Application/chrome", "Microsoft/Edge/Application/msedge")
    return mac + [folder / f"{p}.exe" for folder in folders for p in programs]


def see_to_spark(python: Path) -> None:
    """Install PySpark beside what the lock names, and Java, where they are missing."""
    find = "import importlib.util as u, sys; sys.exit(not u.find_spec('pyspark'))"
    if subprocess.call([str(python), "-c", find]):
        print("Installing PySpark, which is large.", flush=True)
        pins = (ROOT / "requirements.lock").read_text()
        kept = VENV / "constraints.txt"
        # Without their hashes, since what is added has none there.
        kept.write_text("\n".join(re.findall(r"(?m)^[^\s#][^\\\n]*", pins)))
        pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "-q"]
        failure = "PySpark was not installed; pip says why above."
        run([*pip, "-c", str(kept), "-e", f"{ROOT}[spark]"], failure)
    java = shutil.which("java") or os.environ.get("JAVA_HOME")
    if not java and not apt_installs(JAVAS, "Java", os.environ):
        raise SystemExit(
            "These tests need Java 17 or 21: install it, and run them again."
        )


def apt_installs(
    packages: Sequence[str], what: str, environment: Mapping[str, str]
) -> bool:
    """Install the first of these that Debian has, if nobody must be asked."""
    path = environment.get("PATH", "")
    apt = shutil.which("apt-get", path=path)
    sudo = shutil.which("sudo", path=path)
    if not apt or not (is_root() or sudo):
        return False
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", apt, "-qq"]
    first = quiet if is_root() else [str(sudo), "-n", *quiet]
    print(f"No {what} was found: installing Debian's.", flush=True)
    install = [*first, "install", "-y"]
    return not subprocess.call([*first, "update"]) and any(
        not subprocess.call([*install, package]) for package in packages
    )


def is_root() -> bool:
    """Whether this runs as root, which Windows does not know."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def run(command: List[str], failure: str) -> None:
    """Run `command` to its end, and stop with `failure` if it fails."""
    sys.stdout.flush()
    if subprocess.call(command, cwd=str(ROOT)):
        raise SystemExit(failure)


def hand_over(python: Path, program: List[str], extra: List[str]) -> int:
    """Go on as another program, so that Ctrl+C and signals reach it directly."""
    command = [str(python), *program, *extra]
    sys.stdout.flush()
    if os.name == "posix":
        os.execv(command[0], command)
    process = subprocess.Popen(command)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
