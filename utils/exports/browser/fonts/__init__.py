"""The fonts that every picture has, and only the letters of them that it needs."""

from utils.exports.browser.fonts.fontconfig import write_fontconfig
from utils.exports.browser.fonts.subset import (
    FAMILIES,
    SIGNS,
    Face,
    embedded,
    faces,
    lacks,
)

__all__ = [
    "FAMILIES",
    "SIGNS",
    "Face",
    "embedded",
    "faces",
    "lacks",
    "write_fontconfig",
]
