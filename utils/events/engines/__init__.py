"""Engines: what opens files of events and carries out one expression over them."""

from utils.events.engines.duck import DuckEngine
from utils.events.engines.engine import Engine

__all__ = ["DuckEngine", "Engine"]
