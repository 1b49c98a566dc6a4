"""Spark, on this machine and on a master with two workers, gives what DuckDB gives."""

import os
import socket
import subprocess
import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import narwhals as nw
import psutil
import pytest

from tests.events.engines.alike import SCALE, answers, checksum
from utils import events
from utils.errors import EventsCancelled, EventsError
from utils.events.engines import lines, start
from utils.events.formats.format import Format

pytestmark = [
    pytest.mark.wide,
    pytest.mark.filterwarnings("ignore:PySpark does not yet:FutureWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
TABBED = Format("f", "F", ("a", "b", "c"), "cameo", {})
FORMS = {
    "tabbed": TABBED,
    "with a header": replace(TABBED, header=True),
    "quoted": replace(TABBED, separator=",", quoted=True),
}
BUSY_S = 120


def javas():
    """Give the Java processes that were started from here."""
    children = psutil.Process().children(recursive=True)
    return [child for child in children if "java" in child.name()]


@pytest.fixture(scope="module")
def expected(exports):
    return answers(events.read(exports))


@pytest.fixture(scope="module")
def converted(exports, tmp_path_factory):
    return events.convert(exports, tmp_path_factory.mktemp("parquet") / "all").folder


@pytest.fixture(scope="module")
def local():
    engine = start("spark", master="local[2]")
    yield engine
    engine.close()
    assert javas() == []


def test_exports_give_the_same_on_this_machine(local, exports, expected):
    assert answers(events.read(exports, engine="spark")) == expected


def test_parquet_gives_the_same_on_this_machine(local, converted, expected):
    assert answers(events.read(converted, engine="spark")) == expected


@pytest.mark.parametrize("name", FORMS)
def test_the_same_lines_are_rows(local, tmp_path, name):
    form = FORMS[name]
    text = (
        "\ufeffa,b,c\n1,ı,\n4,5\n6,7,8,\n\r\n9,,0\r\na,b,c\n\n".encode() + b"\xe9,,\n,,"
    )
    file = tmp_path / "a [file] {with} signs*"
    file.write_bytes(text.replace(b",", form.separator.encode()))
    found = local.collected(local.rows([file], form)).itertuples(index=False, name=None)
    assert sorted(found) == sorted(map(tuple, lines.rows(file, form)))


def test_what_runs_says_how_far_it_is_and_is_cancelled_within_a_second(local):
    endless = "SELECT count(*) AS n FROM range(0, 1000000000000, 1, 1000) WHERE id < 0"
    asked = events.ask(local.collected, nw.from_native(local._session.sql(endless)))
    until = time.monotonic() + BUSY_S
    while asked.fraction is None and time.monotonic() < until:
        time.sleep(0.05)
    assert 0 <= asked.fraction <= 1
    begun = time.monotonic()
    asked.cancel()
    with pytest.raises(EventsCancelled):
        asked.result(BUSY_S)
    assert time.monotonic() - begun < 5


def test_it_answers_again_after_that(local):
    one = local.collected(nw.from_native(local._session.sql("SELECT 1 AS n")))
    assert one["n"].tolist() == [1]


def test_a_second_master_is_refused_while_one_is_open(local):
    with pytest.raises(EventsError, match=r"Spark is open at local\[2\]"):
        start("spark", master="local[1]")


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@contextmanager
def running(*arguments, cwd):
    """Run a class of Spark as a process of its own."""
    import pyspark

    program = Path(pyspark.__file__).parent / "bin" / "spark-class"
    process = subprocess.Popen(
        [program, *arguments],
        cwd=cwd,
        env={
            **os.environ,
            "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_DAEMON_MEMORY": "256m",
        },
        stdout=(cwd / "out.log").open("wb"),
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        for each in [*psutil.Process(process.pid).children(recursive=True), process]:
            each.terminate()
        process.wait(BUSY_S)


def master(folder):
    port, place = free_port(), "org.apache.spark.deploy.master.Master"
    where = ["--host", "127.0.0.1", "--port", str(port), "--webui-port", "0"]
    return running(place, *where, cwd=folder), f"spark://127.0.0.1:{port}"


def worker(address, folder):
    place, own = "org.apache.spark.deploy.worker.Worker", ["--host", "127.0.0.1"]
    size = ["--cores", "1", "--memory", "1g", "--webui-port", "0"]
    return running(place, *own, *size, address, cwd=folder)


def wait_for_text(file, text, times=1):
    until = time.monotonic() + BUSY_S
    while time.monotonic() < until:
        if file.exists() and file.read_text(errors="replace").count(text) >= times:
            return
        time.sleep(0.1)
    pytest.fail(f"{file} never said {text}: {file.read_text(errors='replace')}")


def folders(tmp_path_factory, *names):
    return [tmp_path_factory.mktemp(name) for name in names]


def test_a_master_with_two_workers_gives_the_same(
    local, exports, converted, expected, tmp_path_factory
):
    local.close()
    home, one, other = folders(tmp_path_factory, "master", "worker1", "worker2")
    server, address = master(home)
    with server:
        wait_for_text(home / "out.log", "I have been elected leader")
        with worker(address, one), worker(address, other):
            wait_for_text(home / "out.log", "Registering worker", 2)
            options = {"engine": "spark", "master": address, "wait_s": BUSY_S}
            read = events.read(exports, **options)
            try:
                assert answers(read) == expected
                again = events.read(converted, **options).daily(SCALE)
                assert checksum(again) == expected["all"]
                said = (home / "out.log").read_text()
                assert said.count("Launching executor") >= 2
            finally:
                read.engine.close()


def test_a_master_without_workers_ends_in_a_sentence(local, tmp_path_factory):
    local.close()
    (home,) = folders(tmp_path_factory, "alone")
    server, address = master(home)
    with server:
        wait_for_text(home / "out.log", "I have been elected leader")
        with pytest.raises(EventsError, match=r"did not .* within 10 s"):
            start("spark", master=address, wait_s=10)


def test_a_server_that_never_answers_ends_in_a_sentence_and_leaves_no_java(local):
    local.close()
    with socket.create_server(("127.0.0.1", 0)) as server:
        accepting = threading.Thread(target=server.accept, daemon=True)
        accepting.start()
        address = f"spark://127.0.0.1:{server.getsockname()[1]}"
        with pytest.raises(EventsError, match="did not take us in within 5 s"):
            start("spark", master=address, wait_s=5)
    assert javas() == []
