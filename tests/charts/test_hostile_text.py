"""Charts of text that is markup or endless, and of tables in any order."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from chart_pictures import PICTURES, SELECTIONS

from utils import charts
from utils.errors import ChartError

TURNS = "\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT ISOLATE}"
MARKUP = f"</b><script>it()</script>%{{x}}<br><a href='javascript:it()'>{TURNS}\n&lt;"
ENDLESS = "x" * 5000
OURS = re.compile(r"</?(b|span)( style=\"[^\"<>]*\")?>|<br>|<extra></extra>")
CODES = {"action_id", "in_response_to", "date", "direction", "tone", "certainty"}
CODES |= {"actor_country", "target_country", "sides"}
EVERY = pytest.mark.parametrize("chart", PICTURES)


@pytest.fixture(scope="module")
def chosen(choose):
    """Give the acts of the two sides, at a width of 560 px."""
    assert "two sides, surveyed period" in SELECTIONS
    return choose("two sides, surveyed period")


def written(table, more, among=None):
    """Write more after every text of a table."""
    texts = [name for name in table if name not in CODES and _is_text(table[name])]
    return table.assign(**{name: _longer(table[name], more) for name in among or texts})


def _is_text(column):
    return isinstance(column.dtype, pd.CategoricalDtype | pd.StringDtype)


def _longer(column, more):
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.cat.rename_categories(
            [f"{it}{more}" for it in column.cat.categories]
        )
    return column.astype(object).map(lambda text: f"{text}{more}", na_action="ignore")


def foul(chosen, more):
    """Write more after every text that a chart may show."""
    book, about = chosen.case.codebook, chosen.about
    book = replace(
        book,
        forms=written(book.forms, more, ["form"]),
        ladder=written(book.ladder, more, ["label"]),
        sides=written(book.sides, more, ["group_label"]),
    )
    scales = {
        name: replace(scale, label=f"{scale.label}{more}")
        for name, scale in chosen.case.scales.items()
    }
    about = replace(
        about,
        **{it: f"{getattr(about, it)}{more}" for it in ("dataset", "version", "scale")},
        **{it: f"{getattr(about, it)}{more}" for it in ("licence", "selection")},
        side_names=tuple(f"{name}{more}" for name in about.side_names),
        landmarks=tuple((day, f"{it}{more}") for day, it in about.landmarks),
    )
    acts = written(chosen.acts, more, ["type", "form", "summary", "actor_name"])
    acts = written(acts, more, ["target_name", "actor_role", "target_role", "place"])
    case = replace(chosen.case, codebook=book, scales=scales)
    return replace(chosen, acts=acts, about=about, case=case)


def texts(part, path=""):
    """Give every text of a figure, and where it stands."""
    if isinstance(part, str):
        yield path, part
        return
    for name, inside in inner(part):
        if name not in ("meta", "template", "bdata"):
            yield from texts(inside, f"{path}.{name}")


def inner(part):
    if isinstance(part, dict):
        return part.items()
    return (
        [("", it) for it in part] if isinstance(part, list | tuple | np.ndarray) else []
    )


@EVERY
def test_no_text_of_the_data_is_taken_for_markup(chart, chosen):
    found = list(texts(foul(chosen, MARKUP).draw(chart).to_dict()))
    assert any("script" in text for _, text in found)
    assert [text for _, text in found if set("<>") & set(OURS.sub("", text))] == []
    assert [text for _, text in found if set(TURNS) & set(text)] == []


@EVERY
def test_no_text_of_the_data_is_filled_in_when_pointed_at(chart, chosen):
    found = texts(foul(chosen, MARKUP).draw(chart).to_dict())
    shown = [text for path, text in found if "template" in path]
    assert [text for text in shown if "script" in text] == []


@EVERY
def test_endless_words_of_the_data_leave_a_chart_its_size(chart, chosen):
    drawn = replace(foul(chosen, ENDLESS), about=chosen.about).draw(chart)
    found = texts(drawn.to_dict())
    assert drawn.layout.height < 2 * chosen.draw(chart).layout.height
    pointed_at = ("hover", "customdata")
    read = [text for path, text in found if not any(it in path for it in pointed_at)]
    assert [text for text in read if ENDLESS[:500] in text] == []


@pytest.fixture
def given(chosen, monkeypatch):
    """Give the frame that a chart is drawn of, and a hand that draws another one."""

    def both(chart):
        draw, frames = getattr(charts, chart), []
        with monkeypatch.context() as patch:
            patch.setattr(charts, chart, lambda it, **_: frames.append(it))
            chosen.draw(chart)
        return frames[0], lambda frame: draw(frame, about=chosen.about)

    return both


@EVERY
def test_a_table_that_lacks_columns_is_refused_or_drawn_without_them(chart, given):
    frame, draw = given(chart)
    with pytest.raises(ChartError, match=r"needs the columns .*\.$"):
        draw(frame[[]])
    for column in frame:
        said = column
        try:
            draw(frame.drop(columns=column))
        except ChartError as refusal:
            said = str(refusal)
        assert column in said


@EVERY
def test_a_table_without_rows_is_said_to_be_empty(chart, given, head):
    frame, draw = given(chart)
    assert head(draw(frame.iloc[:0]))[0].startswith(("No ", "Nothing "))


@EVERY
def test_a_table_may_have_any_index_and_order(chart, given, head):
    frame, draw = given(chart)
    usual = head(draw(frame))[0]
    moved = frame.sample(frac=1, random_state=3).set_axis([0] * len(frame))
    assert head(draw(moved))[0] == usual
