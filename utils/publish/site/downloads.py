"""The files to take along: copies as they are, one archive, and their checksums."""

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from utils.exports.page_builder import escape
from utils.publish.site.archive import write_archive
from utils.publish.site.columns import TABLES
from utils.publish.site.frame import framed, link, scrolling
from utils.publish.site.listing import listing
from utils.publish.site.plan import ROOT, Plan, way_up
from utils.tables.package import FILE

FOLDER = "downloads"
SUMS = "SHA256SUMS.txt"
_CASE_FILES = [*(f"{table}.csv" for table in TABLES), "datapackage.json"]
_TEXTS = ["README.md", "CHANGELOG.md"]


@dataclass(frozen=True)
class File:
    """A file of the site that can be taken along: its place, size and checksum."""

    place: str
    size_bytes: int
    sha256: str

    @property
    def name(self) -> str:
        """The name as it stands in the folder of downloads."""
        return self.place.removeprefix(f"{FOLDER}/")

    def link(self, page: str) -> str:
        """Link to the file, for taking it along."""
        address = escape(way_up(page) + self.place)
        return f'<a href="{address}" download>{escape(self.name)}</a>'

    def facts(self, page: str) -> dict[str, str]:
        """Say the file in words and numbers, as HTML."""
        return {
            "File": self.link(page),
            "Size": size(self.size_bytes),
            "SHA-256": f'<code class="hash">{self.sha256}</code>',
        }


def copy_downloads(plan: Plan, site: Path) -> list[File]:
    """Put the files into the folder of downloads, and say what they are.

    The files of the case keep their names; those of the codebook stand in a folder
    `codebook`. The archive holds all of them, ready to be read by `load`.
    """
    folder = site / FOLDER
    members = _members(plan)
    for name, source in members.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, folder / name)
    archive = folder / archive_name(plan)
    write_archive(archive, members, plan.case.name)
    for path in plan.notebooks:
        (site / "notebooks").mkdir(exist_ok=True)
        shutil.copyfile(path, site / "notebooks" / path.name)
    shutil.copyfile(ROOT / "CITATION.cff", folder / "CITATION.cff")
    files = [_file(site, folder / name) for name in [archive.name, *members]]
    lines = [f"{one.sha256}  {one.name}\n" for one in files]
    (folder / SUMS).write_text("".join(lines), "utf-8", newline="\n")
    return files


def archive_name(plan: Plan) -> str:
    """Name the archive of a case and its version."""
    return f"{plan.case.name}-{plan.case.version}.zip"


def downloads_page(plan: Plan, files: Sequence[File]) -> str:
    """Make the page that lists what can be taken along."""
    name = "downloads.html"
    archive, *others = files
    sums = f'<a href="{FOLDER}/{SUMS}" download>{SUMS}</a>'
    parts = [
        '<h2 id="all">Everything at once</h2>',
        f"<p>{archive.link(name)} holds the tables, their description and the "
        f"codebook, {size(archive.size_bytes)}.</p>",
        '<h2 id="files">Single files</h2>',
        scrolling(_listing(name, others), "Single files"),
        f"<p>{sums} holds the same checksums for <code>sha256sum -c</code>.</p>",
        *_notebooks(plan),
    ]
    return framed(
        plan,
        name,
        title="Downloads",
        main="\n".join(parts),
        lead=f"The tables of {plan.case.title}, version {plan.case.version}, under "
        f"{plan.case.licence}. Please cite the version that you used.",
    )


def facts(told: Mapping[str, str]) -> str:
    """Give facts as a list; names are text, values are HTML."""
    rows = "".join(f"<dt>{escape(k)}</dt><dd>{v}</dd>" for k, v in told.items())
    return f'<dl class="facts">{rows}</dl>'


def size(size_bytes: int) -> str:
    """Say how large a file is.

    >>> size(202_297), size(900)
    ('202 kB', '900 bytes')
    """
    if size_bytes < 1_000:
        return f"{size_bytes} bytes"
    if size_bytes < 1_000_000:
        return f"{size_bytes / 1e3:.0f} kB"
    return f"{size_bytes / 1e6:.1f} MB"


def _members(plan: Plan) -> dict[str, Path]:
    """Name each file of the case and of the codebook, and where it comes from."""
    folder, shared = plan.case.folder, ROOT / "data" / "codebook"
    names = [*_CASE_FILES, *_TEXTS, *_described(folder)]
    case = {name: folder / name for name in names if (folder / name).is_file()}
    words = _words(shared) | _words(folder / "codebook")
    scales = {f"codebook/scales/{name}.csv" for name in plan.case.scales}
    return case | {
        name: path
        for name, path in words.items()
        if name in scales or "/scales/" not in name
    }


def _described(folder: Path) -> list[str]:
    """Name the files that the case says it has, as far as they lie in its folder."""
    told = json.loads((folder / FILE).read_text("utf-8-sig")).get("resources", [])
    paths = [one.get("path") for one in told if isinstance(one, dict)]
    return [
        path
        for path in paths
        if isinstance(path, str)
        and (folder / path).resolve().is_relative_to(folder.resolve())
    ]


def _words(folder: Path) -> dict[str, Path]:
    files = [folder / "README.md", *sorted(folder.rglob("*.csv"))]
    return {
        f"codebook/{path.relative_to(folder).as_posix()}": path
        for path in files
        if path.is_file()
    }


def _file(site: Path, path: Path) -> File:
    content = path.read_bytes()
    place = path.relative_to(site).as_posix()
    return File(place, len(content), sha256(content).hexdigest())


def _listing(page: str, files: Iterable[File]) -> str:
    rows = [
        [
            one.link(page),
            size(one.size_bytes),
            f'<code class="hash">{one.sha256}</code>',
        ]
        for one in files
    ]
    return listing(["File", "Size", "SHA-256"], rows, numbers=[1])


def _notebooks(plan: Plan) -> list[str]:
    if not plan.notebooks:
        return []
    items = "".join(
        f'<li><a href="notebooks/{escape(p.name)}" download>{escape(p.name)}</a></li>'
        for p in plan.notebooks
    )
    more = link("downloads.html", "notebooks/index.html", "read them here")
    return [
        '<h2 id="notebooks">Notebooks</h2>',
        f"<p>To run them, install Demarche; to {more}, nothing is needed.</p>",
        f"<ul>{items}</ul>",
    ]
