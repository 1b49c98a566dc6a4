"""A case of one's own: make its folder, check it, tell two versions apart."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from utils.curate.checkup.checkup import Checkup, check
    from utils.curate.comparison.difference import Difference, diff
    from utils.curate.making.making import new

HOME = {
    "Checkup": "checkup.checkup",
    "Difference": "comparison.difference",
    "check": "checkup.checkup",
    "diff": "comparison.difference",
    "new": "making.making",
}
"""Where each name lives; the command line shows its help without pandas."""
__all__ = ["Checkup", "Difference", "check", "diff", "new"]


def __getattr__(name: str) -> Any:
    if name not in HOME:
        raise AttributeError(f"utils.curate has no {name!r}")
    return getattr(import_module(f"{__name__}.{HOME[name]}"), name)
