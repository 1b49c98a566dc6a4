import numpy as np
import pytest

from utils import explore
from utils.explorer.controls import Controls
from utils.explorer.inquiry import Inquiry
from utils.explorer.state import ExplorerState


@pytest.fixture
def state():
    return ExplorerState(Inquiry())


@pytest.fixture
def controls(small, state):
    return Controls(small, state)


@pytest.mark.parametrize(
    ("control", "field", "value"),
    [
        ("scale", "scale", "signs"),
        ("half_life", "half_life_days", 90),
        ("per", "per", "week"),
        ("band", "band", False),
        ("groups", "groups", "country"),
    ],
)
def test_a_control_and_its_field_move_each_other(
    controls, state, control, field, value
):
    widget = getattr(controls, control)
    before = widget.value
    widget.value = value
    assert getattr(state.inquiry, field) == value
    state.undo()
    assert (widget.value, state.can_undo) == (before, False)
    state.redo()
    assert widget.value == value


def test_scales_are_offered_by_their_titles(controls, small):
    assert [it[0] for it in controls.scale.options] == [
        str(scale) for scale in small.scales.values()
    ]


def test_a_half_life_beyond_the_slider_is_shown_as_it_is(controls, state):
    state.ask(half_life_days=1000)
    assert (controls.half_life.value, state.inquiry.half_life_days) == (1000, 1000)


def curves(desk, name="tension"):
    return desk.panels[name].chart.figure.data


def test_the_half_life_moves_the_curve(small):
    desk = explore(small, view="tension")
    before = curves(desk)[2].y[-1]
    desk.state.ask(half_life_days=1)
    assert curves(desk)[2].y[-1] < before / 100


def test_without_its_band_the_curve_stands_alone(small):
    desk = explore(small, view="tension")
    low, high, line, *_ = curves(desk)[3:]
    assert not np.array_equal(low.y, high.y)
    desk.state.ask(band=False)
    low, high, line, *_ = curves(desk)[3:]
    assert np.array_equal(low.y, line.y)
    assert np.array_equal(high.y, line.y)
    figure = desk.panels["tension"].chart.figure
    assert "band" not in figure.layout.title.text
    assert "band" not in desk.figure("tension").layout.title.text


def test_another_scale_changes_the_size_of_marks(small):
    desk = explore(small)
    sizes = [list(curves(desk, "timeline")[4].marker.size)]
    desk.state.ask(scale="signs")
    sizes.append(list(curves(desk, "timeline")[4].marker.size))
    assert sizes[0] != sizes[1]
