import pandas as pd
import pytest

from utils import load

SIDES = pd.DataFrame(
    {
        "side": ["north_state", "north_private", "south"],
        "label": ["Northern, state", "Northern, private", "Southern"],
        "group": ["northern", "northern", "southern"],
        "group_label": ["Northern", "Northern", "Southern"],
    }
)
SOURCES = pd.DataFrame(
    {
        "source_id": ["n1", "n2", "s1"],
        "side": pd.Categorical(
            ["north_state", "north_private", "south"], SIDES["side"]
        ),
    }
)


@pytest.fixture
def record():
    """Make acts with a window, and evidence, from (id, first, last, {source: it})."""

    def make(*rows):
        ids, first, last, told = zip(*rows, strict=True) if rows else [[]] * 4
        acts = pd.DataFrame(
            {
                "action_id": pd.Series(ids, dtype="str"),
                "earliest": pd.to_datetime(list(first)).astype("datetime64[us]"),
                "latest": pd.to_datetime(list(last)).astype("datetime64[us]"),
            }
        )
        rows = [
            (act, source, answer)
            for act, answers in zip(ids, told, strict=True)
            for source, answer in answers.items()
        ]
        columns = ["action_id", "source_id", "supports"]
        evidence = pd.DataFrame(rows, columns=columns, dtype="str")
        return acts, evidence, SOURCES

    return make


@pytest.fixture
def sides():
    return SIDES.copy()


@pytest.fixture(scope="session")
def case():
    return load("azerbaijan-russia")
