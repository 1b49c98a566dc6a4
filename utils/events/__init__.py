"""Event files of other systems, from a few rows to more than one machine holds."""

from utils.events.asking import Asked, ask
from utils.events.convert_files import Conversion, convert
from utils.events.events import Events
from utils.events.reading import read

__all__ = ["Asked", "Conversion", "Events", "ask", "convert", "read"]
