"""PDF: pages of exactly the size that was asked for."""

import re

_PAGE = re.compile(rb"\n(\d+) 0 obj\n(<</Type /Page\n.*?>>)\nendobj\n", re.DOTALL)
_BOX = re.compile(rb"/MediaBox \[([\d. -]+)\]")
_TRAILER = re.compile(rb"trailer\n<<(.*?)>>\nstartxref\n(\d+)\n%%EOF\s*$", re.DOTALL)
_POINTS = 72 / 25.4


def resized(pdf: bytes, width_mm: float, height_mm: float) -> bytes:
    """Give every page that size, measured from its upper left corner.

    Browsers print on sizes that are near it. The pages are written once more at
    the end, as PDF has it for changes, and take the place of those before.
    """
    trailer = _TRAILER.search(pdf)
    pages = list(_PAGE.finditer(pdf))
    if not trailer or not pages:
        raise ValueError("the browser printed no PDF of the kind that is known")
    added, entries = b"", b"0 1\n0000000000 65535 f \n"
    for page in pages:
        entries += b"%b 1\n%010d 00000 n \n" % (page[1], len(pdf) + len(added))
        box = _box(page[2], width_mm, height_mm)
        added += b"%b 0 obj\n%b\nendobj\n" % (page[1], _BOX.sub(box, page[2]))
    end = b"trailer\n<<%b/Prev %b>>\nstartxref\n%d\n%%%%EOF\n"
    place = len(pdf) + len(added)
    table = b"xref\n%b%b" % (entries, end % (trailer[1], trailer[2], place))
    return pdf + added + table


def _box(page: bytes, width_mm: float, height_mm: float) -> bytes:
    found = _BOX.search(page)
    if not found:
        raise ValueError("the browser printed a page without a size")
    left, _, _, top = map(float, found[1].split())
    right, bottom = left + width_mm * _POINTS, top - height_mm * _POINTS
    return f"/MediaBox [{left:g} {bottom:.4f} {right:.4f} {top:.4f}]".encode("ascii")
