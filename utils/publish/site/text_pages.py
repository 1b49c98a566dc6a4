"""Pages made from texts of the project and of the case."""

from pathlib import Path

from utils.publish.site.frame import framed
from utils.publish.site.plan import Plan
from utils.publish.site.prose import Prose


def text_page(plan: Plan, file: Path) -> str:
    """Make the page that stands for a file of Markdown."""
    name = plan.pages[file.resolve()]
    prose = Prose(name, file=file, pages=plan.pages)
    main = prose.html(file.read_text("utf-8"))
    return framed(plan, name, title=prose.title or file.stem, main=main)
