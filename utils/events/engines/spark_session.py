"""Start Spark, or say in a sentence why it cannot be started; leave nothing running."""

import atexit
import os
import re
import shutil
import socket
import subprocess
import tempfile
import warnings
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLong
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from utils.errors import EventsError

WAIT_S = 30
"""How long a master may take to take us in, and its workers for a first task."""

JAVA_WAIT_S = 120
"""How long Java may take to start on a busy machine, and Spark within it."""

OLDEST_JAVA = 17
_JAVA = f"The engine spark needs Java {OLDEST_JAVA} or newer"
_GET_JAVA = (
    "sudo apt install openjdk-17-jre-headless (on macOS: brew install openjdk@17, on "
    "Windows: winget install EclipseAdoptium.Temurin.17.JRE)"
)
_INSTEAD = "or take engine='duckdb', which needs neither"


class SparkProcess:
    """A Java process with a Spark session, which ends with `close()` or with Python.

    What Spark logs goes into a file, not over the notebook.
    """

    def __init__(self, master: str, memory_mb: int, wait_s: float = WAIT_S) -> None:
        refuse_missing_pyspark()
        refuse_missing_java()
        here = own_address(master, wait_s)
        wait_s = JAVA_WAIT_S if master.startswith("local") else wait_s
        self.master, self._closed = master, False
        self.session: Any = None
        self._gateway: Any = None
        self._folder = Path(tempfile.mkdtemp(prefix="events-spark-"))
        self.log = self._folder / "spark.log"
        atexit.register(self.close)
        try:
            settings = _settings(master, here, memory_mb, self._folder)
            self._in_time(lambda: self._launch(settings), "start", JAVA_WAIT_S)
            self._in_time(self._enter, "take us in", wait_s)
            self._in_time(self._first_task, "carry out a first task", wait_s)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Stop the session and its process; after that it cannot be asked."""
        atexit.unregister(self.close)
        self._closed = True
        session, self.session = self.session, None
        gateway, self._gateway = self._gateway, None
        if session is not None:
            with ThreadPoolExecutor(1) as aside, suppress(Exception):
                aside.submit(session.stop).result(5)
        if gateway is not None:
            _end(gateway)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _launch(self, settings: dict[str, str]) -> None:
        from pyspark import SparkConf
        from pyspark.java_gateway import launch_gateway

        self._conf = SparkConf(loadDefaults=False).setAll([*settings.items()])
        with self.log.open("wb") as log:
            silent = {"stdout": log, "stderr": log}
            gateway = launch_gateway(self._conf, popen_kwargs=silent)
        if self._closed:
            _end(gateway)
        self._gateway = gateway

    def _enter(self) -> None:
        from pyspark import SparkContext
        from pyspark.sql import SparkSession

        with warnings.catch_warnings():
            # PySpark warns of a new pandas, of which nothing here is given to it.
            warnings.filterwarnings("ignore", "PySpark does not yet", FutureWarning)
            context = SparkContext(conf=self._conf, gateway=self._gateway)
            self.session = SparkSession(context)

    def _first_task(self) -> None:
        self.session.sql("SELECT count(*) FROM range(0, 2, 1, 2)").collect()

    def _in_time(self, act: Any, what: str, wait_s: float) -> None:
        aside = ThreadPoolExecutor(1)
        try:
            aside.submit(act).result(wait_s)
        except TooLong:
            raise EventsError(
                f"Spark at {self.master} did not {what} within {wait_s:g} s: see "
                f"that this is a Spark master with workers that are free, {_INSTEAD}."
            ) from None
        except EventsError:
            raise
        except Exception as why:
            raise EventsError(
                f"Spark at {self.master} did not {what}: {first_line(why)}"
            ) from why
        finally:
            aside.shutdown(wait=False)


def refuse_missing_pyspark() -> None:
    """Stop here without PySpark.

    Raises
    ------
    EventsError
        With the command that installs it.
    """
    if not find_spec("pyspark"):
        raise EventsError(
            "The engine spark needs PySpark, which is not installed: run pip install "
            f'".[spark]" in the folder of the project, {_INSTEAD}.'
        )


def refuse_missing_java() -> None:
    """Stop here without a Java that Spark can run on.

    Raises
    ------
    EventsError
        With the command that installs it.
    """
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=str(Path(home) / "bin") if home else None)
    if not java:
        where = f"JAVA_HOME ({home}) has none" if home else "none was found"
        raise EventsError(f"{_JAVA}, and {where}: {_GET_JAVA}, {_INSTEAD}.")
    told = subprocess.run([java, "-version"], capture_output=True, timeout=JAVA_WAIT_S)
    version = re.search(rb'version "(?:1\.)?(\d+)', told.stderr)
    if version and int(version[1]) < OLDEST_JAVA:
        found = f"{java} is Java {int(version[1])}"
        raise EventsError(f"{_JAVA}, and {found}: {_GET_JAVA}, {_INSTEAD}.")


def own_address(master: str, wait_s: float = WAIT_S) -> str:
    """Give the address of this machine that a master reaches it by.

    Raises
    ------
    EventsError
        If the master is written in no way that is known, or nobody answers there.
    """
    if re.fullmatch(r"local(\[(\d+|\*)\])?", master):
        return "127.0.0.1"
    parts = re.fullmatch(r"spark://([\w.-]+):(\d+)", master)
    if not parts:
        raise EventsError(
            f"{master!r} is no Spark master; write local[2] for two processors of this "
            "machine, or spark://HOST:7077."
        )
    host, port = parts[1], int(parts[2])
    try:
        with socket.create_connection((host, port), wait_s) as probe:
            return str(probe.getsockname()[0])
    except (OSError, OverflowError) as why:
        raise EventsError(
            f"Nobody answers at {master} ({why}): see that the master runs and that "
            f"this machine reaches it, {_INSTEAD}."
        ) from None


def first_line(why: BaseException) -> str:
    """Give the line of an error from Java that says what is wrong."""
    lines = [line.strip() for line in str(why).splitlines() if line.strip()]
    told = [line for line in lines if not line.startswith(("An error occurred", "at "))]
    return (told or lines or [type(why).__name__])[0][:300]


def _settings(master: str, here: str, memory_mb: int, folder: Path) -> dict[str, str]:
    return {
        "spark.master": master,
        "spark.app.name": "demarche events",
        "spark.driver.memory": f"{memory_mb}m",
        "spark.driver.host": here,
        "spark.driver.bindAddress": here,
        "spark.local.dir": str(folder),
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.caseSensitive": "true",
        "spark.sql.shuffle.partitions": "32",
        "spark.port.maxRetries": "100",
    }


def _end(gateway: Any) -> None:
    """End the Java process, gently first; forget it, so that another can start."""
    from pyspark import SparkContext

    with suppress(Exception):
        gateway.shutdown()
    process = gateway.proc
    with suppress(OSError):
        process.stdin.close()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    SparkContext._gateway = SparkContext._jvm = SparkContext._active_spark_context = (
        None
    )
