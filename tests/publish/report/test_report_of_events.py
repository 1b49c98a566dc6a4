"""A report of coded events calls them so, act by act or by the day."""

import pytest

from utils import events
from utils.publish.report import report

SAMPLE = "data/gdelt-sample/20180101000000.export.CSV"


@pytest.mark.parametrize("most", [1000, 0], ids=["single", "day cells"])
def test_a_report_of_events_says_what_is_counted(repository, tmp_path, most):
    case = events.read(repository / SAMPLE).case(most=most)
    made = report(case, folder=tmp_path / "events", formats=["csv"])
    page = (made.folder / "index.html").read_text("utf-8")
    assert "machine-coded events" in page
    assert "recorded act" not in page.lower()
    assert {"timeline.csv", "matrix.csv"} <= {path.name for path in made.paths}
