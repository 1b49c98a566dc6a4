"""The panel by which files leave an explorer."""

from pathlib import Path
from typing import Any

from anywidget import AnyWidget
from traitlets import List, Unicode

from utils.app.taking_along import Explored, take
from utils.errors import ProjectError
from utils.explorer.scripts import joined
from utils.exports.order import ENDINGS, PICTURES
from utils.exports.presets import PRESETS, Preset

_FOLDER = Path(__file__).parent
FORMATS = {
    "pdf": "PDF",
    "svg": "SVG",
    "png": "PNG",
    "html": "Web page (HTML)",
    "pptx": "Slide (PPTX)",
    "caption": "Caption (text)",
    "csv": "CSV of its numbers",
    "csv-for-spreadsheets": "CSV for spreadsheets",
    "json": "Record (JSON)",
}
"""What each format of a figure is called."""


class WaysOut(AnyWidget):
    """Buttons that make files of what is shown, and hand them to the browser.

    The figure on top leaves in a format and a size, the acts as CSV, and the case
    as a page that filters without a kernel. A file is made in the kernel when its
    button is pressed, goes to the browser and is kept nowhere.

    A press sends `{"ask": id, "what": "figure", "format": ..., "preset": ...}`, and
    the answer to the same id is either a file, as one buffer with its name, media
    type and a sentence about it, or an `error`, which is a sentence.
    """

    _esm = "\n".join([joined("dom.js"), (_FOLDER / "download.js").read_text("utf-8")])
    _css = (_FOLDER / "download.css").read_text("utf-8")

    formats = List(List(Unicode())).tag(sync=True)
    presets = List(List(Unicode())).tag(sync=True)
    preset = Unicode("double-column").tag(sync=True)
    sized = List(Unicode()).tag(sync=True)

    def __init__(self, explorer: Explored) -> None:
        super().__init__(
            formats=[[format, FORMATS.get(format, format)] for format in _in_order()],
            presets=[[name, _in_words(preset)] for name, preset in PRESETS.items()],
            sized=sorted(PICTURES),
        )
        self._explorer = explorer
        self.on_msg(self._hand_over)

    def _hand_over(self, widget: Any, message: Any, buffers: Any) -> None:
        order = dict(message)
        ask, what = order.pop("ask"), order.pop("what")
        try:
            taken = take(self._explorer, what, **order)
        except ProjectError as why:
            self.send({"ask": ask, "error": str(why)})
        except Exception as fault:
            self.send({"ask": ask, "error": f"No file was made: {fault!r}."})
            raise
        else:
            told = {"name": taken.name, "type": taken.media_type, "said": taken.said}
            self.send({"ask": ask, **told}, [taken.content])


def _in_order() -> list[str]:
    return sorted(ENDINGS, key=[*FORMATS, *ENDINGS].index)


def _in_words(preset: Preset) -> str:
    """Name a preset with its size.

    >>> _in_words(PRESETS["slide"]), _in_words(PRESETS["handout"])
    ('slide, 339 × 190 mm', 'handout, 170 mm on A4')
    """
    height = f" × {preset.height_mm:.0f}" if preset.height_mm else ""
    paper = " on A4" if preset.a4 else ""
    return f"{preset.name}, {preset.width_mm:.0f}{height} mm{paper}"
