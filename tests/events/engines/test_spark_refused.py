"""What stands in Spark's way is said in a sentence, before anything is started."""

import sys

import pytest

from utils.errors import EventsError
from utils.events.engines import start
from utils.events.engines.spark_session import own_address, refuse_missing_java


def test_without_pyspark_the_command_that_installs_it_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(EventsError, match=r'pip install "\.\[spark\]"'):
        start("spark")


def test_without_java_the_command_that_installs_it_is_named(monkeypatch, tmp_path):
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EventsError, match=r"needs Java 17 .* none was found: sudo apt"):
        refuse_missing_java()


def test_a_java_home_without_java_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(EventsError, match=r"JAVA_HOME \(.*\) has none"):
        refuse_missing_java()


def test_an_old_java_is_told_its_version(monkeypatch, tmp_path):
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\necho 'openjdk version \"1.8.0_402\"' >&2\n")
    java.chmod(0o755)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(EventsError, match="java is Java 8: sudo apt"):
        refuse_missing_java()


@pytest.mark.parametrize("master", ["local", "local[2]", "local[*]"])
def test_spark_on_this_machine_listens_to_this_machine_only(master):
    assert own_address(master) == "127.0.0.1"


@pytest.mark.parametrize("master", ["yarn", "spark://host", "local[x]", ""])
def test_what_is_no_master_is_answered_with_what_is_one(master):
    with pytest.raises(EventsError, match="is no Spark master; write local"):
        own_address(master)


def test_a_master_where_nobody_answers_is_named():
    with pytest.raises(EventsError, match=r"Nobody answers at spark://127\.0\.0\.1:9 "):
        own_address("spark://127.0.0.1:9", 2)
