"""What every test may lean on."""

from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine must not fail a property that holds.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

pytest_plugins = ["jupyter_lab", "offline_kernel"]


@pytest.fixture(scope="session")
def repository() -> Path:
    """Give the folder that holds start.py, data/, notebooks/ and utils/."""
    return Path(__file__).resolve().parents[1]
