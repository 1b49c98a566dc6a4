"""The text and table below a chart, as another parser of HTML reads them."""

from html.parser import HTMLParser

import pytest

from utils.charts.record import describe, table
from utils.charts.sheet.twin import MOST_ROWS, head, twin, written


class Page(HTMLParser):
    """Collects what stands in each sort of element, and the classes of cells."""

    def __init__(self, html):
        super().__init__()
        self.open, self.texts, self.classes, self.rows = [], {}, [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
            self.classes.append(dict(attributes).get("class", ""))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, text):
        tag = self.open[-1]
        self.texts.setdefault(tag, []).append(text)
        if tag in ("td", "th"):
            self.rows[-1][-1] += text


def told(alt="An alt text.", **rows):
    return Page(twin({"alt": alt, "rows": rows}))


@pytest.fixture
def page(figure):
    return Page(twin(figure.layout.meta))


def test_it_says_the_alt_text_first(figure, page):
    assert page.texts["p"][0] == describe(figure)


def test_it_has_a_row_for_each_row_of_the_chart_up_to_200(figure, page):
    assert len(page.rows) == 1 + min(MOST_ROWS, len(table(figure)))


def test_every_element_is_closed_and_every_row_as_wide_as_the_heads(page):
    assert page.open == []
    assert {len(row) for row in page.rows} == {len(page.rows[0])}


def test_no_code_or_raw_direction_is_left_to_read(page):
    cells = {cell for row in page.rows for cell in row}
    assert [cell for cell in cells if ">" in cell and len(cell) < 12] == []
    assert [
        name for name in page.rows[0] if "_" in name or not name[:1].isupper()
    ] == []


def test_columns_are_named_where_they_differ_and_said_once_where_they_do_not():
    page = told(date=["2025-06-01", "2025-07-01"], n=[1.0, 2.5], per=["month"] * 2)
    assert page.rows == [["Date", "Number"], ["2025-06-01", "1"], ["2025-07-01", "2.5"]]
    assert page.texts["p"] == ["An alt text.", "In every row: per month."]


def test_one_row_keeps_all_its_columns():
    page = told(date=["2025-06-01"], per=["month"])
    assert page.rows == [["Date", "Per"], ["2025-06-01", "month"]]


def test_a_chart_without_rows_has_heads_alone():
    page = told(date=[], n=[])
    assert page.rows == [["Date", "Number"]]


def test_numbers_and_days_are_marked_for_the_page_to_align():
    page = told(n=[1, None], day=["2025-06-01", "2025-06-02"], way=["A>B", "B>A"])
    assert page.classes == [
        "number",
        "day",
        "",
        "number",
        "day",
        "",
        "number",
        "day",
        "",
    ]


def test_yes_and_no_are_no_numbers():
    assert told(alone=[True, False]).rows == [["Alone"], ["yes"], ["no"]]
    assert set(told(alone=[True, False]).classes) == {""}


def test_of_many_rows_it_says_how_many_are_shown():
    page = told(n=[*range(1234)])
    assert page.texts["p"][-1] == "The first 200 of 1,234 rows."
    assert page.rows[-1] == ["199"]


def test_markup_of_the_data_is_text():
    page = told(alt="<b>&", **{"<i>": ["<script>it()</script>", "</td>"]})
    assert page.texts["p"][0] == "<b>&"
    assert page.rows[1:] == [["<script>it()</script>"], ["</td>"]]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (10, "10"),
        (12_345, "12,345"),
        (-0.00001, "0"),
        (1e20, "100,000,000,000,000,000,000"),
        ("-inf", "-∞"),
        ("[2024-12-25..2024-12-30]", "[2024-12-25..2024-12-30]"),
        ("AZE--RUS", "AZE – RUS"),
        ("20241225-aze-aliyev", "20241225-aze-aliyev"),
        ("A visit > a note", "A visit > a note"),
    ],
)
def test_a_value_is_written_for_a_reader(value, text):
    assert written(value) == text


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("n", "Number"),
        ("lag_bins", "Lag (bins)"),
        ("delay_least_days", "Delay least (days)"),
        ("n_neutral", "Number neutral"),
        ("trigger_id", "Trigger ID"),
        ("days", "Days"),
    ],
)
def test_a_head_names_a_column_and_its_unit(column, text):
    assert head(column) == text
