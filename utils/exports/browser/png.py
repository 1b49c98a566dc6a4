"""PNG: a size in millimetres and a few words, written into the header."""

import struct
import zlib
from collections.abc import Mapping

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEADER_BYTES = len(_SIGNATURE) + 25
_INCH_M = 0.0254


def stamped(png: bytes, dpi: float, words: Mapping[str, str]) -> bytes:
    """Write how many dots go into an inch, and words such as a title.

    They go after the header of the picture, which stays as it is.
    """
    per_metre = round(dpi / _INCH_M)
    size = _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))
    said = (_chunk(b"iTXt", _text(*pair)) for pair in words.items() if pair[1])
    return b"".join([png[:_HEADER_BYTES], size, *said, png[_HEADER_BYTES:]])


def _text(key: str, text: str) -> bytes:
    """Give a text as it is, in UTF-8, of no named language."""
    return key.encode("latin-1") + b"\0\0\0\0\0" + text.encode("utf-8")


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)
