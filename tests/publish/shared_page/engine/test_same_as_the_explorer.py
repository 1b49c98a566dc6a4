"""Of selections of the shipped case the script says and draws what Python does."""

import random

import pytest
from page_script import SELECTIONS, differences

from utils.selection import NOTHING, select
from utils.selection.shape import N_SOURCES

LOOKS = [("light", 560), ("dark", 360), ("light", 1000)]
SAID = ["n", "rows", "counts", "sentence", "about", "hint", "query"]


@pytest.fixture(params=SELECTIONS)
def name(request):
    return request.param


@pytest.fixture
def chart(name, ours, theirs):
    """Give a chart as the script draws it, and as Python does."""
    return lambda chart, *look: (
        ours(name, *look)["charts"][chart],
        theirs(name, *look)["charts"][chart],
    )


def column(traces, key, of):
    return [trace.get(key) for trace in traces["data"] if trace.get(of)]


@pytest.mark.parametrize("said", SAID)
def test_the_script_says_of_a_selection_what_python_says(said, name, ours, theirs):
    assert differences(ours(name)[said], theirs(name)[said]) == []


def test_the_levels_of_tension_and_their_doubts_are_equal(chart):
    ours, theirs = chart("tension")
    assert differences(column(ours, "y", "dx"), column(theirs, "y", "dx")) == []
    assert column(ours, "x0", "dx") == column(theirs, "x0", "dx")


def test_the_bars_and_their_fewest_and_most_acts_are_equal(chart):
    ours, theirs = chart("butterfly")
    for key in ("x", "y", "base", "width", "offset"):
        found = column(ours, key, "marker"), column(theirs, key, "marker")
        assert differences(*found) == []


def test_the_marks_lie_where_python_lays_them_and_say_the_same(chart):
    ours, theirs = chart("timeline")
    for key in ("x", "y", "marker", "hovertext"):
        found = column(ours, key, "customdata"), column(theirs, key, "customdata")
        assert differences(*found) == []


@pytest.mark.parametrize("kind", ["timeline", "tension", "butterfly"])
def test_what_a_chart_says_is_equal(chart, kind):
    ours, theirs = chart(kind)
    assert ours["words"] == theirs["words"]


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("kind", ["timeline", "tension", "butterfly"])
def test_a_whole_drawing_is_equal_in_every_look(chart, kind, look):
    assert differences(*chart(kind, *look)) == []


@pytest.fixture(scope="module")
def lots(case):
    """Give 200 selections drawn by lot, of up to four conditions each."""
    draw = random.Random(7)
    acts = case.actions
    paths = acts["actor_path"].cat.categories
    bodies = sorted({body for path in paths for body in path.split("/")})
    lists = {
        "directions": acts["direction"].cat.categories.tolist(),
        "types": acts["type"].cat.categories.tolist(),
        "certainty": acts["certainty"].cat.categories.tolist(),
        "actors": [*bodies, *(f"{path.split('/')[-1]}/" for path in paths)],
        "targets": bodies,
        "forms": acts["form"].cat.categories.tolist(),
        "sides": case.codebook.sides["side"].tolist(),
        "n_sources": [*N_SOURCES],
        "without": acts["action_id"].tolist(),
    }
    return [by_lot(draw, lists) for _ in range(200)]


def by_lot(draw, lists):
    """Choose few or many values of some lists, now and then none, and some period."""
    wanted = {}
    for name in draw.sample(sorted(lists), draw.randint(0, 3)):
        many = draw.choice([1, 2, 5, len(lists[name]) // 2])
        wanted[name] = draw.sample(lists[name], min(many, len(lists[name])))
        if draw.random() < 0.05:
            wanted[name] = [NOTHING]
    since = draw.choice(["", "", "2006-12-28", "2024-12", "2025-06-28", "2025-07"])
    until = draw.choice(["", "", "2025-07-01", "2025-08", "2026-01-15"])
    dates = draw.choice(["possibly", "certainly"])
    return select(**wanted, since=since, until=until, dates=dates)


def test_of_selections_by_lot_all_that_is_said_is_equal(
    script, shipped, lots, explorer
):
    found = script.ask(shipped, [chosen.to_query() for chosen in lots])
    wrong = [
        (chosen.to_code(), differences(said, explorer(chosen)))
        for chosen, said in zip(lots, found, strict=True)
    ]
    assert [pair for pair in wrong if pair[1]] == []
