import numpy as np
import pandas as pd
import pytest

DAY = pd.Timestamp("2025-01-01")


@pytest.fixture
def acts():
    """Make acts from (id, days of January, direction, triggers, type, weight).

    Days are a number, or two of them as the ends of a window: 1 is 1 January.
    """

    def make(*rows):
        columns = ["action_id", "days", "direction", "in_response_to", "type", "weight"]
        full = [(*row, *("", "media", -1.0)[len(row) - 3 :]) for row in rows]
        frame = pd.DataFrame(full, columns=columns)
        windows = [d if isinstance(d, tuple) else (d, d) for d in frame.pop("days")]
        days = np.array(windows, dtype=np.int64).reshape(-1, 2).T
        for end, day in zip(("earliest", "latest"), days, strict=True):
            when = DAY + pd.to_timedelta(day - 1, unit="D")
            frame[end] = pd.DatetimeIndex(when).as_unit("us")
        sides = [way.split(">") for way in frame["direction"]]
        return frame.assign(
            actor_country=[side[0] for side in sides],
            target_country=[side[1] for side in sides],
            weight=frame["weight"].astype(float),
        )

    return make
