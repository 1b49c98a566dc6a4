"""What two people of the class coded, in the shape that agreement is measured in."""

import pandas as pd

from utils.errors import LessonError
from utils.lessons.shelf import material

VALUES = {"d": "deed", "w": "words"}


def own_codings(*, mine: str, yours: str) -> pd.DataFrame:
    """Give two codings of the ten fresh passages as a table.

    Each is a text of ten letters, `d` for deed and `w` for words, in the order of the
    passages; spaces do not count. Gives a row for each passage and coder: `unit`,
    `coder` ("mine" or "yours") and `deed`, as `measures.agreement` needs them.

    >>> ours = own_codings(mine="wwwww wwwww", yours="wwwww wwwwd")
    >>> ours[ours["unit"] == "p20"].values.tolist()
    [['p20', 'mine', 'words'], ['p20', 'yours', 'deed']]

    Raises
    ------
    LessonError
        If one is no text of so many letters, or has others than `d` and `w`.
    """
    passages = material("coding_passages")
    units = passages.loc[passages["round"] == "fresh", "unit"].tolist()
    rows = [
        (unit, coder, VALUES[letter])
        for coder, text in {"mine": mine, "yours": yours}.items()
        for unit, letter in zip(units, _letters(coder, text, len(units)), strict=True)
    ]
    return pd.DataFrame(rows, columns=["unit", "coder", "deed"])


def _letters(coder: str, text: str, n: int) -> str:
    """Give the letters of one coding, small and without spaces."""
    given = "".join(text.lower().split()) if isinstance(text, str) else ""
    strange = sorted(set(given) - VALUES.keys())
    if strange:
        raise LessonError(f"{coder} has {strange[0]!r}; write d for deed, w for words.")
    if len(given) != n:
        raise LessonError(f"{coder} has {len(given)} letters; it takes {n}, as 'dwwd'.")
    return given
