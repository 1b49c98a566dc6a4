"""Five hundred changes in a real kernel leave no widget, no comm and no memory."""

import json

import pytest
from jupyter_client.manager import start_new_kernel

MOST_MEGABYTES_MORE = 5
"""What can be undone, texts once written, and the last looked up come and go; a chart
that stayed behind at each change would be 30 MB."""
CODE = """
import json
from tests.explorer.long_use import afternoon
print(json.dumps(afternoon()))
"""


@pytest.fixture(scope="module")
def found(repository):
    """Give what was there after fifty changes, and after five hundred."""
    manager, client = start_new_kernel(cwd=str(repository))
    told, faults = [], []

    def hear(message):
        content = message["content"]
        if content.get("name") == "stdout":
            told.append(content["text"])
        if message["msg_type"] == "error":
            faults.append("\n".join(content["traceback"]))

    try:
        client.execute_interactive(CODE, output_hook=hear, timeout=600)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    assert not faults, faults[0]
    return json.loads("".join(told).splitlines()[-1])


def test_five_hundred_changes_make_no_widget(found):
    assert found["early"]["widgets"] > 20
    assert found["late"]["widgets"] == found["early"]["widgets"]


def test_five_hundred_changes_open_no_comm(found):
    assert found["early"]["comms"] >= found["early"]["widgets"]
    assert found["late"]["comms"] == found["early"]["comms"]


def test_five_hundred_changes_take_no_memory(found):
    more = found["late"]["megabytes"] - found["early"]["megabytes"]
    assert more < MOST_MEGABYTES_MORE
