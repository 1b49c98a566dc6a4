"""Event files of other systems, from a few rows to more than one machine holds."""

from utils.events.asking import Asked, ask
from utils.events.events import Events
from utils.events.reading import read

__all__ = ["Asked", "Events", "ask", "read"]
