"""Marks are stacked as Python stacks them, also where every row is full."""

import numpy as np

from utils.charts.timeline.stack import stack
from utils.publish.shared_page.engine import FOLDER


def test_full_rows_are_filled_as_python_fills_them(script):
    lots = np.random.default_rng(3)
    begins = np.sort(lots.uniform(0, 60, 400))
    ends = begins + lots.choice([1.0, 1.0, 8.0, 30.0], 400)
    band = lots.integers(0, 4, 400)
    module = (FOLDER / "timeline_marks.js").read_text("utf-8")
    given = [part.tolist() for part in (begins, ends, band)]
    found = script.page.evaluate(
        f"(given) => {{\n{module}\nreturn stacked(...given, 3);\n}}", given
    )
    wanted = stack(begins, ends, band, deepest=3).tolist()
    assert set(wanted) == {0, 1, 2}
    assert found == wanted
