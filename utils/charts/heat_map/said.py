"""What a heat map says: its title, its key, and what it counts."""

import numpy as np

from utils.about import About
from utils.charts.heat_map.panels import Panels
from utils.charts.sheet import words
from utils.charts.sheet.alt import alt, bin_named, bins_named, called, number, ways
from utils.charts.sheet.cells import rounded
from utils.charts.sheet.fitting import shortened
from utils.charts.sheet.layout import Key
from utils.charts.sheet.theme import TEXT_PX

_TITLE_TYPE_PX = 100


def subtitle(panels: Panels, about: About) -> str:
    """Say what is counted, and what is not drawn."""
    ways = "direction, type" if panels.sided else "type"
    counted = f"Recorded acts by {ways} and {panels.unit}"
    said = words.subtitle(
        about, f"{counted}, uncertain dates spread over their window, rounded"
    )
    if not panels.others:
        return said
    others = words.acts(max(1, round(panels.others)))
    return f"{said} {others} in other directions not drawn."


def spoken(panels: Panels, about: About) -> str:
    """Say the picture: rows, columns, and the fullest cell of each panel."""
    two = ", a panel for each direction" * panels.sided
    picture = f"Grid of recorded acts by type (rows) and {panels.unit} (columns){two}"
    if not panels.acts.any():
        between = " between the two sides" * panels.sided
        return alt(f"{picture}: none{between} in this selection.")
    span = bins_named(panels.edges[:-1], panels.unit)
    names = [f"{way} " for way in ways(about)] if panels.sided else [""]
    pairs = zip(names, panels.acts, strict=True)
    told = "; ".join(name + _fill(panels, acts) for name, acts in pairs)
    return alt(f"{picture}, {span}: {told}.")


def _fill(panels: Panels, acts: np.ndarray) -> str:
    if not acts.any():
        return "none"
    row, column = np.unravel_index(np.round(acts, 9).argmax(), acts.shape)
    when = bin_named(panels.edges[column], panels.unit)
    cell = f"{called(panels.types[row])}, {when}"
    return f"{number(acts.sum())} in all, at most {number(acts.max())} ({cell})"


def key(panels: Panels) -> list[Key]:
    """Explain the cells."""
    if not panels.acts.any():
        return []
    most = rounded(float(panels.acts.max()))
    return [Key(f"deeper: more acts, up to {most} in a cell"), Key("empty: none")]


def title(panels: Panels, about: About) -> str:
    """Name the cell with the most acts, each way."""
    fullest = [_fullest(panels, acts) for acts in panels.acts]
    if not any(fullest):
        between = " between the two sides" if panels.sided else ""
        return f"No recorded act{between} in this selection"
    if not panels.sided:
        return f"Most recorded acts of one type in a {panels.unit}: {fullest[0]}"
    ways = [words.towards(name) for name in words.directions(about)]
    said = [f"{it} ({way})" for it, way in zip(fullest, ways, strict=True) if it]
    if len(set(fullest)) == 1:
        said = [f"{fullest[0]} in both directions"]
    return f"Most acts: {words.listed(said)}"


def _fullest(panels: Panels, acts: np.ndarray) -> str:
    """Name type and bin of the cell with the most acts, the first of equal ones."""
    if not acts.any():
        return ""
    row, column = np.unravel_index(np.round(acts, 9).argmax(), acts.shape)
    name = shortened(words.label(panels.types[row]).lower(), _TITLE_TYPE_PX, TEXT_PX)
    when = panels.edges[column]
    said = {"month": words.month(when), "year": str(when)[:4]}
    return f"{name}, {said.get(panels.unit, words.day(when))}"
