from pathlib import Path

import pandas as pd
import pytest

from utils.explorer.last_picture import LAST
from utils.publish.site.outputs import FIGURE, WIDGET, Outputs


@pytest.fixture
def outputs():
    return Outputs(without_widgets="<p>Elsewhere.</p>")


def shown(**data):
    return {"output_type": "display_data", "data": data}


def printed(text):
    return {"output_type": "stream", "name": "stdout", "text": text}


def test_printed_text_stays_text(outputs):
    assert outputs.html(printed("<b>1</b>\n")) == "<pre>&lt;b&gt;1&lt;/b&gt;</pre>\n"


def test_colours_of_a_terminal_are_left_out(outputs):
    assert outputs.html(printed("\x1b[1;31mred\x1b[0m")) == "<pre>red</pre>\n"


def test_nothing_printed_shows_nothing(outputs):
    assert outputs.html(printed("\n")) == ""


def test_long_sentences_wrap(outputs):
    assert "scroll" not in outputs.html(printed("a word " * 20))


def test_columns_that_are_wide_scroll_by_keyboard_too(outputs):
    table = "name" + " " * 40 + "n\nmedia" + " " * 39 + "3"
    assert 'class="scroll" role="group" tabindex="0"' in outputs.html(printed(table))


def test_many_lines_scroll(outputs):
    assert "scroll" in outputs.html(printed("x\n" * 31))
    assert "scroll" not in outputs.html(printed("x\n" * 30))


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>a()</script>",
        "<img src=x onerror=a()>",
        '<p onclick="a()">x</p>',
        '<a href="javascript:a()">x</a>',
        "<iframe src='https://example.org'></iframe>",
        "<svg><script>a()</script></svg>",
        "<style>@import 'https://example.org'</style>",
        "<table><tr><td><form action='https://example.org'><input></form></td></tr></table>",
        "<details ontoggle=a() open>x</details>",
    ],
)
def test_what_acts_does_not_get_through(outputs, hostile):
    html = outputs.html(shown(**{"text/html": f"<p>kept</p>{hostile}"}))
    assert "<p>kept</p>" in html
    for word in ("<script", "onerror", "onclick", "ontoggle", "javascript", "<iframe"):
        assert word not in html
    for word in ("<img", "<svg", "<style", "<form", "<input", "example.org"):
        assert word not in html


def test_a_frame_becomes_a_table_with_numbers_on_the_right(outputs):
    frame = pd.DataFrame({"who": ["A", "B"], "n": [10, None], "x": [1e-9, -2.5]})
    html = outputs.html(shown(**{"text/html": frame.to_html(), "text/plain": "no"}))
    assert '<th class="number">n</th>' in html
    assert "<th>who</th>" in html
    assert "<td>A</td>" in html
    assert '<td class="number">10.0</td>' in html
    assert '<td class="number">NaN</td>' in html
    assert '<td class="number">-2.500000e+00</td>' in html


def test_a_column_stands_under_its_head_where_a_head_spans_rows(outputs):
    frame = pd.DataFrame(
        {"n": [1, 2], "note": ["a", "b"]},
        index=pd.MultiIndex.from_tuples([("media", "x"), ("media", "y")]),
    )
    html = outputs.html(shown(**{"text/html": frame.to_html()}))
    assert '<th class="number">n</th>' in html
    assert "<th>note</th>" in html
    assert '<td class="number">2</td>' in html
    assert "<td>b</td>" in html


def test_no_head_of_a_table_is_empty(outputs):
    html = outputs.html(shown(**{"text/html": pd.DataFrame({"n": [1]}).to_html()}))
    assert "<th></th>" not in html


def test_cells_with_markup_stay_text(outputs):
    frame = pd.DataFrame({"said": ["<b>x</b> &amp;"]})
    html = outputs.html(shown(**{"text/html": frame.to_html()}))
    assert "<td>&lt;b&gt;x&lt;/b&gt; &amp;amp;</td>" in html


def test_a_widget_is_said_to_work_elsewhere(outputs):
    given = outputs.html(shown(**{WIDGET: {}, "text/plain": "Explorer()"}))
    assert given == "<p>Elsewhere.</p>"


def test_what_an_explorer_showed_last_is_left_out_where_a_link_leads_to_one(outputs):
    last = {**shown(**{FIGURE: {"data": []}}), "metadata": {LAST: True}}
    assert (outputs.html(last), outputs.figures) == ("", {})


def test_each_figure_gets_a_place_of_its_own(outputs):
    figure = {"data": [], "layout": {"height": 300, "meta": {"alt": 'One "act".'}}}
    first, second = (outputs.html(shown(**{FIGURE: figure})) for _ in range(2))
    assert 'id="chart-1"' in first
    assert 'aria-label="One &quot;act&quot;."' in first
    assert 'data-looks="chart-2-looks"' in second
    assert list(outputs.figures) == ["chart-1", "chart-2"]


def test_a_picture_is_built_in_with_its_alt_text(outputs):
    given = {
        **shown(**{"image/png": "iVBO\nRw0K\n", "text/plain": "<Image>"}),
        "metadata": {"image/png": {"alt": 'A "curve"', "width": 420}},
    }
    assert outputs.html(given) == (
        '<img src="data:image/png;base64,iVBORw0K" alt="A &quot;curve&quot;" '
        'width="420">\n'
    )


def test_a_drawing_is_a_picture_in_which_nothing_runs(outputs):
    html = outputs.html(shown(**{"image/svg+xml": "<svg onload='a()'/>"}))
    assert html.startswith('<img src="data:image/svg+xml;base64,')
    assert "<svg" not in html


def test_where_folders_lie_on_the_computer_is_left_out():
    home = Path("/home/somebody")
    outputs = Outputs(
        without_widgets="", private=[home, home / "work", home / "work" / "notebooks"]
    )
    text = "Saved in /home/somebody/work/notebooks/figures, /home/somebody/work."
    assert outputs.html(printed(text)) == "<pre>Saved in ./figures, ..</pre>\n"
    broken = outputs.html(printed("In /home/some\nbody/work/notebooks/a"))
    assert broken == "<pre>In ./a</pre>\n"
    kept = outputs.html(printed("/home/somebody-else /home/else"))
    assert kept == "<pre>/home/somebody-else /home/else</pre>\n"
