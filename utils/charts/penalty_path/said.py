"""What a penalty path says: its title, its key, and what it counts."""

import numpy as np

from utils.about import About
from utils.charts.penalty_path.paths import Path
from utils.charts.sheet import words
from utils.charts.sheet.alt import alt, ways
from utils.charts.sheet.layout import Key
from utils.charts.sheet.theme import Look

_SIGNS = ("━━━", "╍╍╍")


def title(paths: list[Path]) -> str:
    """State how many changes are found, each way."""
    if not any(len(path.many) for path in paths):
        return "No number of changes to compare in this selection"
    if len(paths) == 1:
        path, row = paths[0], paths[0].row or 0
        many = int(path.many[row])
        changes = (
            "1 change of level is" if many == 1 else f"{many} changes of level are"
        )
        return f"{changes} found for any penalty {_range(path, row)}"
    said = [f"{_many(path)} from {words.towards(path.name)}" for path in paths]
    return f"Changes of level found: {said[0]}, {said[1]}"


def _many(path: Path) -> str:
    return "none sought" if path.row is None else str(int(path.many[path.row]))


def _range(path: Path, row: int) -> str:
    lower, upper = path.lower[row], path.upper[row]
    return f"from {lower:.1f}" + (f" to {upper:.1f}" if np.isfinite(upper) else "")


def subtitle(paths: list[Path], about: About) -> str:
    """Say what is drawn, and between which penalties it stays."""
    counted = (
        "Best number of changes of level in recorded acts, by the penalty for each, "
        "in units of twice the log-likelihood over the dispersion"
    )
    said = [words.subtitle(about, counted)]
    for path in paths if len(paths) > 1 else []:
        found = "too few acts to seek changes"
        if path.row is not None:
            found = f"{_many(path)} for penalties {_range(path, path.row)}"
        said.append(f"{words.arrow(path.name)}: {found}.")
    return " ".join(said)


def spoken(paths: list[Path], about: About) -> str:
    """Say the picture: how many changes are best, over which range of penalties."""
    picture = "Falling steps of the best number of changes of level by penalty"
    if not any(len(path.many) for path in paths):
        return alt(f"{picture}: none to compare in this selection.")
    names = ways(about) if len(paths) > 1 else ("all acts",)
    told = "; ".join(map(_stay, names, paths))
    return alt(f"{picture} (log axis): {told}.")


def _stay(name: str, path: Path) -> str:
    """Say how many changes the penalty leads to, and how many were tried."""
    if path.row is None:
        return f"{name} too few acts to seek changes"
    most, penalty = int(path.many.max()), path.penalty[path.row]
    taken = f"{_many(path)} at the penalty taken, {penalty:.1f}"
    return f"{name} {taken} (the same {_range(path, path.row)}), {most} at the lowest"


def key(paths: list[Path], look: Look) -> list[Key]:
    """Explain lines and marks."""
    if len(paths) == 1:
        lines = [Key("best number", _SIGNS[0], look.theme.text)]
    else:
        colours = look.theme.directions
        lines = [
            Key(words.arrow(path.name), _SIGNS[i], colours[i])
            for i, path in enumerate(paths)
        ]
    return [*lines, Key("ring or diamond: the penalty taken")]
