"""Results that say themselves: in sentences, and in lines that a notebook can show."""

from textwrap import fill
from typing import Protocol

LINE = 70


class Printer(Protocol):
    """What IPython hands to an object that it shows."""

    def text(self, words: str) -> None:
        """Write some text."""


class Told:
    """A result whose `str` is sentences; a notebook shows it in lines of 70 signs.

    A longer line would be broken inside a word there.

    >>> class Answer(Told):
    ...     def __str__(self):
    ...         return "Answered."
    >>> Answer().in_lines()
    'Answered.'
    """

    def __init_subclass__(cls) -> None:
        """Let IPython find, in each class, how it is shown before its `__repr__`."""
        cls._repr_pretty_ = Told._repr_pretty_  # type: ignore[method-assign]

    def in_lines(self) -> str:
        """Give the sentences in lines that end between words."""
        return "\n".join(fill(line, LINE) for line in str(self).splitlines())

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:
        """Let IPython show the sentences."""
        printer.text(self.in_lines())
