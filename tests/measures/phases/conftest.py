import numpy as np
import pandas as pd
import pytest

START = np.datetime64("2024-01-01")


@pytest.fixture
def weekly():
    """Make acts of known day, as many each week as is said, from a Monday on."""

    def make(n, **more):
        n = np.asarray(n, dtype=np.int64)
        week = np.repeat(np.arange(len(n)), n)
        day = (START + 7 * week).astype("datetime64[us]")
        return pd.DataFrame({"earliest": day, "latest": day, **more})

    return make


@pytest.fixture
def weeks():
    """Give the period of a number of weeks."""

    def make(n):
        return {"since": str(START), "until": str(START + 7 * n - 1)}

    return make
