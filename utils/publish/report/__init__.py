"""A report: every chart of a selection, in files and as one page."""

from utils.publish.report.every_chart import Drawn, every_chart
from utils.publish.report.report import Report, report

__all__ = ["Drawn", "Report", "every_chart", "report"]
