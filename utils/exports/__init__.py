"""Exports: from a chart to files that carry where they came from."""
