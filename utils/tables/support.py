"""Which sources support which acts, laid out to be counted fast."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

_FIRST, _TIMES = 1000, 8


@dataclass(frozen=True, eq=False)
class Support:
    """The sources of the acts, one act after another; `bounds` lie between them."""

    source: np.ndarray
    bounds: np.ndarray
    n_sources: int

    def count(self, rows: np.ndarray) -> int:
        """Count the sources that support at least one of these rows, each once.

        Rows are read in growing parts, as a few of many often name every source.
        """
        seen = np.zeros(self.n_sources, dtype=bool)
        start, size = 0, _FIRST
        while start < len(rows) and not seen.all():
            seen[self._of(rows[start : start + size])] = True
            start, size = start + size, size * _TIMES
        return int(seen.sum())

    def _of(self, rows: np.ndarray) -> np.ndarray:
        begins = self.bounds[rows]
        n = self.bounds[rows + 1] - begins
        skipped = begins - (np.cumsum(n) - n)
        return self.source[np.repeat(skipped, n) + np.arange(n.sum())]


def support_of(actions: pd.DataFrame, evidence: pd.DataFrame) -> Support:
    """Read off which sources support each act; those that contradict it do not.

    >>> acts = pd.DataFrame({"action_id": ["a", "b"]})
    >>> evidence = pd.DataFrame({"action_id": ["b", "a", "b"],
    ...     "source_id": ["x", "x", "y"], "supports": ["yes", "contradicts", "yes"]})
    >>> found = support_of(acts, evidence)
    >>> found.count(np.array([0])), found.count(np.array([0, 1]))
    (0, 2)
    """
    backing = evidence[evidence["supports"] != "contradicts"]
    acts = pd.Index(actions["action_id"]).get_indexer(backing["action_id"])
    numbers = pd.factorize(backing["source_id"])[0][acts >= 0]
    acts = acts[acts >= 0]
    names, numbers = np.unique(numbers, return_inverse=True)
    source = numbers[np.argsort(acts, kind="stable")]
    bounds = np.append(0, np.cumsum(np.bincount(acts, minlength=len(actions))))
    return Support(source, bounds, len(names))
