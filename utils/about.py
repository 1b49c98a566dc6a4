"""What a chart needs to know about the acts it draws, in one frozen value."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace


@dataclass(frozen=True)
class About:
    """Where acts come from, how they were chosen, and how many they are.

    `sides` are the two countries of the case, in alphabetical order, and
    `side_names` what they are called.
    `dense_period` bounds the days that were surveyed; outside it acts were
    only sampled. `landmarks` are pairs of ISO day and label, day-exact ones
    only. `citation` is how the dataset is cited. `n_without_weight` counts acts that
    the scale has no weight for. `unit` is what one act is called where acts are
    counted, and `note` what every count must be read with.

    >>> about = About("A quarrel", version="1.0.0", n_actions=3, n_sources=5)
    >>> about.record()["n_actions"]
    3
    """

    dataset: str
    version: str = ""
    checksum: str = ""
    licence: str = ""
    citation: str = ""
    sides: tuple[str, ...] = ()
    side_names: tuple[str, ...] = ()
    dense_period: tuple[str, str] = ("", "")
    landmarks: tuple[tuple[str, str], ...] = ()
    selection: str = "all acts"
    query: str = ""
    since: str = ""
    until: str = ""
    scale: str = ""
    n_actions: int = 0
    n_sources: int = 0
    n_disputed: int = 0
    n_without_weight: int = 0
    unit: str = "recorded act"
    note: str = ""

    def record(self) -> dict[str, object]:
        """Give every field as plain data, ready for JSON.

        >>> About("A quarrel").record()["dataset"]
        'A quarrel'
        """
        return asdict(self)

    def marked(self, landmarks: Iterable[tuple[str, str]]) -> "About":
        """Mark other days in the charts: pairs of ISO day and label.

        >>> about = About("A quarrel", landmarks=(("2025-02-03", "Note"),))
        >>> about.marked([("2025-06-27", "Change point")]).landmarks
        (('2025-06-27', 'Change point'),)
        """
        return replace(self, landmarks=tuple(landmarks))
