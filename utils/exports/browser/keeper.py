"""Keeping one browser ready: started when needed, renewed, never waited for in vain."""

import atexit
import os
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from utils.errors import ExportError
from utils.exports.browser.devtools import BrowserGone, PageError
from utils.exports.browser.finding import find
from utils.exports.browser.process import Process
from utils.exports.browser.studio import Studio

MOST_DRAWN = 100
START_TIMEOUT_S = 60.0
_DAY_S = 86_400
_ATTEMPTS = 2
_Answer = TypeVar("_Answer")
_KEEPERS: "weakref.WeakSet[Keeper]" = weakref.WeakSet()


class Keeper:
    """Lends one browser to one caller at a time.

    A browser that has ended, or has drawn so much that its memory has grown, is
    replaced by a new one.
    """

    def __init__(self, start_timeout_s: float = START_TIMEOUT_S) -> None:
        self._start_timeout_s = start_timeout_s
        self._lock = threading.RLock()
        self._studio: Studio | None = None
        _KEEPERS.add(self)

    def use(self, act: Callable[[Studio], _Answer], timeout_s: float) -> _Answer:
        """Give what `act` makes of the browser, which is tried again if that ends.

        Raises
        ------
        BrowserMissing
            If there is no browser.
        ExportError
            If it does not start, takes too long, or cannot do what it is asked.
        """
        if not 0 < timeout_s <= _DAY_S:
            raise ExportError(f"timeout_s is {timeout_s}; give up to {_DAY_S} seconds.")
        with self._lock:
            for _ in range(_ATTEMPTS):
                studio = self._ready()
                with suppress(BrowserGone), _at_most(studio.process, timeout_s):
                    return act(studio)
        raise ExportError(
            f"The browser ended while it drew, {_ATTEMPTS} times. Its memory may have "
            "run out: draw fewer marks, or fewer pixels."
        )

    def close(self) -> None:
        """End the browser, if there is one; the next use starts another."""
        with self._lock:
            if self._studio:
                self._studio.process.close()
            self._studio = None

    def forget(self) -> None:
        """Leave the browser to the process that this one was forked from."""
        if self._studio:
            self._studio.process.forget()
        self._studio, self._lock = None, threading.RLock()

    def _ready(self) -> Studio:
        used = self._studio
        if used and (used.n_drawn >= MOST_DRAWN or not used.process.is_alive()):
            self.close()
        if not self._studio:
            self._studio = _started(find(), self._start_timeout_s)
        return self._studio


def _started(path: Path, timeout_s: float) -> Studio:
    try:
        process = Process(path)
    except OSError as error:
        raise ExportError(f"{path} could not be started: {error}.") from error
    try:
        with _at_most(process, timeout_s, f"{path} did not start"):
            return Studio(process)
    except (BrowserGone, ExportError) as error:
        said = process.said() or "nothing"
        process.close()
        if isinstance(error, ExportError):
            raise
        raise ExportError(
            f"{path} ended before it could draw. Is it Chromium or Chrome? If not, set "
            f"DEMARCHE_BROWSER to one. It said: {said}"
        ) from error


@contextmanager
def _at_most(
    process: Process, timeout_s: float, late: str = "The browser did not finish"
) -> Iterator[None]:
    """Kill a browser that takes too long, which ends every wait for it."""
    overdue = threading.Event()

    def end() -> None:
        overdue.set()
        process.kill()

    timer = threading.Timer(timeout_s, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    except ExportError:
        raise
    except PageError as error:
        raise ExportError(f"The browser refused what it was asked: {error}.") from error
    except BaseException as error:
        # Whatever was under way, its answer must not be taken for that of the next.
        process.kill()
        if overdue.is_set() and isinstance(error, BrowserGone):
            raise ExportError(
                f"{late} within {timeout_s:g} seconds, and was ended. "
                "Give it longer, or draw less."
            ) from error
        raise
    finally:
        timer.cancel()


@atexit.register
def _close_all() -> None:
    for keeper in list(_KEEPERS):
        keeper.close()


def _forget_all() -> None:
    for keeper in list(_KEEPERS):
        keeper.forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_all)
