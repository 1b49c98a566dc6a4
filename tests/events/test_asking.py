"""A question in the background: how far it is, and stopping it."""

import threading
import time

import narwhals as nw
import pytest

from utils.errors import EventsCancelled, EventsError
from utils.events import ask
from utils.events.asking import refuse_if_cancelled, step
from utils.events.engines import DuckEngine


@pytest.fixture
def engine():
    return DuckEngine(threads=1)


def endless(engine):
    """Give a question that would take a processor for hours."""
    numbers = "SELECT range AS i FROM range(10000000)"
    both = f"SELECT count(*) AS n FROM ({numbers}) a, ({numbers}) b WHERE a.i = -b.i"
    return nw.from_native(engine._connection.sql(both))


def wait_for(fact):
    for _ in range(200):
        if fact():
            return
        time.sleep(0.05)
    pytest.fail("This did not come about within ten seconds.")


def test_an_answer_comes_back_from_its_own_thread():
    asked = ask(threading.current_thread)
    assert asked.result(5) is not threading.current_thread()
    assert asked.done


def test_an_error_comes_back_as_it_was_raised():
    with pytest.raises(ZeroDivisionError):
        ask(divmod, 1, 0).result(5)


def test_an_engine_that_is_asked_says_how_far_it_is(engine):
    asked = ask(engine.collected, endless(engine))
    wait_for(lambda: asked.fraction is not None)
    assert 0 <= asked.fraction <= 1
    asked.cancel()


def test_a_question_is_cancelled_within_a_second(engine):
    asked = ask(engine.collected, endless(engine))
    wait_for(lambda: asked.fraction is not None)
    asked.cancel()
    with pytest.raises(EventsCancelled, match="before there was an answer"):
        asked.result(1)


def test_a_question_that_is_cancelled_before_its_engine_begins_never_begins(engine):
    begin = threading.Event()

    def late():
        begin.wait()
        return engine.collected(endless(engine))

    asked = ask(late)
    asked.cancel()
    begin.set()
    with pytest.raises(EventsCancelled):
        asked.result(1)


def test_an_engine_answers_again_after_a_question_was_cancelled(engine):
    asked = ask(engine.collected, endless(engine))
    asked.cancel()
    with pytest.raises(EventsCancelled):
        asked.result(5)
    one = nw.from_native(engine._connection.sql("SELECT 1 AS n"))
    assert engine.collected(one)["n"].tolist() == [1]


def test_cancelling_what_has_been_answered_changes_nothing():
    asked = ask(sum, [1, 2])
    assert asked.result(5) == 3
    asked.cancel()
    assert asked.result() == 3


def test_waiting_ends_after_the_time_given():
    go_on = threading.Event()
    asked = ask(go_on.wait)
    with pytest.raises(TimeoutError, match=r"no answer after 0\.1 s"):
        asked.result(0.1)
    go_on.set()


def test_of_steps_within_steps_the_outermost_says_how_far_it_is():
    stopped, go_on = [], threading.Event()

    def question():
        with (
            step(lambda: 0.5, lambda: None),
            step(lambda: 0.1, lambda: stopped.append(1)),
        ):
            go_on.wait()
            refuse_if_cancelled()

    asked = ask(question)
    wait_for(lambda: asked.fraction == 0.5)
    asked.cancel()
    wait_for(lambda: stopped)
    go_on.set()
    with pytest.raises(EventsError):
        asked.result(5)


def test_a_step_that_nobody_watches_is_carried_out_all_the_same():
    with step(lambda: None, lambda: None):
        pass
    assert refuse_if_cancelled() is None
