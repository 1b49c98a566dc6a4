"""Engines: what opens files of events and carries out one expression over them."""

from importlib import import_module
from typing import Any

from utils.errors import EventsError, known
from utils.events.engines.duck import DuckEngine
from utils.events.engines.engine import Engine

ENGINES = {
    "duckdb": ("duck", "DuckEngine"),
    "polars": ("polars_frames", "PolarsEngine"),
    "pandas": ("pandas_frames", "PandasEngine"),
    "spark": ("spark", "SparkEngine"),
}
__all__ = ["ENGINES", "DuckEngine", "Engine", "start"]


def start(name: str, **options: Any) -> Engine:
    """Start an engine by its name, with options of its own.

    >>> start("duckdb", memory_mb=256).name
    'duckdb'

    Raises
    ------
    EventsError
        If no engine has this name, what it needs is missing, or it has no such
        option.
    """
    if name not in ENGINES:
        raise EventsError(f"No engine is called {name!r}. {known(ENGINES, name)}")
    module, kind = ENGINES[name]
    made = getattr(import_module(f"{__name__}.{module}"), kind)
    try:
        engine: Engine = made(**options)
    except TypeError as why:
        raise EventsError(
            f"The engine {name} has another set of options: {why}."
        ) from why
    return engine
