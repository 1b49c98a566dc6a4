"""The facets: what each offers, what is counted beside it, what it writes."""

from utils.explorer.facets.facet import Facet
from utils.explorer.facets.offered import facets
from utils.explorer.facets.picking import picker

__all__ = ["Facet", "facets", "picker"]
