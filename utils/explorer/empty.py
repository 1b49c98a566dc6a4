"""What would help where no act fits."""

from utils.explorer.stock import Shown

NAMES = {
    "actors": "Actor",
    "targets": "Target",
    "directions": "Direction",
    "types": "Type",
    "forms": "Form",
    "tones": "Tone",
    "certainty": "Certainty",
    "sides": "Side of source",
    "only_sides": "Side of source, no other",
    "n_sources": "Number of sources",
    "acts": "Acts picked one by one",
    "without": "Acts left out one by one",
    "period": "Period",
    "text": "Text",
}


def what_to_drop(shown: Shown) -> tuple[str, str, dict[str, object]]:
    """Name the one condition without which most acts would be shown.

    Gives a sentence, the label of a button, and the fields to change; all
    empty where acts are shown.
    """
    if len(shown.rows):
        return "", "", {}
    left = {name: shown.stock.count(shown.beside(name)) for name in shown.masks}
    name = max(left, key=lambda key: left[key], default="")
    if not left or not left[name]:
        return (
            "No act fits, and no single filter is the cause.",
            "Drop every filter",
            {k: v for name in shown.masks for k, v in _opened(name).items()},
        )
    title = NAMES[name]
    sentence = f"No act fits. Without the filter on {title}, {left[name]:,} would."
    return sentence, f"Drop the filter on {title}", _opened(name)


def _opened(name: str) -> dict[str, object]:
    """Give the fields of a condition, left open."""
    if name == "period":
        return {"since": "", "until": ""}
    return {name: "" if name == "text" else ()}
