"""A browser set up to draw: a page with plotly in it, and a page that goes on paper."""

from base64 import b64decode, b64encode
from functools import cache
from html import escape
from pathlib import Path

from utils.exports.browser.devtools import DevTools
from utils.exports.browser.fonts import faces
from utils.exports.browser.legible import legible
from utils.exports.browser.pdf import resized
from utils.exports.browser.process import Process
from utils.exports.browser.svg import Sheet

_SCRIPTS = Path(__file__).resolve().parent
_INCH_MM = 25.4
_SPARE_MM = 2
_PAGE = """<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title><style>
@page {{ size: {page_width}mm {page_height}mm; margin: 0 }}
html, body {{ margin: 0; padding: 0; overflow: hidden }}
body > svg {{ display: block; width: {width}; height: {height} }}
</style></head><body>{svg}</body></html>"""


class Studio:
    """The pages of one running browser, and how often they were used."""

    def __init__(self, process: Process) -> None:
        """Wait until the browser answers, and open its pages."""
        self.process = process
        self.n_drawn = 0
        self._tools = DevTools(process)
        self._drawing = self._tools.open_page()
        self._sheet = self._tools.open_page()
        for script in (_plotly(), (_SCRIPTS / "draw.js").read_text("utf-8")):
            self._run(self._drawing, script)
        fonts = [
            {"family": f.family, "weight": str(f.weight), "data": _base64(f.data)}
            for f in faces()
        ]
        self._tools.call(self._drawing, "addFonts", fonts)

    def draw(self, figure_json: str, width_px: float, height_px: float) -> str:
        """Draw a figure, and give it as plotly writes it in SVG."""
        self.n_drawn += 1
        call = "function (...given) { return draw(...given); }"
        return str(
            self._tools.call(self._drawing, call, figure_json, width_px, height_px)
        )

    def photograph(self, svg: str, width_px: int, height_px: int) -> bytes:
        """Give a finished SVG as PNG, in exactly that many pixels."""
        self.n_drawn += 1
        size = {"width": width_px, "height": height_px}
        own = {"width": f"{width_px}px", "height": f"{height_px}px"}
        paper = {"page_width": 210, "page_height": 297}
        self._show(
            self._sheet, _PAGE.format(svg=svg, lang="", title="", **own, **paper)
        )
        self._tools.send(
            "Emulation.setDeviceMetricsOverride",
            self._sheet,
            **size,
            deviceScaleFactor=1,
            mobile=False,
        )
        shot = self._tools.send("Page.captureScreenshot", self._sheet, format="png")
        return b64decode(shot["data"])

    def print_svg(self, svg: str, sheet: Sheet) -> bytes:
        """Give a finished SVG as a PDF of one page that is as large as the picture."""
        page = _PAGE.format(
            svg=svg,
            lang=escape(sheet.lang),
            title=escape(legible(sheet.title)),
            width=f"{sheet.width_mm:.3f}mm",
            height=f"{sheet.height_mm:.3f}mm",
            # The page is cut to size afterwards, so nothing runs over to a second.
            page_width=sheet.width_mm + _SPARE_MM,
            page_height=sheet.height_mm + _SPARE_MM,
        )
        self._show(self._sheet, page)
        return resized(self._print(self._sheet), sheet.width_mm, sheet.height_mm)

    def print_page(self, html: str, width_mm: float, height_mm: float) -> bytes:
        """Give HTML as PDF, from a page of its own that is then closed."""
        session = self._tools.open_page()
        self._show(session, html)
        paper = {"paperWidth": width_mm / _INCH_MM, "paperHeight": height_mm / _INCH_MM}
        printed = self._print(session, **paper)
        self._tools.send("Page.close", session)
        return resized(printed, width_mm, height_mm)

    def _show(self, session: str, html: str) -> None:
        self.n_drawn += 1
        tree = self._tools.send("Page.getFrameTree", session)
        frame = tree["frameTree"]["frame"]["id"]
        self._tools.send("Page.setDocumentContent", session, frameId=frame, html=html)
        self._tools.call(session, (_SCRIPTS / "sheet.js").read_text("utf-8"))

    def _print(self, session: str, **paper: float) -> bytes:
        margins = {f"margin{side}": 0 for side in ("Top", "Bottom", "Left", "Right")}
        printed = self._tools.send(
            "Page.printToPDF",
            session,
            printBackground=True,
            preferCSSPageSize=True,
            generateTaggedPDF=True,
            generateDocumentOutline=True,
            **margins,
            **paper,
        )
        return b64decode(printed["data"])

    def _run(self, session: str, script: str) -> None:
        """Run a script in a page, and take nothing back but its errors."""
        whole = f"{script}\n;undefined"
        self._tools.send("Runtime.evaluate", session, expression=whole)


@cache
def _plotly() -> str:
    import plotly

    return (Path(plotly.__file__).parent / "package_data/plotly.min.js").read_text(
        "utf-8"
    )


def _base64(data: bytes) -> str:
    return b64encode(data).decode("ascii")
