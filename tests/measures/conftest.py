import numpy as np
import pandas as pd
import pytest


@pytest.fixture
def acts():
    """Make acts from (earliest, days of the window, direction, weight)."""

    def make(*rows):
        day, lasts, direction, weight = zip(*rows, strict=True) if rows else [[]] * 4
        begins = pd.to_datetime(list(day)).astype("datetime64[us]")
        return pd.DataFrame(
            {
                "earliest": begins,
                "latest": begins + pd.to_timedelta(np.array(lasts, int) - 1, unit="D"),
                "direction": pd.Categorical(direction, ["B>A", "A>B", "C>A"]),
                "weight": np.array(weight, float),
            }
        )

    return make
