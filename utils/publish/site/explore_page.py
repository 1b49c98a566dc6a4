"""The shared page of the case, as a page of the site."""

from utils.publish.site.frame import EXPLORE, navigation
from utils.publish.site.plan import Plan


def explore_page(plan: Plan) -> str:
    """Make the page on which the case can be filtered; it opens on the two sides."""
    from utils.publish.shared_page.shared_page import page_html

    return page_html(plan.case, navigation=navigation(plan, EXPLORE))
