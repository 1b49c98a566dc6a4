"""Publishing: from a case to a page, a site or a report that others can open."""
