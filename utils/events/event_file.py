"""A file as an engine reads it, and what a person calls it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class EventFile:
    """A file of lines or a Parquet file: `path` is what an engine reads.

    `origin` is the file that was given, perhaps packed, and `shown` the name for
    messages, with that of the member where `origin` holds several.
    """

    path: Path
    origin: Path
    shown: str
