"""The pages of a new case: what to fill in, and where changes are noted."""

from collections.abc import Mapping
from pathlib import Path
from string import Template

from utils.curate.making.asked import Asked
from utils.curate.making.package import VERSION

TEMPLATES = Path(__file__).parent / "template"
PAGES = {
    "README.md": "README.md",
    "CHANGELOG.md": "CHANGELOG.md",
    "codebook.md": "codebook/README.md",
}


def page_files(wanted: Asked) -> Mapping[str, str]:
    """Give the pages as text, with names and days of the case in them."""
    said = {
        "name": wanted.name,
        "title": wanted.title,
        "version": VERSION,
        "one": wanted.names[0],
        "other": wanted.names[1],
        "code": wanted.sides[0].lower(),
        "since": wanted.since,
        "until": wanted.until,
    }
    return {
        path: Template((TEMPLATES / page).read_text("utf-8")).substitute(said)
        for page, path in PAGES.items()
    }
