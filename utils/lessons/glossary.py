"""The words of the course: from the codebook, the measures, and a table of terms."""

import inspect
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from utils.errors import LessonError, nearest
from utils.lessons.course.founding import case
from utils.lessons.shelf import material

OF_THE_CODEBOOK = MappingProxyType(
    {
        "types": "Type of act",
        "forms": "Form of act",
        "tones": "Tone of a form",
        "certainty": "Certainty",
        "roles": "Role of an actor",
        "sides": "Side of a source",
    }
)
_NOT_IN_A_HEADING = re.compile(r"[^\w\s-]")
_FIRST_SENTENCE = re.compile(r"\A.*?\.(?=\s|\Z)", re.DOTALL)


@dataclass(frozen=True)
class Meaning:
    """One meaning of a word, and in what sense: "Form of act", or none."""

    sense: str
    text: str


@dataclass(frozen=True)
class Term:
    """A word with its meanings, and the words to look at beside it.

    >>> Term("half-life", ()).anchor, Term("alt text", ()).anchor
    ('half-life', 'alt-text')
    """

    name: str
    meanings: tuple[Meaning, ...]
    see: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """Give what stands behind the # in a link to the word."""
        return anchor_of(self.name)


def glossary() -> list[Term]:
    """Give all words of the course, in the order of the alphabet.

    Raises
    ------
    LessonError
        If a term of the course names another one that is not there.
    """
    told = [*_of_course(), *_of_codebook(), *_of_ladder(), *_measures()]
    names = {anchor_of(name): name for name, _ in reversed(told)}
    meanings = defaultdict[str, list[Meaning]](list)
    for name, meaning in told:
        meanings[anchor_of(name)].append(meaning)
    see = {anchor_of(heading_of(row["term"])): _listed(row["see"]) for row in _terms()}
    _refuse_strange(see, names.values())
    return [
        Term(names[anchor], tuple(meanings[anchor]), see.get(anchor, ()))
        for anchor in sorted(names, key=lambda anchor: names[anchor])
    ]


def heading_of(label: str) -> str:
    """Give a label as the heading of a word: small letters, and no signs.

    >>> heading_of("Courtesy, award or condolence"), heading_of("reply_rate")
    ('courtesy award or condolence', 'reply rate')
    """
    plain = _NOT_IN_A_HEADING.sub("", label.replace("_", " "))
    return " ".join(plain.lower().split())


def anchor_of(name: str) -> str:
    """Give the anchor that a heading has, in JupyterLab and on our pages.

    >>> anchor_of("alt text")
    'alt-text'
    """
    return name.replace(" ", "-")


def _terms() -> list[dict[str, str]]:
    rows: list[dict[str, str]] = material("terms").to_dict("records")
    return rows


def _listed(see: str) -> tuple[str, ...]:
    return tuple(filter(None, see.split(";")))


def _of_course() -> Iterator[tuple[str, Meaning]]:
    for row in _terms():
        yield heading_of(row["term"]), Meaning("", row["meaning"])


def _of_codebook() -> Iterator[tuple[str, Meaning]]:
    for table, sense in OF_THE_CODEBOOK.items():
        for row in getattr(case().codebook, table).itertuples(index=False):
            yield heading_of(row.label), Meaning(sense, row.definition)


def _of_ladder() -> Iterator[tuple[str, Meaning]]:
    for row in case().codebook.ladder.itertuples(index=False):
        sense = f"Rung {row.rung} of the ladder"
        yield heading_of(row.label), Meaning(sense, row.definition)


def _measures() -> Iterator[tuple[str, Meaning]]:
    """Give each measure with the first sentence that it says of itself."""
    from utils import measures

    for name in sorted(measures.__all__):
        measure = getattr(measures, name)
        if not inspect.isfunction(measure):
            continue
        found = _FIRST_SENTENCE.match(inspect.getdoc(measure) or "")
        said = " ".join(found[0].split()) if found else ""
        yield heading_of(name), Meaning(f"Measure `measures.{name}`", said)


def _refuse_strange(see: Mapping[str, Collection[str]], known: Collection[str]) -> None:
    faults = [
        f"- {term} names {other!r}; {nearest(known, other)}."
        for term, others in see.items()
        for other in others
        if other not in known
    ]
    if faults:
        listed = "\n".join(faults)
        raise LessonError(f"Terms of the course lead nowhere:\n{listed}")
