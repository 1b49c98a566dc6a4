"""The static site of a case: pages that link to each other and ask nobody."""

from utils.publish.site.build import build_site
from utils.publish.site.links import BrokenLink, broken_links

__all__ = ["BrokenLink", "broken_links", "build_site"]
