"""The disputes of four states, coded in words of their own: nothing here is ours."""

import pytest

from utils import load
from utils.tables import Case

DISPUTES = "caucasus-disputes"


@pytest.fixture(scope="session")
def disputes() -> Case:
    """Give the second case that is shipped."""
    return load(DISPUTES)
