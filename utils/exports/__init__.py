"""Exports: from a chart to files that carry where they came from."""

from utils.charts.record import describe, record, redraw, table
from utils.exports.batch import SavedAll, save_all
from utils.exports.browser import BrowserMissing
from utils.exports.presets import PRESETS, Preset
from utils.exports.save import Saved, save
from utils.exports.save_deck import save_deck

__all__ = [
    "PRESETS",
    "BrowserMissing",
    "Preset",
    "Saved",
    "SavedAll",
    "describe",
    "record",
    "redraw",
    "save",
    "save_all",
    "save_deck",
    "table",
]
