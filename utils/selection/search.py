"""Texts that were made ready to be searched."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate

import numpy as np
import pandas as pd

from utils.errors import SelectionError
from utils.selection.letters import SCHWA, fold, latin, loose, names, sound

SEARCHED = (
    *("summary", "actor_name", "target_name", "place"),
    *("actor_native", "target_native"),
)
"""The columns that a text is sought in, as far as a table has them."""
LEAST_LETTERS = 3
"""How many letters a text must sound by, to be sought by its sound."""
LEAST_BEGINNING = 4
"""How many letters of a word, or of its looser spelling, are enough to know it."""


class TextIndex:
    """The texts of a table of acts, each different one made ready once.

    A text is found where it stands, whatever its case and accents. A name is found
    in other spellings and alphabets too: from its beginning, or, by a looser
    spelling, as a whole word. What has no letter left to compare finds nothing.

    >>> acts = pd.DataFrame({"summary": ["Алиев spoke.", "Talks in Shusha."]})
    >>> index = TextIndex(acts)
    >>> index.rows("Əliyev"), index.rows("Şuşa")
    (array([ True, False]), array([False,  True]))

    Raises
    ------
    SelectionError
        If the table has none of the columns that are searched.
    """

    def __init__(self, actions: pd.DataFrame) -> None:
        columns = [column for column in SEARCHED if column in actions]
        if not columns:
            raise SelectionError(
                f"This table has none of {', '.join(SEARCHED)}, so no text can be "
                "sought."
            )
        self._n = len(actions)
        coded = [_coded(actions[column]) for column in columns]
        self._codes = [codes for codes, _ in coded]
        self._values = [value for _, values in coded for value in values]
        self._ends = [*accumulate(len(values) for _, values in coded)]

    def rows(self, text: str) -> np.ndarray:
        """Say of each act whether one of its texts holds `text`."""
        hits = self._hits(text)
        keep = np.zeros(self._n, dtype=bool)
        start = 0
        for codes, end in zip(self._codes, self._ends, strict=True):
            if hits[start:end].any():
                keep |= np.append(hits[start:end], False)[codes]
            start = end
        return keep

    def _hits(self, text: str) -> np.ndarray:
        hits = np.zeros(len(self._values), dtype=bool)
        for lines, wanted in self._sought(text):
            hits[lines.holding(wanted)] = True
        return hits

    def _sought(self, text: str) -> Iterator[tuple["Lines", str]]:
        """Give what is to be sought, and in which lines."""
        if folded := " ".join(fold(text).split()):
            yield self._plain, folded
        heard = {sound(text.replace("~", " "), schwa) for schwa in "ae"}
        for wanted in filter(None, map(beginning, heard)):
            yield self._sounds, wanted
            yield self._other_sounds, wanted
        if wanted := whole(loose(min(heard))):
            yield self._loose, wanted

    @cached_property
    def _plain(self) -> "Lines":
        return Lines(" ".join(fold(value).split()) for value in self._values)

    @cached_property
    def _names(self) -> list[str]:
        return [names(" ".join(value.split())) for value in self._values]

    @cached_property
    def _sounds(self) -> "Lines":
        # Few have letters to be written anew; all else is done to all at once.
        return Lines(sound("\n".join(map(latin, self._names))).split("\n"))

    @cached_property
    def _other_sounds(self) -> "Lines":
        """The names with ə, where it is read as e."""
        odd = [i for i, name in enumerate(self._names) if SCHWA.search(name.lower())]
        return Lines([sound(self._names[i], "e") for i in odd], odd)

    @cached_property
    def _loose(self) -> "Lines":
        return Lines(loose(self._sounds.text).split("\n")[1:-1])


class Lines:
    """Lines of text, joined, and the number of the value that each stands for."""

    def __init__(self, lines: Iterable[str], numbers: list[int] | None = None) -> None:
        held = list(lines)
        self.text = "\n".join(["", *held, ""])
        self._numbers = numbers
        self._starts = [*accumulate((len(line) + 1 for line in held), initial=1)]

    def holding(self, wanted: str) -> list[int]:
        """Name the values in which something stands.

        >>> Lines(["one", "two", "none"]).holding("one")
        [0, 2]
        """
        found, at = [], self.text.find(wanted)
        while at >= 0:
            line = bisect_right(self._starts, at)
            found.append(line - 1)
            at = self.text.find(wanted, self._starts[line])
        return found if self._numbers is None else [self._numbers[i] for i in found]


def beginning(sounding: str) -> str:
    """Give what is sought at the beginning of a word: too little is a whole word.

    >>> beginning(" aliev "), beginning(" mvd "), beginning(" es ")
    (' aliev', ' mvd ', '')
    """
    n_letters = len(sounding.replace(" ", ""))
    if n_letters < LEAST_LETTERS:
        return ""
    return sounding.rstrip() if n_letters >= LEAST_BEGINNING else sounding


def whole(spelt: str) -> str:
    """Give what is sought as whole words, if it is long enough to know a name by."""
    return spelt if len(spelt.replace(" ", "")) >= LEAST_BEGINNING else ""


def _coded(column: pd.Series) -> tuple[np.ndarray, list[str]]:
    """Give the codes of a column, -1 for a gap, and the texts that they stand for."""
    values = column.array
    if isinstance(values, pd.Categorical):
        return values.codes, [str(value) for value in values.categories]
    codes, texts = pd.factorize(values)
    return codes, [str(text) for text in texts]
