import numpy as np
import pytest

from utils.charts.sheet.drawing import Drawing
from utils.explorer.chart_stage import ChartStage
from utils.explorer.chart_view import ChartView


class Told(ChartStage):
    """A stage that keeps what it would send, as on a page that has plotly.js."""

    def __init__(self):
        super().__init__()
        self.sent = []
        self._handle_custom_msg({"do": "ready", "library": True}, [])

    def send(self, content, buffers=None):
        self.sent.append((content, buffers))


def drawing(y, *, title="Some acts", days=("2025-06-01", "2025-06-02")):
    times = np.array(days, dtype="datetime64[ms]")
    line = {"type": "scatter", "x": times, "y": np.array(y), "line": {"width": 2}}
    still = {"type": "scatter", "x": times, "y": np.zeros(len(days))}
    return Drawing(
        (line, still), {"title": {"text": title}, "yaxis": {"range": [0, 9]}}
    )


@pytest.fixture
def stage():
    return Told()


@pytest.fixture
def make(stage):
    return lambda drawn: ChartView("a", drawn, stage=stage, hear=print)


@pytest.fixture
def view(make):
    return make(drawing([1.0, 2.0]))


@pytest.fixture
def sent(view, stage):
    """Collect what the page is told after the whole chart."""
    stage.sent.clear()
    return stage.sent


def test_a_chart_is_told_as_a_whole_at_first(view, stage):
    [(message, _)] = stage.sent
    assert (message["do"], len(message["traces"])) == ("whole", 2)


def test_a_change_is_one_message_with_only_what_changed(view, sent):
    view.show(drawing([1.0, 7.0], title="Other acts"))
    [(message, [numbers])] = sent
    assert message["traces"] == [[0, {"y": {"bytes": 0, "dtype": "float32"}}]]
    assert np.frombuffer(numbers, "float32").tolist() == [1.0, 7.0]
    assert message["layout"] == {"title.text": "Other acts"}


def test_an_equal_drawing_sends_nothing(view, sent):
    view.show(drawing([1.0, 2.0]))
    assert sent == []


def test_a_change_of_the_layout_alone_touches_no_trace(view, sent):
    view.show(drawing([1.0, 2.0], title="Other acts"))
    assert sent[0][0]["traces"] == []


def test_what_python_reads_is_what_was_drawn(view):
    view.show(drawing([5.0], title="Other acts", days=("2025-07-01",)))
    line = view.figure.data[0]
    assert (list(line.x), list(line.y), line.line.width) == (["2025-07-01"], [5], 2)
    assert view.figure.layout.title.text == "Other acts"


def test_times_stay_days_and_never_become_numbers(view):
    view.show(drawing([1.0, 2.0], days=("2025-07-01", "NaT")))
    assert list(view.figure.data[0].x) == ["2025-07-01", None]


def test_a_drawing_with_another_number_of_traces_is_refused(view):
    with pytest.raises(ValueError, match="shorter"):
        view.show(Drawing(drawing([1.0, 2.0]).traces[:1], {}))


def test_keys_may_come_and_go(view, sent):
    bare = drawing([1.0, 2.0])
    line, still = bare.traces
    view.show(Drawing(({**line, "text": "new"}, still), bare.layout))
    view.show(bare)
    told = [message["traces"] for message, _ in sent]
    assert told == [[[0, {"text": "new"}]], [[0, {"text": None}]]]


def test_a_table_of_numbers_may_have_gaps_and_another_shape(make):
    def cells(z):
        return Drawing(({"type": "heatmap", "z": np.array(z)},), {})

    view = make(cells([[1.0, np.nan]]))
    view.show(cells([[1.0], [np.nan]]))
    assert view.figure.data[0].z.tolist() == [[1.0], [None]]


def test_the_last_traces_alone_are_marked_anew(view, sent):
    _, still = drawing([1.0, 2.0]).traces
    view.mark([{**still, "y": np.ones(2)}])
    [(message, [numbers])] = sent
    assert [i for i, _ in message["traces"]] == [1]
    assert np.frombuffer(numbers, "float32").tolist() == [1.0, 1.0]
    assert list(view.figure.data[0].y) == [1.0, 2.0]


def test_equal_marks_send_nothing(view, sent):
    view.mark(drawing([1.0, 2.0]).traces[1:])
    assert sent == []
