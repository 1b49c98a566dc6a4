"""The exercises of lesson 9 on codes: classes of acts, and countries in two letters."""

from utils.events.ontology import codes
from utils.lessons.exercise import Exercise, Slip
from utils.lessons.kinds import Sort
from utils.lessons.shelf import material

ACTS = {
    "consult": ("040", "Two ministers consult"),
    "praise": ("051", "A president praises a neighbour"),
    "aid": ("070", "A country sends fire engines to a neighbour"),
    "criticise": ("111", "A ministry criticises a law next door"),
    "rally": ("141", "People rally in the street against a neighbour"),
    "sanction": ("172", "A state freezes the money of a neighbour's bank"),
}
CLASSES = {
    "cooperation in word": ("1", "Cooperation in word"),
    "cooperation in deed": ("2", "Cooperation in deed"),
    "conflict in word": ("3", "Conflict in word"),
    "conflict in deed": ("4", "Conflict in deed"),
}
PLACES = ("AM", "IR", "RS", "AS", "KN", "AJ", "JA")
WHERE = {
    "same": "The same country",
    "other": "Another country",
    "none": "No country at all",
}


def _classes() -> dict[str, str]:
    quads = codes("cameo").set_index("code")["quad"]
    by_quad = {number: key for key, (number, _) in CLASSES.items()}
    return {key: by_quad[quads[code]] for key, (code, _) in ACTS.items()}


def _where() -> dict[str, str]:
    listed = material("country_codes").set_index("code")
    named = {code: listed.loc[code] for code in PLACES}
    return {code: _lands(*row[["in_gdelt", "in_iso"]]) for code, row in named.items()}


def _lands(meant: str, read: str) -> str:
    if not read:
        return "none"
    return "same" if meant == read else "other"


ON_CODES = (
    Exercise(
        "l09_4",
        asks="Which class does each act belong to?",
        kind=Sort(
            {key: told for key, (_, told) in ACTS.items()},
            {key: told for key, (_, told) in CLASSES.items()},
        ),
        right=_classes,
        shows="The file puts a rally among words. Classes hang on whose they are.",
        hints=(
            "First ask: do they help, or are they against each other? Then ask: is "
            "it only said, or is more done than talk?",
            "To meet and talk is still talk. To send, freeze or go into the street is "
            "more than talk.",
        ),
        slips=(
            Slip(
                lambda put: put["rally"].startswith("cooperation"),
                "People stand in the street against somebody. Is that help?",
            ),
            Slip(
                lambda put: put["rally"] == "conflict in word",
                "The file agrees with you on the rally. But do people only talk there?",
            ),
            Slip(
                lambda put: put["consult"] == "cooperation in deed",
                "In a consultation both talk. What is done beyond talk?",
            ),
            Slip(
                lambda put: put["aid"] != "cooperation in deed",
                "Fire engines are more than words, and they help.",
            ),
            Slip(
                lambda put: put["sanction"] == "conflict in word",
                "Frozen money cannot be paid out. Is that only said?",
            ),
        ),
    ),
    Exercise(
        "l09_5",
        asks="Where would a map put the rows, if it reads these codes as ISO codes?",
        kind=Sort({code: code for code in PLACES}, WHERE),
        right=_where,
        shows="No error is shown. The rows land elsewhere, or are dropped in silence.",
        hints=(
            "Find each code in the table. Compare the two columns next to it.",
            "An empty cell means that ISO gives these two letters to nobody.",
        ),
        slips=(
            Slip(
                lambda put: set(put.values()) == {"same"},
                "Compare the column in_gdelt with the column in_iso, row by row.",
            ),
            Slip(
                lambda put: "other" in (put["AJ"], put["JA"]),
                "For AJ and JA look into the column in_iso. What stands there?",
            ),
            Slip(
                lambda put: "other" in (put["AM"], put["IR"]),
                "Some codes mean the same in both lists. Look at AM and IR.",
            ),
            Slip(
                lambda put: "same" in (put["RS"], put["AS"], put["KN"]),
                "RS, AS and KN are trickier: they look right, and mean somebody else.",
            ),
        ),
    ),
)
