"""A month as a calendar: seven columns, and no day that it has not."""

import pytest

from utils.errors import LessonError
from utils.lessons.month import month


def test_the_days_stand_below_their_weekday():
    may = month(2024, 5)
    assert may.name == "May 2024"
    assert [week[0] for week in may.weeks] == [None, 6, 13, 20, 27]
    assert may.weeks[-1] == (27, 28, 29, 30, 31, None, None)


def test_a_leap_year_has_its_day():
    assert month(2024, 2).weeks[-1][3] == 29


def test_a_table_has_a_name_and_a_head_for_each_column():
    shown = month(2024, 5)._repr_html_()
    assert "<caption>May 2024</caption>" in shown
    assert shown.count('<th scope="col">') == 7
    assert shown.count("<td>") == 35
    assert "None" not in shown


@pytest.mark.parametrize(("year", "number"), [(2024, 13), (0, 1), ("2024", 5)])
def test_a_month_that_there_is_not(year, number):
    with pytest.raises(LessonError, match="There is no month"):
        month(year, number)
