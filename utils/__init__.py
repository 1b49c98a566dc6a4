"""Load, select, measure, chart, explore and publish diplomatic actions."""

from importlib import import_module
from typing import Any

HOME = {
    "Selection": "utils.selection",
    "charts": "utils",
    "curate": "utils",
    "doctor": "utils.app",
    "edit": "utils.editor",
    "events": "utils",
    "explore": "utils.app",
    "exports": "utils",
    "lessons": "utils",
    "load": "utils.tables",
    "measures": "utils",
    "publish": "utils",
    "save": "utils.exports",
    "select": "utils.selection",
}
__all__ = sorted(HOME)


def __getattr__(name: str) -> Any:
    if name not in HOME:
        raise AttributeError(f"utils has no {name!r}; it offers {', '.join(__all__)}")
    if HOME[name] == __name__:
        return import_module(f"{__name__}.{name}")
    return getattr(import_module(HOME[name]), name)


def __dir__() -> list[str]:
    return __all__
