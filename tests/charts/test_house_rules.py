"""What every chart keeps to, whatever is chosen, in both themes."""

import re
from dataclasses import replace

import numpy as np
import pytest
from chart_pictures import DRAWN, REFUSED

from utils.charts.sheet.theme import DARK, LIGHT
from utils.errors import ProjectError

THEMES = {"light": LIGHT, "dark": DARK}
LOADED = "aggress attack blame escalat fault guilt hostil provok regime threat victim"
# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
# Color Vision Deficiency", IEEE TVCG 15(6), 2009: the matrices of severity 1.0.
EYES = {
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
    "no colour": [[0.2126, 0.7152, 0.0722]] * 3,
}
# Linear sRGB (D65) to XYZ, each row divided by the white point: IEC 61966-2-1.
XYZ = np.array(
    [[0.4339, 0.3762, 0.1899], [0.2126, 0.7152, 0.0722], [0.0178, 0.1095, 0.8728]]
)


def of_the_chart(chart):
    """Run a test on the drawings of one chart only."""
    drawings = [drawing for drawing in DRAWN if drawing[0] == chart]
    return pytest.mark.parametrize("drawing", drawings, indirect=True, ids="-".join)


def linear(colour):
    """Give a colour's red, green and blue as shares of light (IEC 61966-2-1)."""
    shares = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(
        shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4
    )


def contrast(one, other):
    """Compare two colours by the contrast ratio of WCAG 2.2."""
    lights = sorted(
        linear(colour) @ [0.2126, 0.7152, 0.0722] for colour in (one, other)
    )
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def lab(light):
    """Give lightness and the two opponents of CIE 1976 L*a*b*."""
    root = XYZ @ np.clip(light, 0, 1)
    x, y, z = np.where(root > (6 / 29) ** 3, np.cbrt(root), root * 841 / 108 + 4 / 29)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def traces(figure):
    return [trace.to_plotly_json() for trace in figure.data]


def colours(figure):
    """Give every colour that a mark, a bar or a line of data is drawn in."""
    marks = [trace.get("marker", {}) for trace in traces(figure)]
    lines = [trace.get("line", {}) for trace in traces(figure)]
    drawn = [mark.get("color") for mark in marks]
    drawn += [line["color"] for line in lines if line.get("width") and "color" in line]
    return {colour for colour in drawn if str(colour).startswith("#")}


def test_a_title_states_something_in_at_most_90_characters(figure, head):
    title, _ = head(figure)
    assert 10 < len(title) <= 90


def test_our_words_blame_nobody(figure, head):
    said = " ".join([*head(figure), figure.layout.yaxis.title.text or ""]).lower()
    said = said.split("chosen:")[0] + said.partition("scale:")[2]
    assert [word for word in LOADED.split() if word in said] == []


def test_the_subtitle_says_what_was_chosen(figure, chosen, head):
    assert f"Chosen: {chosen.about.selection}." in head(figure)[1]


def test_the_scale_is_named_where_weights_matter(figure, chosen, picture, head):
    named = f"Scale: {chosen.about.scale}" in head(figure)[1]
    assert named == picture.weighed or not len(chosen.acts)


def test_the_footer_says_where_the_acts_come_from_and_how_many_they_are(
    figure, chosen, footer
):
    about = chosen.about
    for said in (
        f"Data: {about.dataset}, version {about.version}: ",
        f"{about.n_actions:,} recorded act",
        f"{about.n_sources:,} sources",
        about.licence,
    ):
        assert said in footer(figure)


def test_the_ground_is_explained_where_there_is_one(figure, head):
    explained = "grey ground: sampled, not surveyed" in head(figure)[1]
    assert explained == bool(figure.layout.shapes)


def test_other_directions_are_grey_and_named_where_they_are_drawn(
    figure, picture, chosen, head
):
    grey = [t for t in traces(figure) if LIGHT.other in str(t) and len(t["y"])]
    if picture.others == "grey":
        key = head(figure)[1].partition(f"Chosen: {chosen.about.selection}.")[2]
        assert ("other" in key) == bool(grey)
    elif picture.others == "left out":
        assert grey == []


def test_text_is_at_least_12_pixels_high(figure):
    written = f"{traces(figure)} {figure.layout.to_plotly_json()}"
    sizes = re.findall(r"font-size:(\d+)px|font': {'size': (\d+)", written)
    assert min(int(one or other) for one, other in sizes) >= 12


def test_no_button_uploads_the_chart(figure):
    assert "sendChartToCloud" in figure.layout.template.layout.modebar.remove


def test_a_chart_has_one_list_of_few_shapes(figure):
    assert len(figure.layout.shapes) <= 2


def test_days_are_text(figure, picture):
    if not picture.timed:
        assert figure.layout.xaxis.type != "date"
        return
    days = [day for trace in figure.data if trace.x is not None for day in trace.x]
    assert {type(day) for day in days} <= {str, type(None)}


def test_the_picture_carries_what_it_was_made_from(figure, chosen):
    assert figure.layout.meta["about"]["selection"] == chosen.about.selection
    assert len({len(column) for column in figure.layout.meta["rows"].values()}) == 1


@pytest.mark.parametrize("ground", ["paper", "ground"])
def test_marks_stand_out_from_what_they_lie_on(themed, theme, ground):
    behind = getattr(THEMES[theme], ground)
    assert {c for c in colours(themed) if contrast(c, behind) < 3} == set()


def test_the_two_directions_have_their_colours_where_they_are_told_apart(
    figure, picture
):
    assert ({LIGHT.first, LIGHT.second} <= colours(figure)) >= picture.sided


@pytest.mark.parametrize("colour", ["text", "quiet"])
def test_text_stands_out_from_the_paper(theme, colour):
    assert contrast(getattr(THEMES[theme], colour), THEMES[theme].paper) >= 4.5


@pytest.mark.parametrize("eyes", EYES)
def test_every_eye_tells_the_two_directions_apart(theme, eyes):
    both = (THEMES[theme].first, THEMES[theme].second)
    seen = [lab(np.array(EYES[eyes]) @ linear(colour)) for colour in both]
    assert np.linalg.norm(seen[0] - seen[1]) >= 15


@pytest.mark.parametrize(("chart", "name"), REFUSED)
def test_what_cannot_be_drawn_is_refused_in_a_sentence(choose, chart, name):
    with pytest.raises(ProjectError, match=r"\.$"):
        choose(name).draw(chart)


def signs(figure, colour):
    """Give shapes of marks, dashes of lines and hatching of bars in one colour."""
    found = set()
    for trace in traces(figure):
        marker, line = trace.get("marker", {}), trace.get("line", {})
        if marker.get("color") == colour:
            found |= {int(s) % 100 for s in marker.get("symbol", [])}
            found |= {marker.get("pattern", {}).get("shape")} - {None}
        if line.get("color") == colour and line.get("dash"):
            found |= {line["dash"]}
    return found


def test_colour_is_never_the_only_sign(figure):
    assert signs(figure, LIGHT.first) & signs(figure, LIGHT.second) == set()


def test_the_two_sides_are_of_one_lightness(theme):
    light = [lab(linear(c))[0] > 58 for c in THEMES[theme].directions[:2]]
    assert light[0] == light[1]


def test_a_side_never_wears_the_red_of_a_flag(theme):
    for colour in THEMES[theme].directions:
        red, green, blue = linear(colour)
        assert red < 4 * max(green, blue)


def swapped(chosen):
    """Let each side do what the other did."""
    turn = {"AZE>RUS": "RUS>AZE", "RUS>AZE": "AZE>RUS"}
    direction = chosen.acts["direction"].astype(str)
    ends = [c for c in chosen.acts if c.startswith(("actor_", "target_"))]
    other = {"actor": "target", "target": "actor"}
    turned = ["_".join([other[c.split("_")[0]], *c.split("_")[1:]]) for c in ends]
    acts = chosen.acts.rename(columns=dict(zip(ends, turned, strict=True))).assign(
        direction=direction.replace(turn).astype(chosen.acts["direction"].dtype)
    )
    return replace(chosen, acts=acts)


def pattern(said):
    """Leave out which side a sentence speaks of, and its numbers."""
    return sorted(re.sub(r"AZE|RUS", "SIDE", re.sub(r"\d+", "9", said)).split())


def test_swapping_the_sides_leaves_size_and_scale(chosen, chart, picture):
    one, other = (c.draw(chart).layout for c in (chosen, swapped(chosen)))
    assert one.height == other.height
    assert one.xaxis.range == other.xaxis.range
    if picture.mirrored:
        assert one.yaxis.range == other.yaxis.range


def test_swapping_the_sides_changes_no_wording(chosen, chart, head):
    one, other = (head(c.draw(chart)) for c in (chosen, swapped(chosen)))
    assert [pattern(said) for said in one] == [pattern(said) for said in other]


@of_the_chart("butterfly")
def test_swapping_the_sides_turns_the_butterfly_over(chosen):
    one, other = (c.draw("butterfly").data for c in (chosen, swapped(chosen)))
    for i in (0, 1):
        assert np.allclose(one[i].y, -np.array(other[1 - i].y))


@of_the_chart("tension_curve")
def test_swapping_the_sides_swaps_the_curves(chosen):
    one, other = (c.draw("tension_curve").data for c in (chosen, swapped(chosen)))
    for i in (0, 1, 2):
        assert np.allclose(one[i].y, other[i + 3].y)
