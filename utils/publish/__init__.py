"""Publishing: from a case to a page, a site or a report that others can open."""

from utils.publish.report import Report, report
from utils.publish.shared_page.shared_page import save_page
from utils.publish.site import build_site

__all__ = ["Report", "build_site", "report", "save_page"]
