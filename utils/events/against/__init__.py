"""Events of a file held against curated acts: what was seen, and what beside."""

from utils.events.against.against import seen_of
from utils.events.against.kinds import KINDS
from utils.events.against.seen import Seen

__all__ = ["KINDS", "Seen", "seen_of"]
