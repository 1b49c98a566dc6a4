"""Bad input: acts and options that a measure may meet by mistake."""

import numpy as np
import pandas as pd

INFINITE, NONE = float("inf"), float("nan")
NO_DAYS = ["2025-13-01", "June", 5, NONE]
NO_COUNTS = [-1, 1.5, True, NONE, INFINITE, "many"]
COUNTS = [0, *NO_COUNTS]
NO_SPANS = [3, ("", ""), ("2025-05-31", "2025-05-01"), ("2025-05-01", "May")]
NO_RATES = ["nosuch", 0, -1, NONE, True, None]
OPTIONS = {
    "half_life_days": [0, -1, INFINITE, NONE, True, "30", None],
    "half_lives_days": [[], [0], [-1], [INFINITE], [NONE], [True], ["30"], 30, "30"],
    "window_days": COUNTS,
    "horizon_days": COUNTS,
    "min_bins": COUNTS,
    "dates_drawn": COUNTS,
    "block_days": COUNTS,
    "n_days": COUNTS,
    "within_days": NO_COUNTS,
    "draws": NO_COUNTS,
    "seed": NO_COUNTS,
    "since": NO_DAYS,
    "until": NO_DAYS,
    "before": NO_SPANS,
    "after": NO_SPANS,
    "penalty": NO_RATES,
    "dispersion": NO_RATES,
    "unit": ["nosuch", 3],
    "coder": ["nosuch", 3],
    "per": ["fortnite", "", 3, None, ["week", "nosuch"], []],
    "by": ["nosuch", ["nosuch"], 3, [3], None],
    "of": ["nosuch", 3, None],
    "lags": [{"day": -1}, {"day": 1.5}, {"nosuch": 3}],
    "certainty": [["nosuch"], ["confirmed only"] * 2],
    "apart_from": [["nosuch"], "nosuch"],
    "directions": [("A>B",), ("A>B", "A>B"), 3],
    "columns": [{}, {"nosuch": "nominal"}, {"type": "nosuch"}],
    "prior": [-1, 101, INFINITE, NONE, True, "1", None],
    "lightest": [INFINITE, NONE, True, "1", None, -10.0],
    "heaviest": [INFINITE, NONE, True, "1", None, -1.0],
    "name": ["", " ", 3, None],
    "column": ["", " ", 3, None],
}
"""What a reader may ask by mistake, by the name of the parameter."""


def with_dates(acts, earliest, latest):
    return acts.assign(earliest=pd.Timestamp(earliest), latest=pd.Timestamp(latest))


def first_lies(acts, earliest, latest):
    """Let the first act lie anywhere between two days."""
    first = np.arange(len(acts)) == 0
    ends = {"earliest": earliest, "latest": latest}
    return acts.assign(
        **{end: acts[end].mask(first, pd.Timestamp(day)) for end, day in ends.items()}
    )


def gaps(acts, *columns):
    """Leave every fourth value out."""
    there = np.arange(len(acts)) % 4 > 0
    return acts.assign(**{column: acts[column].where(there) for column in columns})


def as_type(acts, kind):
    coded = acts.select_dtypes("category").columns.drop("certainty")
    return acts.astype(dict.fromkeys(coded, kind))


def weighing(value):
    return lambda acts: acts.assign(
        weight=acts["weight"].mask(np.arange(len(acts)) % 3 == 0, value)
    )


def dated(change):
    return lambda acts: acts.assign(
        **{end: change(acts[end]) for end in ("earliest", "latest")}
    )


CHANGES = {
    "nothing": lambda acts: acts,
    "no acts": lambda acts: acts.iloc[:0],
    "one act": lambda acts: acts.iloc[[200]],
    "one certain act": lambda acts: acts[acts["earliest"] == acts["latest"]].head(1),
    "all on one day": lambda acts: with_dates(acts, "2025-07-01", "2025-07-01"),
    "no weights": lambda acts: acts.assign(weight=NONE),
    "some weights": lambda acts: gaps(acts, "weight"),
    "an act anywhere in a century": lambda acts: first_lies(
        acts, "1925-01-01", "2025-01-01"
    ),
    "an act at any time": lambda acts: first_lies(acts, "0001-01-01", "9999-12-31"),
    "days as objects": dated(lambda days: days.dt.date),
    "hours": dated(lambda days: days + pd.Timedelta("13h")),
    "acts without a code": lambda acts: gaps(
        acts, "type", "form", "tone", "direction", "certainty"
    ),
    "acts without a country": lambda acts: gaps(acts, "actor_country"),
    "no replies": lambda acts: acts.assign(in_response_to=None),
    "an id that is there twice": lambda acts: acts.assign(
        action_id=[acts["action_id"].iloc[1], *acts["action_id"].iloc[1:]]
    ),
    "every act twice": lambda acts: pd.concat([acts, acts]),
    "codes as text": lambda acts: as_type(acts, str),
    "codes as objects": lambda acts: as_type(acts, object),
    "certainty without an order": lambda acts: acts.astype({"certainty": str}),
}
BAD_COLUMNS = {
    "weight": [
        weighing(INFINITE),
        weighing(-INFINITE),
        lambda acts: acts.assign(weight="heavy"),
    ],
    "earliest": [
        dated(lambda days: days.dt.strftime("%Y-%m-%d")),
        dated(lambda days: days.dt.year * 10_000),
        dated(lambda days: pd.NaT),
        dated(lambda days: None),
        lambda acts: first_lies(acts, None, None),
        lambda acts: first_lies(acts, "2025-06-02", "2025-06-01"),
    ],
}
"""What a column of weights or days may hold that is none."""
NEEDED = (
    *("action_id", "earliest", "direction", "type", "certainty", "cameo"),
    *("in_response_to", "actor_country", "weight"),
)
INDEXES = {
    "counted from zero": lambda acts: acts.reset_index(drop=True),
    "all alike": lambda acts: acts.set_axis([0] * len(acts)),
    "backwards": lambda acts: acts.set_axis(range(len(acts), 0, -1)),
    "of ids": lambda acts: acts.set_index("action_id", drop=False),
    "of two levels": lambda acts: acts.set_axis(
        pd.MultiIndex.from_arrays([range(len(acts)), [1] * len(acts)])
    ),
}
"""Labels of rows, as a selection or a hand of one's own may leave them."""
