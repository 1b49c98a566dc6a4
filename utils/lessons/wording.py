"""Which words of a sentence judge, so that one can find others."""

from collections.abc import Sequence
from dataclasses import dataclass

from utils.tables.loaded_words import loaded_list
from utils.told import Told


@dataclass(frozen=True)
class Judging(Told):
    """Words that judge where they should tell: each with why, and what would do."""

    words: Sequence[tuple[str, str, str]]

    def __str__(self) -> str:
        if not self.words:
            return (
                "No word of the list. Read it once more all the same: lists are short."
            )
        told = (
            f"“{word}”: it {why}. Instead: {instead}."
            for word, why, instead in self.words
        )
        return "\n".join(told)


def judging_words(sentence: str) -> Judging:
    """Give each word of a sentence that judges, whoever says it.

    The check of a case leaves a word alone that somebody is said to have used; here
    every one is told, since the sentence is to do without.

    >>> print(judging_words("The ministry called it a blatant lie."))
    “blatant”: it judges the manner. Instead: what was said or done.
    """
    found = (
        (hit.start(), hit[0], word)
        for word in loaded_list()
        if (hit := word.pattern.search(str(sentence)))
    )
    ordered = sorted(found, key=lambda it: it[0])
    return Judging(tuple((text, word.why, word.instead) for _, text, word in ordered))
