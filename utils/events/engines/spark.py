"""Spark: the engine for what one machine does not hold."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import narwhals as nw
import pandas as pd

from utils.errors import EventsError
from utils.events.asking import step
from utils.events.engines import lines
from utils.events.engines.spark_reading import reading
from utils.events.engines.spark_session import WAIT_S, SparkProcess, first_line
from utils.events.formats.format import Format

_KINDS = {"string": "str", "bigint": "int64", "int": "int64", "double": "float64"}
_NUMBERS = count(1)
_OPEN: dict[str, SparkProcess] = {}


class SparkEngine:
    """Reads files where all workers of a Spark master find them, under the same path.

    `master` is `local[2]` for two processors of this machine, or
    `spark://HOST:7077`. `memory_mb` is for the process on this machine. Engines of
    one master share its session, which ends with `close()` or with Python.

    Raises
    ------
    EventsError
        If PySpark or Java is missing, another master is in use, or the master or its
        workers do not answer within `wait_s` seconds.
    """

    name = "spark"

    def __init__(
        self,
        master: str = "local[2]",
        *,
        memory_mb: int = 1024,
        wait_s: float = WAIT_S,
    ) -> None:
        if others := _OPEN.keys() - {master}:
            raise EventsError(
                f"Spark is open at {others.pop()}, and one Python has one Spark: call "
                f"close() of that engine first, or ask for the same master."
            )
        if master not in _OPEN:
            _OPEN[master] = SparkProcess(master, memory_mb, wait_s)
        self._process = _OPEN[master]

    @property
    def _session(self) -> Any:
        if self._process.session is None:
            raise EventsError("This Spark was closed; read the files again.")
        return self._process.session

    def close(self) -> None:
        """End the session and its process, for all engines of this master."""
        _OPEN.pop(self._process.master, None)
        self._process.close()

    def rows(self, files: Sequence[Path], form: Format) -> nw.LazyFrame:
        """Give the lines of files with the columns of their format, all text."""
        with self._at_work():
            return nw.from_native(reading(self._session, files, form))

    def table(self, frame: pd.DataFrame) -> nw.LazyFrame:
        """Give a small table of texts and whole numbers, to be joined with others."""
        whole = [pd.api.types.is_integer_dtype(frame[name]) for name in frame]
        kinds = ["bigint" if each else "string" for each in whole]
        named = zip(frame, kinds, strict=True)
        schema = ", ".join(f"`{name}` {kind}" for name, kind in named)
        columns = [frame[name].tolist() for name in frame]
        rows = [*zip(*columns, strict=True)]
        return nw.from_native(self._session.createDataFrame(rows, schema))

    def collected(self, lazy: nw.LazyFrame) -> pd.DataFrame:
        """Carry out an expression and give what comes of it.

        Raises
        ------
        EventsError
            If Spark gives up, as where a worker does not find a file.
        """
        native = lazy.to_native()
        with self._at_work():
            rows = [tuple(row) for row in native.collect()]
        found = pd.DataFrame(rows, columns=native.columns)
        kinds = {name: _KINDS[kind] for name, kind in native.dtypes if kind in _KINDS}
        return found.astype(kinds)

    def unparsable(self, files: Sequence[Path], form: Format) -> pd.DataFrame:
        """Give `file`, `line` and `problem` of the lines that are no rows.

        This machine reads the files for it, line by line.
        """
        return lines.unparsable(files, form)

    @contextmanager
    def _at_work(self) -> Iterator[None]:
        context = self._session.sparkContext
        group = f"events-{next(_NUMBERS)}"
        context.setJobGroup(group, "events", interruptOnCancel=True)

        def stop() -> None:
            context.cancelJobGroup(group)

        with step(lambda: _share_done(context.statusTracker(), group), stop):
            try:
                yield
            except EventsError:
                raise
            except Exception as why:
                raise EventsError(f"Spark gave up: {first_line(why)}") from why


def _share_done(tracker: Any, group: str) -> float | None:
    """Give the share of the tasks that are done, of all that Spark knows of so far."""
    jobs = [tracker.getJobInfo(job) for job in tracker.getJobIdsForGroup(group)]
    stages = [tracker.getStageInfo(s) for job in jobs if job for s in job.stageIds]
    known = [stage for stage in stages if stage]
    tasks = sum(stage.numTasks for stage in known)
    return sum(stage.numCompletedTasks for stage in known) / tasks if tasks else None
