"""Going from act to act with the buttons of the card."""

from typing import Any

import numpy as np

from utils.explorer.act_card import ActCard
from utils.explorer.scene import Scene
from utils.explorer.state import ExplorerState


class Walk:
    """Walks through the acts chosen if they are several, else through those shown.

    The act of a choice of one is opened, and of a choice of several the first.
    """

    def __init__(self, state: ExplorerState, card: ActCard) -> None:
        self._state, self._card = state, card
        self._rows = np.array([], dtype=np.int64)
        self._scene: Scene | None = None
        card.on_msg(self._go)
        state.observe(self._open_first, "choice")

    def follow(self, scene: Scene) -> None:
        """Say where the act on the card stands."""
        chosen = np.array(scene.choice.rows, dtype=np.int64)
        self._scene = scene
        self._rows = chosen if len(chosen) > 1 else scene.shown.rows
        here = self._here()
        self._card.unit = "act" if scene.stock.several is None else "row"
        self._card.total = len(self._rows)
        self._card.position = here + 1

    def _here(self) -> int:
        row = self._row_of(self._state.act)
        found = np.flatnonzero(self._rows == row)
        return int(found[0]) if len(found) else -1

    def _row_of(self, act: str) -> int:
        return self._scene.stock.row_of(act) if self._scene and act else -1

    def _open_first(self, change: Any) -> None:
        if change.new.rows:
            self._open(change.new.rows[0])

    def _open(self, row: int) -> None:
        if self._scene:
            self._state.act = str(self._scene.stock.acts["action_id"].iloc[row])

    def _go(self, widget: Any, message: Any, buffers: Any) -> None:
        wish, here = message.get("do"), self._here()
        if wish == "choose" and self._scene:
            self._state.choose([self._scene.stock.row_of(message["id"])])
        elif len(self._rows) and wish in ("previous", "next"):
            step = 1 if wish == "next" else -1
            place = (here + step) % len(self._rows) if here >= 0 else 0
            self._step_to(int(self._rows[place]))

    def _step_to(self, row: int) -> None:
        """Choose the next act, but stay among several that were chosen together."""
        if len(self._state.choice.rows) > 1:
            self._open(row)
        else:
            self._state.choose([row])
