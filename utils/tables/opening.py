"""Open a file and make text of it, or say why that cannot be."""

import re
from pathlib import Path

from utils.errors import CaseError, Fault
from utils.tables.quotes import line_of

SAVE = "save it as CSV with the encoding UTF-8"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
Finding = tuple[int | None, str, str, str] | None


def text_of(path: Path, largest_file_mb: float) -> str:
    """Give the text of a UTF-8 file, without its byte order mark.

    Raises
    ------
    CaseError
        If the file is missing, too large, empty, not UTF-8, holds NUL bytes, ends its
        lines as no program does any more, or has other signs than commas between
        its cells.
    """
    raw = _bytes(path, largest_file_mb)
    for problem in _PROBLEMS:
        if finding := problem(raw):
            line, value, what, remedy = finding
            raise _refused(Fault(path.name, line, None, value, what, remedy))
    return raw.decode("utf-8-sig")


def _refused(fault: Fault) -> CaseError:
    return CaseError(fault.file, [fault])


def _bytes(path: Path, largest_file_mb: float) -> bytes:
    try:
        megabytes = path.stat().st_size / 1e6
        if megabytes <= largest_file_mb:
            return path.read_bytes()
    except OSError as why:
        raise _refused(_unopened(path, why)) from None
    remedy = f"pass largest_file_mb={int(megabytes) + 1} if it is meant to be so large"
    what = f"has {megabytes:,.0f} MB, more than the {largest_file_mb:g} MB allowed"
    raise _refused(Fault(path.name, None, None, "", what, remedy))


def _unopened(path: Path, why: OSError) -> Fault:
    if not isinstance(why, FileNotFoundError):
        what = f"cannot be opened ({why.strerror})"
        return Fault(path.name, None, None, "", what, "make it a file you may read")
    folder = path.parent
    others = [each.name for each in folder.iterdir()] if folder.is_dir() else []
    remedy = f"add it; the folder has {', '.join(sorted(others)) or 'no files'}"
    return Fault(path.name, None, None, "", "is missing", remedy)


def _empty(raw: bytes) -> Finding:
    if raw.removeprefix(BYTE_ORDER_MARK).strip():
        return None
    return None, "", "is empty", "give it a header and rows"


def _sixteen_bits(raw: bytes) -> Finding:
    start = raw[:400]
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or start.count(0) > len(start) / 4:
        return None, "", "is UTF-16, not UTF-8", SAVE
    return None


def _nul(raw: bytes) -> Finding:
    place = raw.find(b"\x00")
    if place < 0:
        return None
    line = line_of(raw.decode("latin-1"), place)
    return line, "", "has a NUL byte, so a part may be lost", f"mend it and {SAVE}"


def _not_utf8(raw: bytes) -> Finding:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as why:
        encoding = _likely_encoding(raw)
        line = line_of(raw.decode("latin-1"), why.start)
        value = raw.splitlines()[line - 1].decode(encoding, "replace")
        name = encoding.replace("cp", "Windows-")
        return line, value, f"is not UTF-8 but probably {name}", SAVE
    return None


def _likely_encoding(raw: bytes) -> str:
    """Tell Cyrillic from Latin: in Cyrillic the high bytes stand side by side."""
    pairs = len(re.findall(rb"[\x80-\xff]{2,}", raw))
    single = len(re.findall(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])", raw))
    return "cp1251" if pairs > single else "cp1252"


def _old_mac(raw: bytes) -> Finding:
    if b"\r" not in raw or b"\n" in raw:
        return None
    what = "ends its lines with a carriage return alone, as old Mac programs do"
    return None, "", what, "save it as CSV UTF-8 for Windows, or with line ends LF"


def _not_commas(raw: bytes) -> Finding:
    header = re.split(r"[\r\n]", raw.decode("utf-8-sig"), maxsplit=1)[0]
    if header.startswith("sep="):
        return 1, header, "is a line for a spreadsheet, not the header", "delete it"
    if re.fullmatch('"[^"]*,[^"]*"', header):
        what = (
            "stands in one cell, as of a table that was opened with another separator"
        )
        return 1, header, what, "open the original with commas, and save it again"
    if not header:
        return 1, "", "is blank where the header should stand", "delete the line"
    for sign, name in ((";", "semicolons"), ("\t", "tabs")):
        if "," not in header and sign in header:
            return 1, header, f"has {name} between its cells", "save it with commas"
    return None


_PROBLEMS = (_empty, _sixteen_bits, _nul, _not_utf8, _old_mac, _not_commas)
