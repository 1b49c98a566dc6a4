"""A recipe: the calls that make a chart, which can be run and can be written down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any


@dataclass(frozen=True)
class Name:
    """What stands in a call by its name, such as `acts` or `case.evidence`."""

    path: str

    def found(self, known: Mapping[str, Any]) -> Any:
        """Give what has this name, by the first part of it.

        >>> Name("case.real").found({"case": 3})
        3
        """
        first, _, rest = self.path.partition(".")
        return attrgetter(rest)(known[first]) if rest else known[first]


@dataclass(frozen=True)
class Step:
    """One call, and the name of what it gives.

    >>> weighed = step("total", "sum", Name("numbers"), start=1)
    >>> weighed.code()
    'total = sum(numbers, start=1)'
    >>> weighed.run({"sum": sum, "numbers": [1, 2]})
    4
    """

    name: str
    function: str
    given: tuple[Any, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def names(self) -> set[str]:
        """Give the names that the call needs, by the first part of each."""
        values = [*self.given, *self.options.values()]
        return {it.path.split(".")[0] for it in values if isinstance(it, Name)}

    def run(self, known: Mapping[str, Any], **more: Any) -> Any:
        """Make the call, where `known` has all that it names."""
        given = [_value(it, known) for it in self.given]
        options = {key: _value(it, known) for key, it in self.options.items()}
        return Name(self.function).found(known)(*given, **options, **more)

    def code(self) -> str:
        """Write the call down, on one line."""
        given = [*map(_code, self.given)]
        given += [f"{key}={_code(it)}" for key, it in self.options.items()]
        return f"{self.name} = {self.function}({', '.join(given)})"


def step(name: str, function: str, *given: Any, **options: Any) -> Step:
    """Give one call; an option that is "" is not asked for, and left away.

    `given` and the options are plain values, or a `Name`.

    >>> step("level", "measures.tension", Name("acts"), since="").code()
    'level = measures.tension(acts)'
    """
    asked = {key: value for key, value in options.items() if value != ""}
    return Step(name, function, given, asked)


def run(steps: Sequence[Step], known: Mapping[str, Any], **more: Any) -> Any:
    """Make one call after another, and give what the last one gives.

    Each may use what those before it gave. `more` are options of the last.
    """
    known = dict(known)
    for one in steps[:-1]:
        known[one.name] = one.run(known)
    return steps[-1].run(known, **more)


def quoted(text: str) -> str:
    r"""Write a text as code, in double quotes where it can be printed.

    >>> print(quoted('a "b"'), quoted("a\n"))
    "a \"b\"" 'a\n'
    """
    inner = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"' if text.isprintable() else repr(text)


def _value(given: Any, known: Mapping[str, Any]) -> Any:
    return given.found(known) if isinstance(given, Name) else given


def _code(given: Any) -> str:
    if isinstance(given, Name):
        return given.path
    return quoted(given) if isinstance(given, str) else repr(given)
