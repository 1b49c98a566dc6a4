"""Action and reaction: what the two sides do, one after the other."""

from utils.measures.reaction.association import Association, association
from utils.measures.reaction.excitation import Hawkes
from utils.measures.reaction.hawkes import hawkes
from utils.measures.reaction.simulation import simulate_hawkes

__all__ = ["Association", "Hawkes", "association", "hawkes", "simulate_hawkes"]
