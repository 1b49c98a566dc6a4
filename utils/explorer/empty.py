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
    left = {name: int(shown.beside(name).sum()) for name in shown.masks}
    name = max(left, key=lambda key: left[key], default="")
    if not left or not left[name]:
        return (
            "No act fits, and no single filter is the cause.",
            "Drop every filter",
            {field: () for name in shown.masks for field in _fields(name)},
        )
    title = NAMES[name]
    sentence = f"No act fits. Without the filter on {title}, {left[name]:,} would."
    return sentence, f"Drop the filter on {title}", dict.fromkeys(_fields(name), ())


def _fields(name: str) -> tuple[str, ...]:
    return ("since", "until") if name == "period" else (name,)
