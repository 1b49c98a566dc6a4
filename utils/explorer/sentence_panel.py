"""The panel of a view that a case has not the data for: one sentence."""

from utils.explorer.scene import Scene
from utils.explorer.scripts import joined
from utils.explorer.status_line import StatusLine


class _Said(StatusLine):
    """A line that takes as many lines as it needs."""

    _css = joined("explorer.css", "compare_panel.css")


class Sentence:
    """The panel of a view that a case has not the data for."""

    on_stage = ""

    def __init__(self, name: str, title: str, why: str) -> None:
        self.name, self.title, self.why = name, title, why
        self.widget = _Said(text="Nothing to draw here.", detail=why)

    def show(self, scene: Scene) -> None:
        """Draw nothing."""

    def point(self, scene: Scene) -> None:
        """Mark nothing."""
