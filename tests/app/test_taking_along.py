import io
import json
from dataclasses import replace
from pathlib import Path
from tempfile import gettempdir

import pandas as pd
import pytest

from utils import select
from utils.app.plain import PlainExplorer
from utils.app.taking_along import MEDIA_TYPES, Taken, take
from utils.app.ways_out import FORMATS, WaysOut
from utils.errors import ExportError, ProjectError
from utils.explorer import Inquiry
from utils.exports.browser import BrowserMissing
from utils.exports.order import ENDINGS
from utils.exports.presets import PRESETS


@pytest.fixture
def desk(case):
    inquiry = Inquiry(select(types=["economic"]), view="tension", per="week")
    return PlainExplorer(case, inquiry, why="")


@pytest.fixture
def sent(desk, monkeypatch):
    """Give the ways out, and a list of what they answer."""
    answers = []
    ways = WaysOut(desk)
    monkeypatch.setattr(ways, "send", lambda *told: answers.append(told))
    return ways, answers


def ask(ways, **order):
    ways._handle_custom_msg({"ask": "1-2", **order}, [])


def test_every_format_of_figures_is_offered_and_named():
    assert FORMATS.keys() == ENDINGS.keys()
    assert {ending.rpartition(".")[2] for ending in ENDINGS.values()} == set(
        MEDIA_TYPES
    )


def test_every_preset_is_offered_with_its_size(desk):
    ways = WaysOut(desk)
    assert [name for name, _ in ways.presets] == [*PRESETS]
    assert dict(ways.presets)["single-column"] == "single-column, 90 mm"


def test_a_record_says_what_was_chosen(desk):
    taken = take(desk, "figure", format="json", preset="slide")
    assert taken.name == "azerbaijan-russia-tension.json"
    assert json.loads(taken.content)["about"]["selection"] == "economic acts"


def test_the_rows_are_the_acts(desk):
    taken = take(desk, "rows", format="csv")
    rows = pd.read_csv(io.BytesIO(taken.content), dtype=str)
    assert rows["action_id"].tolist() == desk.acts["action_id"].tolist()


def test_rows_for_spreadsheets_begin_with_the_mark_of_utf_8(desk):
    taken = take(desk, "rows", format="csv-for-spreadsheets")
    assert taken.name == "azerbaijan-russia-acts.for-spreadsheets.csv"
    assert taken.content.startswith(b"\xef\xbb\xbf")


def test_the_page_opens_on_what_is_shown(desk):
    taken = take(desk, "page")
    assert (taken.name, taken.media_type) == ("azerbaijan-russia.html", "text/html")
    desk.selection = select(types=["military"])
    assert take(desk, "page").content != taken.content


@pytest.mark.parametrize("name", ["A/B", 'say "no"', "..", "CON", "a\nb"])
def test_a_case_of_any_name_gives_a_safe_file_name(case, desk, name):
    odd = PlainExplorer(replace(case, name=name), desk.inquiry, why="")
    taken = take(odd, "rows", format="csv")
    assert not set(taken.name) & set('<>:"/\\|?*\n')
    assert not taken.name.startswith(".")


@pytest.mark.parametrize(
    "order",
    [
        {"what": "figure", "format": "gif", "preset": "slide"},
        {"what": "figure", "format": "png", "preset": "poster"},
        {"what": "rows", "format": "xlsx"},
        {"what": "everything"},
    ],
)
def test_what_nobody_offers_is_refused(desk, order):
    with pytest.raises(ExportError, match=r"There is no|no format|Nothing is called"):
        take(desk, **order)


def test_a_view_without_a_figure_says_what_would_do(desk):
    desk.inquiry = desk.inquiry.but(view="table")
    with pytest.raises(ExportError, match="on top, table, has no figure: choose an"):
        take(desk, "figure", format="pdf", preset="slide")


def test_nothing_stays_in_the_folder_for_temporary_files(desk):
    before = {*Path(gettempdir()).iterdir()}
    take(desk, "figure", format="caption", preset="slide")
    take(desk, "page")
    made = {*Path(gettempdir()).iterdir()} - before
    assert [path for path in made if any(path.rglob("azerbaijan-russia*"))] == []


def test_a_press_is_answered_with_one_buffer(sent):
    ways, answers = sent
    ask(ways, what="rows", format="csv")
    ((told, (content,)),) = answers
    assert told["ask"] == "1-2"
    assert (told["name"], told["type"]) == ("azerbaijan-russia-acts.csv", "text/csv")
    assert content.startswith(b"action_id,")


def test_an_error_is_answered_with_its_own_sentence(sent, monkeypatch):
    ways, answers = sent
    monkeypatch.setenv("DEMARCHE_BROWSER", "/nowhere/chromium")
    from utils.exports.browser import shared

    shared().close()
    ask(ways, what="figure", format="png", preset="slide")
    ((told,),) = answers
    assert told["error"].startswith("Not written: azerbaijan-russia-tension.png. ")
    assert "To install one, run: " in told["error"]


def test_a_missing_browser_is_an_error_of_ours():
    assert issubclass(BrowserMissing, ProjectError)


def test_a_fault_of_ours_is_answered_too_and_not_hidden(sent, monkeypatch):
    ways, answers = sent
    monkeypatch.setattr(type(ways._explorer), "figure", lambda desk: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        ways._hand_over(
            ways, {"ask": "1", "what": "figure", "format": "csv", "preset": "slide"}, []
        )
    assert answers == [
        (
            {
                "ask": "1",
                "error": "No file was made: ZeroDivisionError('division by zero').",
            },
        )
    ]


def test_a_file_that_was_handed_over_is_let_go(sent):
    import gc
    import tracemalloc

    ways, answers = sent
    order = {"what": "page"}
    ask(ways, **order)
    answers.clear()
    gc.collect()
    tracemalloc.start()
    for _ in range(3):
        ask(ways, **order)
        answers.clear()
    gc.collect()
    kept, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept < 1_000_000


def test_a_media_type_goes_by_the_ending():
    assert Taken("a.b.pdf", b"").media_type == "application/pdf"
