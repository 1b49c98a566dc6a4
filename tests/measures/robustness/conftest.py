import pandas as pd
import pytest

from utils.scale import Scale

GRADES = ["confirmed", "reported"]


@pytest.fixture
def record():
    """Make acts from (id, earliest, latest, direction, code, certainty)."""

    def make(*rows):
        columns = ["action_id", "earliest", "latest", "direction", "cameo", "certainty"]
        frame = pd.DataFrame(list(rows), columns=columns)
        return frame.assign(
            earliest=pd.to_datetime(frame["earliest"]).astype("datetime64[us]"),
            latest=pd.to_datetime(frame["latest"]).astype("datetime64[us]"),
            direction=pd.Categorical(frame["direction"], ["A>B", "B>A"]),
            certainty=pd.Categorical(frame["certainty"], GRADES),
        )

    return make


@pytest.fixture
def quarrel(record):
    """Give two acts of A on one day and a graver one of B the day after."""
    return record(
        ("a1", "2025-06-30", "2025-06-30", "A>B", "1", "confirmed"),
        ("a2", "2025-06-30", "2025-06-30", "A>B", "1", "reported"),
        ("b1", "2025-07-01", "2025-07-01", "B>A", "2", "confirmed"),
    )


@pytest.fixture
def scales():
    """Give a scale on which the one act of B is graver, and one of acts alike."""
    return [Scale("steep", {"1": -2, "2": -5}), Scale("flat", {"1": -1, "2": -1})]
