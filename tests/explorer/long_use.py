"""A long afternoon with one explorer, for a kernel: what is left of it in memory."""

import gc
import random
import sys
import tracemalloc
from typing import Any

from ipywidgets.widgets.widget import _instances

from utils import explore, load
from utils.explorer import Explorer, Inquiry
from utils.measures.counts import BINS
from utils.selection import NOTHING, Selection
from utils.tables import Case

BEFORE, WHOLE = 50, 500


def afternoon() -> dict[str, dict[str, float]]:
    """Change what is asked 500 times, and say what is there after 50 and at the end."""
    case, dice = load("azerbaijan-russia"), random.Random(4)
    desk = explore(case)
    desk.stage._hear(None, {"do": "ready", "library": True}, [])
    tracemalloc.start()
    for scale in case.scales:
        come_home(desk, Inquiry(Selection(), scale=scale))
    found = {}
    for time, n in {"early": BEFORE, "late": WHOLE - BEFORE}.items():
        work(desk, case, dice, n)
        come_home(desk, Inquiry())
        found[time] = left()
    return found


def come_home(desk: Explorer, asked: Inquiry) -> None:
    """Ask this, with no act chosen, and let every view draw it."""
    desk.state.choose()
    for view in desk.panels.names:
        desk.state.take_up(asked.but(view=view))


def work(desk: Explorer, case: Case, dice: random.Random, n: int) -> None:
    """Change one thing after another, and come by every view."""
    views = [*desk.panels.names]
    for i in range(n):
        desk.state.ask(view=views[i % len(views)])
        dice.choice(DEEDS)(desk, case, dice)


def left() -> dict[str, float]:
    """Count the widgets and the comms, and the megabytes that Python holds."""
    from IPython import get_ipython

    sys.stdout.flush()  # behind all that is still on its way to the page
    gc.collect()
    comms = get_ipython().kernel.comm_manager.comms
    megabytes = tracemalloc.get_traced_memory()[0] / 1e6
    return {
        "widgets": len(_instances),
        "comms": len(comms),
        "megabytes": megabytes,
    }


def _filter(desk: Explorer, case: Case, dice: random.Random) -> None:
    desk.selection = chosen(case, dice)


def _tick(desk: Explorer, case: Case, dice: random.Random) -> None:
    picker = desk.pickers[dice.choice([*desk.pickers])]
    values = [option["value"] for option in picker.options]
    picker.chosen = dice.choice([None, dice.sample(values, 1)])


def _compare(desk: Explorer, case: Case, dice: random.Random) -> None:
    desk.state.ask(against=dice.choice([None, chosen(case, dice)]))


def _measure(desk: Explorer, case: Case, dice: random.Random) -> None:
    scale, per = dice.choice([*case.scales]), dice.choice([*BINS])
    days = dice.choice([7.0, 30.0, 90.0])
    desk.state.ask(per=per, half_life_days=days, scale=scale)


def _choose(desk: Explorer, case: Case, dice: random.Random) -> None:
    rows = dice.sample(range(len(case.actions)), dice.choice([0, 1, 1, 12]))
    desk.state.choose(rows, f"{len(rows)} acts")


def _undo(desk: Explorer, case: Case, dice: random.Random) -> None:
    dice.choice([desk.state.undo, desk.state.redo])()


def _fit(desk: Explorer, case: Case, dice: random.Random) -> None:
    desk.page.width_px = dice.choice([600, 700, 800])
    desk.page.dark = dice.choice([True, False])


DEEDS: list[Any] = [_filter, _tick, _tick, _compare, _measure, _choose, _undo, _fit]


def chosen(case: Case, dice: random.Random) -> Selection:
    """Give a selection, sometimes one that keeps no act."""
    types, actors = case.codebook.types["type"], case.actors["actor_id"]
    return Selection(
        types=dice.sample(types.tolist(), dice.randint(0, 5)),
        actors=dice.sample(actors.tolist(), dice.choice([0, 0, 40])),
        certainty=dice.choice([[], [], [NOTHING]]),
        since=dice.choice(["", "2025-01-01", "2025-07-01"]),
        text=dice.choice(["", "", "consul", "əliyev", "?"]),
    )
