"""What an explorer showed last, for a notebook that is opened without a kernel."""

import json
from collections.abc import Callable
from html import escape
from typing import Any
from uuid import uuid4

from IPython.display import display
from plotly.io.json import to_json_plotly

from utils.charts.sheet.twin import table, twin
from utils.errors import ProjectError
from utils.explorer.figures import FIGURES, figure_of
from utils.explorer.page_watch import PageWatch
from utils.explorer.scene import Scene
from utils.explorer.scripts import joined
from utils.explorer.served import in_voila

Bundle = dict[str, Any]

LAST = "demarche_last"
"""What marks such an output, in its metadata."""
MOST_ACTS, MOST_BYTES, MOST_ROWS = 2_000, 1_000_000, 50
"""What is larger makes notebooks slow to open: then the sentence stands alone."""

_FIGURE = "application/vnd.plotly.v1+json"
_NOTHING: Bundle = {"text/plain": "", "text/html": '<div class="demarche-last"></div>'}
_COLUMNS = ("date", "direction", "type", "n", "summary", "certainty")
_WHY = (
    "This is what the explorer showed last. It needs a running kernel: to filter, "
    "run its cell again."
)


class LastPicture:
    """Outputs below an explorer: its sentence, its picture, and that in numbers.

    They are hidden while the explorer is alive, and follow it when it has come to
    rest, so that a saved notebook holds them.
    """

    def __init__(self, page: PageWatch, scene: Callable[[], Scene]) -> None:
        self._scene = scene
        self._names = [f"demarche-{uuid4().hex}-{n}" for n in range(3)]
        self._shown: Any = None
        page.on_msg(self._hear)

    def show(self) -> None:
        """Add the outputs to the cell that runs; Voila saves none, and has no use."""
        if not in_voila():
            self._send(update=False)

    def keep_up(self) -> None:
        """Bring the outputs up to date, if there are any and something has changed."""
        scene = self._scene()
        if self._shown not in (None, (scene.inquiry, scene.look)):
            self._send(update=True)

    def _send(self, *, update: bool) -> None:
        scene = self._scene()
        self._shown = scene.inquiry, scene.look
        for name, bundle in zip(self._names, bundles(scene), strict=True):
            kept = {"metadata": {LAST: True}, "display_id": name, "update": update}
            display(bundle, raw=True, **kept)

    def _hear(self, widget: Any, message: Any, buffers: Any) -> None:
        if message.get("do") == "rest":
            self.keep_up()


def bundles(scene: Scene) -> tuple[Bundle, Bundle, Bundle]:
    """Give the sentence, the picture, and the words and numbers of the picture.

    Where there is no picture the latter two are empty: of more than 2,000 acts, of
    more than a megabyte, or where a chart cannot be drawn.
    """
    try:
        picture, told = _pictured(scene)
    except ProjectError:
        picture, told = _NOTHING, _NOTHING
    return _sentence(scene), picture, told


def _sentence(scene: Scene) -> Bundle:
    shown = scene.shown
    count = shown.said
    said = shown.about.selection
    html = (
        f'<div class="demarche-last demarche-last-words">'
        f"<style>{joined('last_picture.css')}</style><p>{_WHY}</p>"
        f"<p><strong>{count}</strong>: {escape(said)}</p></div>"
    )
    return {"text/plain": f"{count}: {said}", "text/html": html}


def _pictured(scene: Scene) -> tuple[Bundle, Bundle]:
    if len(scene.shown.rows) > MOST_ACTS:
        return _NOTHING, _NOTHING
    if scene.inquiry.view not in FIGURES:
        return _rows(scene), _NOTHING
    view, look = scene.inquiry.view, scene.look
    figure = figure_of(scene, view, theme=look.theme.name, width_px=look.width_px)
    drawn = figure.to_plotly_json()
    meta = drawn["layout"].pop("meta")
    text = to_json_plotly({"data": drawn["data"], "layout": drawn["layout"]})
    if len(text) > MOST_BYTES:
        return _NOTHING, _NOTHING
    picture = {"text/plain": meta["alt"], _FIGURE: json.loads(text)}
    html = f'<div class="demarche-last">{twin(meta, MOST_ROWS)}</div>'
    return picture, {"text/plain": "", "text/html": html}


def _rows(scene: Scene) -> Bundle:
    """Give the first of the acts as a table, for a view that is no chart."""
    acts = scene.stock.acts.iloc[scene.shown.rows[:MOST_ROWS]]
    bare = acts.columns[acts.isna().all()] if len(acts) else ()
    there = [name for name in _COLUMNS if name in acts and name not in bare]
    columns = {name: acts[name].astype(str).tolist() for name in there}
    told = table(columns, [*zip(*columns.values(), strict=True)])
    more = len(scene.shown.rows) > MOST_ROWS
    note = f"<p>The first {MOST_ROWS} of them.</p>" if more else ""
    html = f'<div class="demarche-last">{note}{told}</div>'
    return {"text/plain": "", "text/html": html}
