"""From a case and its notebooks to a folder that any web server or disk can hold."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from utils.errors import ExportError
from utils.publish.site.codebook_page import codebook_page
from utils.publish.site.columns import tables_of
from utils.publish.site.data_page import CHANGES, data_page
from utils.publish.site.downloads import File, copy_downloads, downloads_page
from utils.publish.site.executing import executed
from utils.publish.site.explore_page import EXPLORE, explore_page
from utils.publish.site.front_page import front_page
from utils.publish.site.links import broken_links
from utils.publish.site.living import PLOTLY, plotly_script
from utils.publish.site.notebook_pages import LIST, list_page, notebook_page
from utils.publish.site.plan import ROOT, Plan, page_of
from utils.publish.site.table_pages import page_of_table, table_page
from utils.publish.site.text_pages import text_page
from utils.publish.site.whole_folder import whole_folder
from utils.tables import load

if TYPE_CHECKING:
    from nbformat import NotebookNode

Progress = Callable[[str], None]


def build_site(
    folder: str | Path = "site",
    *,
    case: str | Path = "azerbaijan-russia",
    notebooks: Sequence[str | Path] | None = None,
    overwrite: bool = False,
    reuse: str | Path | None = None,
    progress: Progress = lambda _: None,
) -> Path:
    """Build the site of a case into a folder, whole or not at all.

    The pages work from a disk as well as from a server, and ask no other host for
    anything. `notebooks` are run and shown, all of the project's unless given. A
    site that was built before is replaced only with `overwrite`, and only if it
    holds nothing else. In `reuse` the runs of notebooks are kept for the next time.
    `progress` is told what has been done. What comes back is the folder.

    Raises
    ------
    CaseError
        If the case is not sound.
    ExportError
        If a notebook fails, a link leads nowhere, or the folder cannot be written;
        the folder is then as it was.
    """
    plan = _plan(case, notebooks)
    target = Path(folder)
    with whole_folder(target, overwrite=overwrite) as made:
        runs = executed(
            plan.notebooks, reuse=Path(reuse) if reuse else None, progress=progress
        )
        progress("writing the pages")
        _write(plan, made, runs)
        progress("checking the links")
        _refuse_broken(made)
    return target


def _plan(case: str | Path, notebooks: Sequence[str | Path] | None) -> Plan:
    given = notebooks
    if given is None:
        given = sorted((ROOT / "notebooks").glob("*.ipynb"))
    paths = tuple(Path(path) for path in given)
    if len({path.stem for path in paths}) < len(paths):
        raise ExportError(
            "Two notebooks have the same name, and so would their pages; rename one."
        )
    return Plan(load(case), paths)


def _write(plan: Plan, site: Path, runs: Sequence["NotebookNode"]) -> None:
    """Write every file of the site."""
    files = copy_downloads(plan, site)
    (site / PLOTLY).write_bytes(plotly_script())
    for name, html in _pages(plan, files, runs):
        path = site / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(html, "utf-8", newline="\n")


def _pages(
    plan: Plan, files: Sequence[File], runs: Sequence["NotebookNode"]
) -> Iterator[tuple[str, str]]:
    """Make the pages one by one, each with its name."""
    by_name = {file.name: file for file in files}
    tables = tables_of(plan)
    yield "index.html", front_page(plan)
    yield EXPLORE, explore_page(plan)
    yield "data.html", data_page(plan, tables, by_name)
    yield "codebook.html", codebook_page(plan)
    yield "downloads.html", downloads_page(plan, files)
    for table in tables:
        file = by_name[f"{table.name}.csv"]
        yield page_of_table(table.name), table_page(plan, table, file)
    if (plan.case.folder / CHANGES).is_file():
        yield "changelog.html", text_page(plan, plan.case.folder / CHANGES)
    yield "measures.html", text_page(plan, ROOT / "docs" / "measures.md")
    yield "privacy.html", text_page(plan, ROOT / "PRIVACY.md")
    if plan.notebooks:
        yield LIST, list_page(plan, runs)
    for path, run in zip(plan.notebooks, runs, strict=True):
        yield page_of(path), notebook_page(plan, path, run)


def _refuse_broken(site: Path) -> None:
    if broken := broken_links(site):
        listed = "\n".join(f"- {one}" for one in broken)
        raise ExportError(f"Links of the site lead nowhere; mend these:\n{listed}")
