import numpy as np
import pytest

from utils.charts.sheet.drawing import Drawing
from utils.explorer.chart_view import ChartView


def drawing(y, *, title="Some acts", days=("2025-06-01", "2025-06-02")):
    times = np.array(days, dtype="datetime64[ms]")
    line = {"type": "scatter", "x": times, "y": np.array(y), "line": {"width": 2}}
    still = {"type": "scatter", "x": times, "y": np.zeros(len(days))}
    return Drawing(
        (line, still), {"title": {"text": title}, "yaxis": {"range": [0, 9]}}
    )


@pytest.fixture
def view():
    return ChartView(drawing([1.0, 2.0]))


@pytest.fixture
def sent(view):
    """Collect what the figure tells the page, whatever the kind of message."""
    messages = []
    kinds = [name for name in view.figure.trait_names() if name.startswith("_py2js_")]
    view.figure.observe(lambda c: c.new and messages.append((c.name, c.new)), kinds)
    return messages


def test_a_change_is_one_message_with_only_what_changed(view, sent):
    view.show(drawing([1.0, 7.0], title="Other acts"))
    [(kind, message)] = sent
    assert kind == "_py2js_update"
    assert list(message["style_data"]) == ["y"]
    assert message["style_traces"] == [0]
    assert message["layout_data"] == {"title.text": "Other acts"}


def test_an_equal_drawing_sends_nothing(view, sent):
    view.show(drawing([1.0, 2.0]))
    assert sent == []


def test_a_change_of_the_layout_alone_touches_no_trace(view, sent):
    view.show(drawing([1.0, 2.0], title="Other acts"))
    assert sent[0][1]["style_traces"] == []


def test_what_python_reads_is_what_was_drawn(view):
    view.show(drawing([5.0], title="Other acts", days=("2025-07-01",)))
    line = view.figure.data[0]
    assert (list(line.x), list(line.y), line.line.width) == (["2025-07-01"], [5], 2)
    assert view.figure.layout.title.text == "Other acts"


def test_times_stay_days_and_never_become_numbers(view):
    view.show(drawing([1.0, 2.0], days=("2025-07-01", "NaT")))
    assert list(view.figure.data[0].x) == ["2025-07-01", None]


def test_the_figure_and_its_traces_stay_the_same_objects(view):
    before = [id(part) for part in (view.figure, *view.figure.data)]
    for n in range(100):
        view.show(drawing(np.arange(n % 7, dtype=float), days=["2025-07-01"] * (n % 7)))
    assert [id(part) for part in (view.figure, *view.figure.data)] == before


def test_a_drawing_with_another_number_of_traces_is_refused(view):
    with pytest.raises(ValueError, match="shorter"):
        view.show(Drawing(drawing([1.0, 2.0]).traces[:1], {}))


def test_keys_may_come_and_go(view, sent):
    bare = drawing([1.0, 2.0])
    line, still = bare.traces
    view.show(Drawing(({**line, "text": "new"}, still), bare.layout))
    view.show(bare)
    told = [message["style_data"] for _, message in sent]
    assert told == [{"text": ["new"]}, {"text": [None]}]


def test_a_table_of_numbers_may_have_gaps_and_another_shape():
    def cells(z):
        return Drawing(({"type": "heatmap", "z": np.array(z)},), {})

    view = ChartView(cells([[1.0, np.nan]]))
    view.show(cells([[1.0], [np.nan]]))
    assert view.figure.data[0].z.tolist() == [[1.0], [None]]


def test_the_last_traces_alone_are_marked_anew(view, sent):
    _, still = drawing([1.0, 2.0]).traces
    view.mark([{**still, "y": np.ones(2)}])
    [(_, message)] = sent
    assert message["style_traces"] == [1]
    assert message["style_data"]["y"][0].tolist() == [1.0, 1.0]
    assert list(view.figure.data[0].y) == [1.0, 2.0]


def test_equal_marks_send_nothing(view, sent):
    view.mark(drawing([1.0, 2.0]).traces[1:])
    assert sent == []


def test_a_box_is_taken_away_with_what_it_did_to_marks(view, sent):
    view.drop_box()
    [(_, message)] = sent
    assert message["style_data"] == {"selectedpoints": [None, None]}
    assert message["layout_data"] == {"selections": []}


def test_no_button_uploads_and_no_logo_links_away(view):
    config = view.figure._config
    assert (config["showSendToCloud"], config["displaylogo"]) == (False, False)
