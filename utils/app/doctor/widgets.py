"""Whether widgets come to life where we are shown."""

import time
from pathlib import Path
from typing import Any

from utils.app.doctor.line import Line

WHAT = "Widgets"
WAITING = "waiting for the browser"
MEND = (
    "If this stays: save, reload the page in the browser, and run the cell again; if "
    "that does not help, run: python -m pip install anywidget ipywidgets, and start "
    "Jupyter anew."
)


class Widgets:
    """A line that changes once a widget of ours has come to life in a browser."""

    def __init__(self) -> None:
        self.line = Line(WHAT, "no page here could show one", None, "Open JupyterLab.")
        self.widget: Any = None
        self._since = 0.0

    def begin(self) -> None:
        """Make a widget that reports back when it is shown, if that can be."""
        try:
            self.widget = _mount_check()
        except ImportError as missing:
            package = (missing.name or "anywidget").split(".")[0]
            mend = f"Run: python -m pip install {package}; then restart the kernel."
            self.line = Line(WHAT, f"{package} is not here ({missing})", False, mend)
            return
        self._since = time.monotonic()
        self._say(Line(WHAT, WAITING, None, MEND))
        self.widget.on_msg(self._mounted)

    def _mounted(self, widget: Any, message: Any, buffers: Any) -> None:
        if self.line.ok:
            return
        seconds = time.monotonic() - self._since
        where = f" in {message['mounted']}" if message.get("mounted") else ""
        self._say(Line(WHAT, f"mounted in {seconds:.1f} s{where}"))

    def _say(self, line: Line) -> None:
        self.line = line
        self.widget.said = str(line)


def _mount_check() -> Any:
    from anywidget import AnyWidget
    from traitlets import Unicode

    class MountCheck(AnyWidget):
        """A line of text that reports back once a browser shows it."""

        _esm = (Path(__file__).parent / "mount_check.js").read_text("utf-8")

        said = Unicode().tag(sync=True)

        def __repr__(self) -> str:
            return self.said

    return MountCheck()
