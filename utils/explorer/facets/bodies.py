"""Bodies below bodies: who is ticked under which ids, and which ids name them."""

from collections import Counter
from collections.abc import Collection, Iterable

from utils.selection.conditions import names_of


class Bodies:
    """The bodies of one side of the acts, each known by the path that leads to it.

    Each is a box of its own, named by its id; where others stand below it, a stroke
    follows, which is how a selection names a body alone.

    >>> bodies = Bodies(["A", "A/GOV", "A/GOV/MFA", "B/GOV2"])
    >>> list(bodies.boxes.values())
    ['A/', 'GOV/', 'MFA', 'GOV2']
    >>> bodies.ticked({"GOV"}), bodies.asked({"GOV/", "MFA"})
    (['GOV/', 'MFA'], ['GOV'])
    """

    def __init__(self, paths: Iterable[str]) -> None:
        ordered = sorted(paths, key=lambda path: path.split("/"))
        self._n = Counter(body for path in ordered for body in path.split("/"))
        self.boxes = {path: self._box(path.split("/")[-1]) for path in ordered}

    def _box(self, body: str) -> str:
        return f"{body}/" if self._n[body] > 1 else body

    def ticked(self, chosen: Collection[str]) -> list[str]:
        """Name the boxes whose acts a list of the selection keeps."""
        wanted = set(chosen)
        held = (box for path, box in self.boxes.items() if wanted & {*names_of(path)})
        return list(held)

    def asked(self, ticked: Collection[str]) -> list[str]:
        """Give the shortest list of ids that keeps these boxes and no others.

        A whole country is named by its id, a body with all that stands below it by
        its own, and a single body by nothing above it but its country.
        """
        open_ = [path for path, box in self.boxes.items() if box not in ticked]
        parted = {body for path in open_ for body in path.split("/")}
        found = (
            self._name(path.split("/"), parted) or box
            for path, box in self.boxes.items()
            if box in ticked
        )
        return list(dict.fromkeys(found))

    def _name(self, path: list[str], parted: set[str]) -> str:
        """Name the highest body on a path of which nothing is missing."""
        whole = (body for body in path if body not in parted)
        return next((b for b in whole if b == path[0] or self._n[b] > 1), "")
