"""The classroom as teachers and students open it from a disk."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from site_pages import WIDER, visiting

LOOKS = [(390, "light"), (1200, "dark")]


@pytest.fixture(scope="module", params=LOOKS, ids=str)
def visited(request, chromium, room):
    """Open every page, and note what keeps a reader out."""
    width_px, theme = request.param
    found = {}
    for path in sorted(room.rglob("*.html")):
        with visiting(chromium, path, width_px=width_px, theme=theme) as visit:
            axe = Axe().run(visit.page).response["violations"]
            found[str(path.relative_to(room))] = {
                "axe": [v["id"] for v in axe],
                "wider than the screen by": visit.page.evaluate(WIDER),
                "complaints": visit.complaints,
            }
    return found


def told(visited, what):
    return {name: facts[what] for name, facts in visited.items() if facts[what]}


def test_nothing_keeps_a_reader_out(visited):
    assert told(visited, "axe") == {}


def test_no_page_is_wider_than_the_screen(visited):
    assert told(visited, "wider than the screen by") == {}


def test_no_page_asks_another_host_or_complains(visited):
    assert told(visited, "complaints") == {}
