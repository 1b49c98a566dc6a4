"""Ask an engine in the background: see how far it is, and stop it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from functools import partial
from threading import Event, Lock, Thread
from typing import Any, Generic, ParamSpec, TypeVar

from utils.errors import EventsCancelled

Given = ParamSpec("Given")
Answer = TypeVar("Answer")
_Step = tuple[Callable[[], float | None], Callable[[], object]]
_EVERY_S = 0.05


def ask(
    question: Callable[Given, Answer], *given: Given.args, **more: Given.kwargs
) -> "Asked[Answer]":
    """Let a question be answered in a thread of its own; give a hold on it at once.

    Whatever an engine carries out on the way can be watched and cancelled, whoever
    calls it: `ask(events.daily, scale)`.

    >>> asked = ask(sum, [1, 2])
    >>> asked.result()
    3
    """
    return Asked(partial(question, *given, **more))


class Asked(Generic[Answer]):
    """A question under way: `fraction`, `done`, `cancel()` and `result()`."""

    def __init__(self, question: Callable[[], Answer]) -> None:
        self._question = question
        self._answer: Answer | None = None
        self._error: BaseException | None = None
        self._over, self._cancelled, self._lock = Event(), Event(), Lock()
        self._steps: list[_Step] = []
        context = copy_context()
        Thread(target=context.run, args=(self._carry_out,), daemon=True).start()

    @property
    def done(self) -> bool:
        """Whether there is an answer, an error, or nothing to wait for any more."""
        return self._over.is_set()

    @property
    def fraction(self) -> float | None:
        """How much of the present step is done, 0 to 1; None where none can say."""
        with self._lock:
            return self._steps[0][0]() if self._steps else None

    def cancel(self) -> None:
        """Stop it; `result()` then raises `EventsCancelled`. Returns at once."""
        if not self._cancelled.is_set():
            self._cancelled.set()
            Thread(target=self._stop_until_over, daemon=True).start()

    def result(self, timeout_s: float | None = None) -> Answer:
        """Wait for the answer.

        Raises
        ------
        EventsCancelled
            If it was cancelled.
        TimeoutError
            If there is none yet after `timeout_s` seconds; it goes on.
        """
        if not self._over.wait(timeout_s):
            raise TimeoutError(f"There is no answer after {timeout_s} s.")
        if self._error is not None:
            raise self._error
        return self._answer  # type: ignore[return-value]

    def _carry_out(self) -> None:
        _ASKED.set(self)
        try:
            self._answer = self._question()
        except BaseException as error:
            self._error = error
        finally:
            self._over.set()

    def _stop_until_over(self) -> None:
        # An engine that has not begun yet cannot be stopped, so it is told again.
        while not self._over.wait(_EVERY_S):
            with self._lock:
                if self._steps:
                    self._steps[-1][1]()

    @contextmanager
    def _during(self, step: _Step) -> Iterator[None]:
        with self._lock:
            self._steps.append(step)
        try:
            yield
        finally:
            with self._lock:
                self._steps.remove(step)


_ASKED: ContextVar[Asked[Any] | None] = ContextVar("asked", default=None)


def refuse_if_cancelled() -> None:
    """Stop here if whoever asked wants no answer any more.

    Raises
    ------
    EventsCancelled
        If so.
    """
    asked = _ASKED.get()
    if asked is not None and asked._cancelled.is_set():
        raise EventsCancelled("Cancelled before there was an answer.")


@contextmanager
def step(
    fraction: Callable[[], float | None], stop: Callable[[], object]
) -> Iterator[None]:
    """Let whoever asked see how far a step of an engine is, and stop it.

    Of steps within steps, the outermost says how far it is and the innermost stops.

    Raises
    ------
    EventsCancelled
        If it was cancelled, in place of what the engine says of its being stopped.
    """
    refuse_if_cancelled()
    asked = _ASKED.get()
    if asked is None:
        yield
        return
    try:
        with asked._during((fraction, stop)):
            yield
    except Exception:
        refuse_if_cancelled()
        raise
