import pytest

from utils.charts.sheet.theme import (
    DARK,
    LIGHT,
    Look,
    look_of,
    see_through,
    template,
    theme_of,
)
from utils.errors import ChartError


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_theme_is_found_by_its_name(theme):
    assert theme_of(theme.name) is theme


@pytest.mark.parametrize("name", ["", "Light", "darkk", None])
def test_an_unknown_theme_is_refused_with_those_there_are(name):
    with pytest.raises(ChartError, match="Known: light, dark"):
        theme_of(name)


def test_a_look_is_a_theme_at_a_width():
    assert look_of("dark", 700) == Look(DARK, 700)


@pytest.mark.parametrize("width_px", [359, -1, float("nan")])
def test_what_is_too_narrow_is_refused_with_what_would_do(width_px):
    with pytest.raises(ChartError, match="too narrow for its labels; give a width_px"):
        look_of("light", width_px)


def test_text_leaves_the_edges_free():
    assert Look(width_px=700).room_px == 676


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_template_wears_the_colours_of_its_theme(theme):
    layout = template(theme)["layout"]
    assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == theme.paper
    assert (
        layout["font"]["color"] == layout["hoverlabel"]["font"]["color"] == theme.text
    )


def test_only_saving_zooming_moving_and_going_back_have_buttons():
    removed = set(template(LIGHT)["layout"]["modebar"]["remove"])
    assert removed == {
        *("sendChartToCloud", "select2d", "lasso2d"),
        *("zoomIn2d", "zoomOut2d", "autoScale2d"),
    }


def test_a_colour_can_be_seen_through():
    assert see_through("#010203", 0.5) == "rgba(1, 2, 3, 0.5)"
