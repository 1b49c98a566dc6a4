"""What a site is made from, and where each part of it stands."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from utils.tables import Case

ROOT = Path(__file__).resolve().parents[3]
DOCS = {
    ROOT / "docs" / "measures.md": "measures.html",
    ROOT / "PRIVACY.md": "privacy.html",
    ROOT / "README.md": "index.html",
}


@dataclass(frozen=True)
class Plan:
    """The case, and the notebooks in their order."""

    case: Case
    notebooks: tuple[Path, ...] = ()

    @property
    def codebook_folder(self) -> Path:
        """Where the text about the codebook is."""
        own = self.case.folder / "codebook"
        return own if (own / "README.md").is_file() else ROOT / "data" / "codebook"

    @cached_property
    def pages(self) -> dict[Path, str]:
        """The page that stands for a file of the project."""
        folder = self.case.folder.resolve()
        return {
            **{path.resolve(): page_of(path) for path in self.notebooks},
            **DOCS,
            folder / "README.md": "data.html",
            folder / "CHANGELOG.md": "changelog.html",
            (self.codebook_folder / "README.md").resolve(): "codebook.html",
        }


def page_of(notebook: Path) -> str:
    """Name the page of a notebook.

    >>> page_of(Path("notebooks/02-explorer.ipynb"))
    'notebooks/02-explorer.html'
    """
    return f"notebooks/{notebook.stem}.html"


def way_up(page: str) -> str:
    """Give the way from a page to the top of the site.

    >>> way_up("index.html"), way_up("tables/actions.html")
    ('', '../')
    """
    return "../" * page.count("/")
