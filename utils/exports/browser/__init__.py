"""One Chromium for many figures: PNG, SVG and PDF, with the fonts that we bring."""

from utils.exports.browser.finding import BrowserMissing, find
from utils.exports.browser.renderer import Renderer, shared

__all__ = ["BrowserMissing", "Renderer", "find", "shared"]
