"""The stage tells a page of its charts, whole at first and then what changes."""

import numpy as np
import pytest

from utils.charts.sheet.drawing import Drawing
from utils.explorer.chart_stage import ChartStage, packed
from utils.explorer.chart_view import ChartView


def drawing(y):
    return Drawing(({"type": "bar", "y": np.array(y)},), {"width": 600}, "Some bars.")


@pytest.fixture
def stage():
    return ChartStage()


@pytest.fixture
def sent(stage, monkeypatch):
    messages = []
    monkeypatch.setattr(
        stage, "send", lambda told, buffers: messages.append((told, buffers))
    )
    return messages


@pytest.fixture
def ready(stage):
    """Say what a page says when it has loaded the stage."""
    return lambda library: stage._handle_custom_msg(
        {"do": "ready", "library": library}, []
    )


def test_a_page_that_is_not_there_is_told_nothing(stage, sent):
    view = ChartView("bars", drawing([1.0]), stage=stage, hear=list)
    view.show(drawing([2.0]))
    assert sent == []


def test_a_page_that_comes_is_told_every_chart_as_it_is_now(stage, sent, ready):
    view = ChartView("bars", drawing([1.0]), stage=stage, hear=list)
    view.show(drawing([2.0]))
    ready(library=True)
    [(told, [y])] = sent
    assert told == {
        "do": "whole",
        "chart": "bars",
        "traces": [[0, {"type": "bar", "y": {"bytes": 0, "dtype": "float32"}}]],
        "layout": {"width": 600},
        "alt": "Some bars.",
    }
    assert np.frombuffer(y, "float32").tolist() == [2.0]


def test_a_page_without_plotly_is_given_it(sent, ready):
    ready(library=False)
    [(told, [script])] = sent
    assert told == {"do": "library"}
    assert script.lstrip().startswith(b"/**\n* plotly.js v4")


def test_a_page_loaded_anew_is_told_everything_again(stage, sent, ready):
    ChartView("bars", drawing([1.0]), stage=stage, hear=list)
    ready(library=True)
    ready(library=True)
    assert [told["do"] for told, _ in sent] == ["whole", "whole"]


def test_what_is_done_in_a_chart_is_heard_by_that_chart_alone(stage):
    heard = []
    ChartView("bars", drawing([1.0]), stage=stage, hear=heard.append)
    ChartView("others", drawing([1.0]), stage=stage, hear=pytest.fail)
    stage._handle_custom_msg({"do": "let go", "chart": "bars"}, [])
    stage._handle_custom_msg({"do": "let go", "chart": "none of ours"}, [])
    assert heard == [{"do": "let go", "chart": "bars"}]


@pytest.mark.parametrize(
    ("values", "dtype"),
    [
        (np.array([1, 2]), "float64"),
        (np.array([1, 2], "int8"), "int8"),
        (np.array([1.5, np.nan], "float32"), "float32"),
    ],
)
def test_numbers_travel_as_bytes(values, dtype):
    buffers = []
    assert packed({"marker": {"size": values}}, buffers) == {
        "marker": {"size": {"bytes": 0, "dtype": dtype}}
    }
    sent = np.frombuffer(buffers[0], dtype).tolist()
    assert sent == pytest.approx(values.tolist(), nan_ok=True)


@pytest.mark.parametrize(
    "values", [np.array(["a", None], object), np.array([True, False])]
)
def test_texts_travel_as_a_list(values):
    buffers = []
    assert (packed(values, buffers), buffers) == (values.tolist(), [])
