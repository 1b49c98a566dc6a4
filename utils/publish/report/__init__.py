"""A report: every chart of a selection, in files and as one page."""
