"""The bar that says which acts are chosen, and what can be done with them."""

from typing import Any

import numpy as np
from anywidget import AnyWidget
from traitlets import Bool, Unicode

from utils.charts.sheet.words import day
from utils.explorer.said import summary
from utils.explorer.scene import Scene
from utils.explorer.scripts import joined
from utils.explorer.state import ExplorerState

MOST_LISTED = 1_000
"""How many acts can be kept or left out one by one: their ids stand in the code."""


class ChoiceBar(AnyWidget):
    """Which acts are chosen, with buttons to keep them, leave them out, or let go.

    `text` is empty, and the bar hidden, where nothing is chosen. `why` says why
    acts cannot be kept or left out one by one; the period still can be taken.
    Escape anywhere in the explorer lets go.
    """

    _esm = joined("dom.js", "choice_bar.js")
    _css = joined("choice_bar.css")

    text = Unicode().tag(sync=True)
    why = Unicode().tag(sync=True)
    one = Bool().tag(sync=True)

    def __init__(self, state: ExplorerState) -> None:
        super().__init__()
        self._state = state
        self._scene: Scene | None = None
        self.on_msg(self._press)

    def follow(self, scene: Scene) -> None:
        """Say what is chosen, and how much of it is on show."""
        self._scene = scene
        n = len(scene.choice.rows)
        with self.hold_sync():
            self.text, self.one = _said(scene), n == 1
            self.why = "" if n <= MOST_LISTED else _too_many(n)

    def _press(self, widget: Any, message: Any, buffers: Any) -> None:
        wish, scene = message.get("do"), self._scene
        if not scene or not scene.choice.rows:
            return
        if wish == "let go":
            self._state.choose()
        elif wish == "period":
            self._take_period(scene)
        elif wish in ("keep", "leave") and not self.why:
            self._list(scene, keep=wish == "keep")

    def _list(self, scene: Scene, *, keep: bool) -> None:
        """Keep the chosen acts alone, or leave them out and let go of them."""
        ids = scene.stock.acts["action_id"].iloc[[*scene.choice.rows]]
        asked = scene.inquiry.selection
        if keep:
            self._state.ask(selection=asked.but(acts=ids))
            return
        self._state.ask(selection=asked.but(without=asked.without | {*ids}))
        self._state.choose()

    def _take_period(self, scene: Scene) -> None:
        """Look at the days from the first to the last on which they may lie."""
        acts = scene.stock.acts.iloc[[*scene.choice.rows]]
        ends = acts["earliest"].min(), acts["latest"].max()
        since, until = (str(end.date()) for end in ends)
        selection = scene.inquiry.selection.but(since=since, until=until)
        self._state.ask(selection=selection)


def _said(scene: Scene) -> str:
    """Write the sentence: how many acts, what they are, how many are not on show."""
    rows = np.asarray(scene.choice.rows, dtype=np.int64)
    n = len(rows)
    if not n:
        return ""
    what = scene.choice.what if n > 1 else _named(scene, int(rows[0]))
    hidden = scene.stock.count(rows[~scene.shown.keep[rows]])
    n_acts = scene.stock.count(rows)
    said = f"{n_acts:,} act{'s' * (n_acts != 1)} chosen{': ' * bool(what)}{what}"
    if hidden and n == 1:
        return f"{said} (not shown under these filters)"
    return f"{said} ({hidden:,} of them not shown)" if hidden else said


def _named(scene: Scene, row: int) -> str:
    act = scene.stock.acts.iloc[row]
    first, last = (day(np.datetime64(act[end], "D")) for end in ("earliest", "latest"))
    when = first if first == last else f"between {first} and {last}"
    return f"{when}, {summary(act, scene.stock.case.labels)}"


def _too_many(n: int) -> str:
    return (
        f"{n:,} acts are too many to keep or leave out one by one: each is named in "
        f"the code, so that {MOST_LISTED:,} is the most."
    )
