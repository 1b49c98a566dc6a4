"""A small sound case, and the case that we ship."""

import pytest

from utils import load


@pytest.fixture(scope="session")
def case():
    """Give the case that we ship."""
    return load("azerbaijan-russia")
