"""The fonts that every picture has, and only the letters of them that it needs."""

from utils.exports.browser.fonts.fontconfig import write_fontconfig
from utils.exports.browser.fonts.subset import (
    FAMILIES,
    Face,
    embedded,
    faces,
    without_font,
)

__all__ = ["FAMILIES", "Face", "embedded", "faces", "without_font", "write_fontconfig"]
