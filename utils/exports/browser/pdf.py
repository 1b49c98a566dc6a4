"""PDF: pages of exactly the size that was asked for."""

import re

from utils.errors import ExportError

_PAGE = re.compile(
    rb"\n(\d+) 0 obj\n(<</Type /Page\n.*?/MediaBox \[)(.*?)(\].*?>>)(?=\nendobj\n)",
    re.DOTALL,
)
_TRAILER = re.compile(rb"trailer\n<<(.*?)>>\nstartxref\n(\d+)\n%%EOF\s*$", re.DOTALL)
_POINTS = 72 / 25.4
_NEAR_MM = 5


def resized(pdf: bytes, width_mm: float, height_mm: float) -> bytes:
    """Give every page that size, measured from its upper left corner.

    Browsers print on sizes that are near it. The pages are written once more at
    the end, as PDF has it for changes, and take the place of those before.

    Raises
    ------
    ExportError
        If a page is of quite another size, or no page is found.
    """
    trailer, pages = _TRAILER.search(pdf), list(_PAGE.finditer(pdf))
    if not trailer or not pages:
        raise ExportError(
            "The browser printed a PDF of a kind that is not known here, and its pages "
            "cannot be brought to size. Try a newer Chromium or Chrome."
        )
    added, entries = b"", b"0 1\n0000000000 65535 f \n"
    for page in pages:
        entries += b"%b 1\n%010d 00000 n \n" % (page[1], len(pdf) + len(added))
        box = _box(page[3], width_mm, height_mm)
        added += b"%b 0 obj\n%b%b%b\nendobj\n" % (page[1], page[2], box, page[4])
    end = b"trailer\n<<%b/Prev %b>>\nstartxref\n%d\n%%%%EOF\n"
    place = len(pdf) + len(added)
    table = b"xref\n%b%b" % (entries, end % (trailer[1], trailer[2], place))
    return pdf + added + table


def _box(printed: bytes, width_mm: float, height_mm: float) -> bytes:
    left, low, high, top = map(float, printed.split())
    found_mm = (high - left) / _POINTS, (top - low) / _POINTS
    pairs = zip(found_mm, (width_mm, height_mm), strict=True)
    if any(abs(found - asked) > _NEAR_MM for found, asked in pairs):
        raise ExportError(
            f"The page is {found_mm[0]:.0f} x {found_mm[1]:.0f} mm by its own styles, "
            f"not {width_mm:g} x {height_mm:g} mm: give its size as width_mm and "
            "height_mm."
        )
    right, bottom = left + width_mm * _POINTS, top - height_mm * _POINTS
    return b"%g %.4f %.4f %.4f" % (left, bottom, right, top)
