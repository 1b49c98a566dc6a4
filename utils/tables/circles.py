"""Find ids that lead back to themselves."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from utils.errors import Fault


def circle_faults(
    file: str, column: str, *, edges: Mapping[str, set[str]], lines: Mapping[str, int]
) -> Iterator[Fault]:
    """Give a fault for each circle, at the line of its smallest id."""
    for circle in circles(edges):
        chain = " > ".join([*circle, circle[0]])
        remedy = "break the circle at one of its ids"
        yield Fault(file, lines[circle[0]], column, chain, "is a circle", remedy)


def circles(edges: Mapping[str, set[str]]) -> Iterator[list[str]]:
    """Give each circle of ids once, from its smallest id on.

    >>> list(circles({"b": {"a"}, "a": {"c"}, "c": {"b"}, "d": {"a"}}))
    [['a', 'c', 'b']]
    """
    left = dict(edges)
    while left:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as why:
            found = why.args[1][:0:-1]
            start = found.index(min(found))
            yield found[start:] + found[:start]
            left = {name: to for name, to in left.items() if name not in found}
        else:
            return
